"""resolve: times as hours on one line, so that two of them can be laid side by side."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from dataclasses import replace

from trucewatch.model import Claim, Report, Time

Hours = tuple[float, float]
"""Half-open `[start, end)` in hours since the year 1, in the clock as written; an open side is infinite."""

FOREVER: Hours = (float("-inf"), float("inf"))
DAY = 24.0
_OFFSET = re.compile(r"Z$|(?:(?<=T\d\d)|(?<=:\d\d)|^)([+-])(\d\d):?(\d\d)$")
_OF_THE_DAY = ("dip.", "state.", "term.")
_AHEAD = frozenset({"planned", "promised", "hoped", "predicted", "demanded", "threatened", "term"})
_CLOSE = 5 * DAY
"""Hours within which a report appeared, beyond which its day is not known."""
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d)(?::?(\d\d))?)?")


@functools.lru_cache(maxsize=65536)
def instant(text: str | None) -> Hours | None:
    """The hours that a year, month, day or instant takes up; None where the text is none of these."""
    match = _ISO.match(text or "")
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    try:
        start = dt.date(year or 1, month or 1, day or 1)
        if month is None:
            end = dt.date(start.year + 1, 1, 1)
        elif day is None:
            end = (start + dt.timedelta(days=32)).replace(day=1)
        else:
            end = start + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    first = start.toordinal() * DAY
    if hour is None:
        return first, end.toordinal() * DAY
    at = first + hour + (minute or 0) / 60
    return at, at + (1.0 if minute is None else 1 / 60)


def hours(time: Time | None) -> Hours | None:
    """The hours of a claim's time; None where it says nothing."""
    if time is None:
        return None
    start, end = instant(time.start), instant(time.end)
    if start is None and end is None:
        return None
    if start is None:
        return FOREVER[0], end[0] if end else FOREVER[1]
    if end is None:
        return (start[0], FOREVER[1]) if time.precision == "open" else start
    return (start[0], end[0]) if end[0] > start[0] else start


def readings(time: Time | None) -> tuple[Hours, ...]:
    """All that a claim's time may mean, the likeliest first: a midnight is the first or the last hour of its day."""
    taken = hours(time)
    if time is None or taken is None:
        return ()
    others = (hours(Time(reading.start, reading.end, time.precision)) for reading in time.readings)
    return (taken, *(other for other in others if other is not None))


def nearest(left: Time | None, right: Time | None) -> tuple[Hours, Hours] | None:
    """The two readings of two times that lie nearest to each other; None where one says nothing."""
    found = [(one, other) for one in readings(left) for other in readings(right)]
    return min(found, key=lambda pair: max(0.0, gap(*pair)), default=None)


def period(edges: tuple[str | None, str | None] | None) -> Hours | None:
    """The hours of a figure's period; None where none is given."""
    if edges is None:
        return None
    start, end = instant(edges[0]), instant(edges[1])
    if start is None and end is None:
        return None
    return start[0] if start else FOREVER[0], end[0] if end else FOREVER[1]


def width(span: Hours) -> float:
    """How many hours a span takes up; infinite where a side is open."""
    return span[1] - span[0]


def gap(left: Hours, right: Hours) -> float:
    """Hours between two spans; negative where they meet."""
    return max(left[0], right[0]) - min(left[1], right[1])


def offset(time: Time | None) -> float | None:
    """Hours by which a time's clock is ahead of UTC; None where that is not known."""
    if time is None:
        return None
    match = _OFFSET.search(time.start or "") or _OFFSET.search(time.zone or "")
    if match is None:
        return None
    if match[0] == "Z":
        return 0.0
    return (-1 if match[1] == "-" else 1) * (int(match[2]) + int(match[3]) / 60)


def clocks_apart(left: Time | None, right: Time | None) -> float | None:
    """Hours by which the clocks of two times differ; None where one of them is not known."""
    one, other = offset(left), offset(right)
    return None if one is None or other is None else one - other


def publication(text: str | None) -> str:
    """The first instant of a report's date, as text that sorts; undated reports come last."""
    return (text or "9999").split("/")[0]


def bounded(claim: Claim, report: Report | None) -> Claim:
    """The claim, where it tells no time with what follows from its report: what is told as done lies not after it.

    Speech, states and terms are of the day of the report, what is still to come begins there. How long before a report
    a thing most likely happened is for the comparison of times to say.
    """
    if claim.time is not None or report is None or not report.published:
        return claim
    told = _told(report.published)
    if told is None:
        return claim
    day, after = told
    if claim.type.startswith(_OF_THE_DAY) and claim.modality != "ongoing" and not _past_state(claim):
        time = Time(day, after, "day", "published") if day else None
    elif claim.modality in _AHEAD:
        time = Time(day, None, "open", "published") if day else None
    else:
        time = Time(None, after, "open", "published")
    return claim if time is None else replace(claim, time=time)


def undated(claim: Claim, report: Report | None) -> bool:
    """Whether a claim is told as news of no day, in a report without a date."""
    return report is not None and not report.published and claim.time is None and not claim.background


def weekdays(claim: Claim, report: Report | None) -> frozenset[int]:
    """The days of the week (Monday is 0) that an undated report names, for a claim of it that has no day either."""
    if report is None or not undated(claim, report):
        return frozenset()
    named = report.meta.get("weekdays")
    return frozenset(day for day in named if isinstance(day, int)) if isinstance(named, list) else frozenset()


def weekday(hour: float) -> int:
    """The day of the week (Monday is 0) that holds an hour."""
    return int(hour // DAY - 1) % 7


def _past_state(claim: Claim) -> bool:
    return claim.type.startswith("state.") and claim.modality == "happened"


@functools.lru_cache(maxsize=65536)
def _told(published: str) -> tuple[str | None, str] | None:
    """The day of a report, where it is known within a few, and the day from which on it surely was published."""
    first, _, last = published.partition("/")
    start, end = instant(first), instant(last or first)
    if start is None or end is None:
        return None
    # Intervals are half-open: `2020-02-21/2020-02-23` ends with the 22nd.
    stop = math.ceil((end[0] if last and end[0] > start[0] else end[1]) / DAY)
    day = dt.date.fromordinal(stop - 1).isoformat() if stop * DAY - start[0] <= _CLOSE else None
    return day, dt.date.fromordinal(stop).isoformat()
