"""check: instants, days and windows, worked out one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from trucewatch.model import Time

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
Stretch = tuple[datetime, datetime]
"""From an instant until before another; `FIRST` and `LAST` stand for a side that is open."""


def zone(name: str) -> tzinfo:
    """The clock of an offset or of a name in the IANA list."""
    if name[0] not in "+-":
        return ZoneInfo(name)
    size = timedelta(hours=int(name[1:3]), minutes=int(name[4:6]))
    return timezone(size if name[0] == "+" else -size)


def midnight(day: date, clock: tzinfo) -> datetime:
    """The first instant of a day by a clock."""
    return datetime.combine(day, time(), clock).astimezone(UTC)


def instant(text: str, clock: tzinfo) -> datetime:
    """An instant; `clock` counts only where the text has no offset of its own."""
    given = datetime.fromisoformat(text)
    return (given.replace(tzinfo=clock) if given.tzinfo is None else given).astimezone(UTC)


def length(text: str) -> timedelta:
    """A duration such as `P7D`, `P2W` or `PT12H`."""
    units = {"W": "weeks", "D": "days", "H": "hours", "M": "minutes"}
    return timedelta(**{units[unit]: int(number) for number, unit in re.findall(r"(\d+)([WDHM])", text)})


def written(moment: datetime) -> str:
    """An instant as findings write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def begins(text: str, days: tzinfo, hours: tzinfo) -> datetime:
    """When a year, a month, a day or an hour begins."""
    if "T" in text or len(text) > 10:
        return instant(text, hours)
    parts = [int(part) for part in text.split("-")]
    return midnight(date(*[*parts, 1, 1][:3]), days)


def stretches(told: Time, days: tzinfo, hours: tzinfo, undated: int) -> list[Stretch]:
    """What was told, and each other way to read it. A day that only the report has reaches `undated` days back."""
    offset = zone(told.zone) if told.zone else hours
    made = []
    for start, end in [(told.start, told.end), *((one.start, one.end) for one in told.readings)]:
        low = begins(start, days, offset) if start else FIRST
        high = begins(end, days, offset) if end else LAST
        if told.basis == "published" and high != LAST:
            back = high - (1 + undated) * DAY
            low = back if low == FIRST or back < low else low
        made.append((low, high if high > low else low))
    return made


def no_day(told: Time | None) -> bool:
    """Whether no account tells the day."""
    return told is None or told.basis == "published" or not (told.start or told.end)


@dataclass(frozen=True)
class Window:
    """One reading of when a term applies: its beginning and its end, each known only as lying between two instants."""

    name: str
    begin: Stretch
    end: Stretch
    clock: tzinfo

    def holds(self, span: Stretch) -> str:
        """`T` where all of a stretch is inside whatever the edges are, `F` where none can be."""
        start, stop = span
        last = stop - SECOND if start < stop < LAST else stop
        if start >= self.begin[1] and last <= self.end[0]:
            return "T"
        if stop <= self.begin[0] or start > self.end[1]:
            return "F"
        return "N"

    def share(self, span: Stretch) -> tuple[float, float] | None:
        """Which part of a stretch lies after the beginning, at least and at most."""
        start, stop = span
        if FIRST in (start, self.begin[0]) or stop == LAST or stop <= start:
            return None
        parts = [(stop - edge) / (stop - start) for edge in (self.begin[1], self.begin[0])]
        low, high = (min(1.0, max(0.0, part)) for part in parts)
        return low, high


def alike(values: Iterable[str]) -> str:
    """The answer that all give, `N` where they differ or there is none."""
    found = set(values)
    return found.pop() if len(found) == 1 else "N"


def spread(parts: Sequence[tuple[float, float] | None]) -> tuple[float, float] | None:
    """The hull of shares."""
    known = [part for part in parts if part is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None
