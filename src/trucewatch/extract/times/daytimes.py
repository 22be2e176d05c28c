"""extract: parts of a day as hours, and the two instants that "midnight" may mean."""

from __future__ import annotations

import datetime as dt

from trucewatch.extract.times.calendar import DAY, Interval
from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.model import TimeReading

PARTS = {
    "small": (0, 6),
    "dawn": (4, 8),
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 24),
}
"""The hours of each part of a day: a policy, wide rather than false."""
NIGHT_END = 6
"""The hour at which a night ends."""
_WHOLE = {"early": (0, 9), "late": (18, 24)}
"""Early and late on a day of which no part is named."""
_NARROW = {
    ("early", "morning"): (0, 9), ("late", "morning"): (9, 12), ("early", "afternoon"): (12, 15),
    ("late", "afternoon"): (15, 18), ("early", "evening"): (18, 20), ("late", "evening"): (20, 24),
    ("late", "night"): (21, 24), ("early", "night"): (18, 22),
    ("mid", "morning"): (8, 11), ("mid", "afternoon"): (13, 16),
}  # fmt: skip
_NIGHTS = ("night", "overnight", "eve")
Part = tuple[dt.datetime, dt.datetime, tuple[TimeReading, ...]]


def day_part(day: dt.date, hour: int) -> dt.datetime:
    """An hour of a day; 24 is the first of the next."""
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour)


def part_of(phrase: TimePhrase, days: Interval) -> Part | None:
    """The hours of the part of a day that a phrase names; None when it names the whole day."""
    day = days[0]
    if phrase.part in _NIGHTS and phrase.second_day and days[1] - day == 2 * DAY:
        return day_part(day, 18), day_part(day, 24 + NIGHT_END), ()  # "in the night of 4-5 March"
    if days[1] - day != DAY:
        return None
    if phrase.part == "overnight" and phrase.what == "part":
        coming = TimeReading(
            "the night before the day or the one after it", *_iso(day_part(day, 18), day_part(day, 30))
        )
        return day_part(day, -6), day_part(day, NIGHT_END), (coming,)
    if phrase.part == "eve":
        # "в ночь на вторник": the night that ends on that day, of which most lies in it.
        evening = TimeReading("the night began on the evening before", *_iso(day_part(day, -6), day_part(day, 0)))
        return day_part(day, 0), day_part(day, NIGHT_END), (evening,)
    part = "night" if phrase.part == "overnight" else phrase.part
    if part in PARTS:
        low, high = _NARROW.get((phrase.third or "", part), PARTS[part])
        readings = (_after_midnight(day),) if part == "night" else ()
        return day_part(day, low), day_part(day, high), readings
    if phrase.third in _WHOLE and phrase.part is None and phrase.month is None and phrase.unit is None:
        low, high = _WHOLE[phrase.third]
        return day_part(day, low), day_part(day, high), (_after_midnight(day),) if phrase.third == "late" else ()
    return None


def last_night(phrase: TimePhrase) -> bool:
    """Whether a phrase names the night that led to the day of the report: "last night", "dün gece"."""
    led = phrase.which == "last" if phrase.what == "part" else phrase.what == "day" and phrase.number == -1
    return led and phrase.part == "night"


def _after_midnight(day: dt.date) -> TimeReading:
    return TimeReading("a night runs past midnight", *_iso(day_part(day, 24), day_part(day, 24 + NIGHT_END)))


def midnights(base: dt.datetime, *, coming: bool) -> Part:
    """The first instant of a day, and its last as another reading; of something to come on the day itself, the last."""
    late = base + DAY
    chosen, other = (late, base) if coming else (base, late)
    minute = dt.timedelta(minutes=1)
    why = "midnight of a day is its first or its last instant"
    return chosen, chosen + minute, (TimeReading(why, *_iso(other, other + minute)),)


def _iso(start: dt.datetime, end: dt.datetime) -> tuple[str, str]:
    return start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")
