"""extract: the whole days that a time phrase names, counted from the day of the report or from the day told of last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from trucewatch.extract.times import calendar, hijri
from trucewatch.extract.times.calendar import Interval
from trucewatch.extract.times.timewords import TimePhrase


@dataclass(frozen=True, slots=True)
class Now:
    """What times are counted from: the day of the report, the day and year told of last, whether things lie ahead, or
    behind for certain.
    """

    anchor: dt.date | None
    told: dt.date | None = None
    future: bool = False
    told_year: int | None = None
    past: bool = False

    @property
    def end(self) -> dt.datetime | None:
        """The end of the day of the report."""
        return dt.datetime.combine(self.anchor + calendar.DAY, dt.time()) if self.anchor else None


def days_of(phrase: TimePhrase, now: Now) -> Interval | None:
    """The whole days that a phrase names, before bounds and clocks; None where they cannot be known."""
    days = _days(phrase, now)
    if days is None or phrase.third is None or days[1] - days[0] <= calendar.DAY or phrase.what not in _SPLIT:
        return days
    return calendar.third(days, phrase.third)


_RULE = re.compile(r"easter(?P<shift>[+-]\d+)?|(?P<lunar>hijri )?(?P<month>\d+)-(?P<day>\d+)")
_SPLIT = ("month", "year", "season", "unit", "weekend")


def _days(phrase: TimePhrase, now: Now) -> Interval | None:
    what, year, month = phrase.what, phrase.year, phrase.month
    if phrase.lunar:
        return _lunar(phrase, now)
    if what == "date" and year and month and phrase.day:
        return _stretch(year, month, phrase.day, phrase.second_day)
    if what == "month" and year and month:
        return calendar.month(year, month)
    if what == "year" and year:
        return calendar.year(year)
    if what == "season" and year and month:
        return calendar.season(year, month)
    if what == "feast":
        return _feast(phrase, now)
    if what in ("then", "clock", "part") and now.told is not None and phrase.which not in ("this", "last"):
        return _then(phrase, now.told, now)
    if what == "hence" and not now.future:
        return _then(phrase, now.told, now) if now.told is not None else None
    if what == "then" or now.anchor is None:
        return None
    return _relative(phrase, now.anchor, now)


def _stretch(year: int, month: int, day: int, second: int | None) -> Interval:
    start = dt.date(year, month, day)
    return start, (dt.date(year, month, second) if second else start) + calendar.DAY


def _lunar(phrase: TimePhrase, now: Now) -> Interval | None:
    month, year = phrase.month or 1, phrase.year
    if year is None:
        if now.anchor is None:
            return None
        year = hijri.year_near(now.anchor, month, phrase.day or 1, future=now.future)
    if phrase.day is None:
        return hijri.month(year, month)
    start = hijri.date(year, month, phrase.day)
    last = hijri.date(year, month, phrase.second_day) if phrase.second_day else start
    return start, last + calendar.DAY


def _feast(phrase: TimePhrase, now: Now) -> Interval | None:
    """A named day by its rule: "12-25", "easter", "easter-2", "hijri 10-1"."""
    rule = _RULE.fullmatch(phrase.unit or "")
    if rule is None:
        return None
    if rule["month"] and not rule["lunar"]:
        dated = replace(phrase, what="date" if phrase.year else "monthday", month=int(rule["month"]), unit=None)
        return _days(replace(dated, day=int(rule["day"])), now)
    anchor = now.anchor
    if phrase.year or anchor is None:
        return calendar.day(_feast_in(phrase.year, rule)) if phrase.year else None
    found = [_feast_in(anchor.year + k, rule) for k in (-1, 0, 1)]
    if now.future:
        return calendar.day(next(d for d in found if d >= anchor))
    return calendar.day([d for d in found if d <= anchor][-1])


def _feast_in(year: int, rule: re.Match[str]) -> dt.date:
    """A feast that moves, in one of our years."""
    if rule["lunar"]:
        month, day = int(rule["month"]), int(rule["day"])
        return hijri.date(hijri.year_near(dt.date(year, 12, 31), month, day, future=False), month, day)
    return calendar.easter(year) + dt.timedelta(days=int(rule["shift"] or 0))


def _then(phrase: TimePhrase, told: dt.date, now: Now) -> Interval | None:
    """Counted from the day told of last: "the next day", "two days later", "at 4 p.m."."""
    if phrase.what in ("clock", "part"):
        return calendar.day(told)
    unit = phrase.unit or "day"
    if phrase.which == "since":
        return told, (now.anchor or told) + calendar.DAY
    if phrase.number is None:
        return _sometime(told, unit, later=phrase.which != "earlier")
    if unit in ("hour", "minute"):
        return calendar.day(told)
    start = calendar.moved(told, unit, phrase.number)
    if not now.future and now.anchor is not None and start > now.anchor:
        return None  # counted from another day than this one: nothing done lies after its report
    return calendar.day(start) if unit in ("day", "week") else calendar.whole(start, unit, 0)


def _sometime(told: dt.date, unit: str, *, later: bool) -> Interval:
    """ "hours later", "days earlier": within a few of the unit."""
    if unit in ("hour", "minute"):
        return calendar.day(told)
    reach = dt.timedelta(days=calendar.RECENT_DAYS.get(unit, 35))
    return (told, told + reach) if later else (told - reach, told)


def _relative(phrase: TimePhrase, anchor: dt.date, now: Now) -> Interval | None:
    what, number, unit = phrase.what, phrase.number or 0, phrase.unit or "day"
    today = calendar.day(anchor)
    if what == "season":
        return _yearless_season(phrase, anchor, future=now.future)
    if phrase.month:
        return _yearless(phrase, anchor, now)
    days: dict[str, Callable[[], Interval | None]] = {
        "weekday": lambda: _weekday(phrase, anchor, now),
        "weekend": lambda: calendar.weekend(anchor, phrase.which, now.future),
        "unit": lambda: calendar.whole(anchor, unit, number),
        "day": lambda: _counted(anchor + dt.timedelta(days=number), phrase.weekday),
        "ago": lambda: _ago(anchor, unit, number),
        "past": lambda: (calendar.moved(anchor, unit, -number), today[1]),
        "within": lambda: (anchor, calendar.moved(anchor, unit, max(number, 1))),
        "hence": lambda: (anchor, calendar.moved(anchor, unit, max(number, 1))),
        "recent": lambda: (_recent(anchor, unit, phrase.number), today[1]),
        "ordinal": lambda: calendar.of_month(anchor, phrase.day or 1, now.future),
        "clock": lambda: today,
        "part": lambda: calendar.day(anchor - calendar.DAY) if phrase.which == "last" else today,
    }
    return days[what]() if what in days else None


def _counted(day: dt.date, weekday: int | None) -> Interval | None:
    """ "Today, Wednesday": the day counted, or that beside it whose weekday is named; a stranger says nothing."""
    near = (day, day - calendar.DAY, day + calendar.DAY)
    found = next((d for d in near if weekday is None or d.isoweekday() == weekday), None)
    return calendar.day(found) if found is not None else None


def _weekday(phrase: TimePhrase, anchor: dt.date, now: Now) -> Interval:
    """A day of the week: the nearest, or that of a week that is named."""
    if phrase.weeks is not None:
        return calendar.day(
            calendar.whole(anchor, "week", phrase.weeks)[0] + dt.timedelta(days=(phrase.number or 1) - 1)
        )
    return calendar.weekday(anchor, phrase.number or 1, phrase.which, now.future)


def _yearless_season(phrase: TimePhrase, anchor: dt.date, *, future: bool) -> Interval:
    """A season without its year: the one that runs or ran last, or the next."""
    found = [calendar.season(anchor.year + k, phrase.month or 1) for k in (-2, -1, 0, 1)]
    if phrase.which == "next" or (future and phrase.which is None):
        return next((s for s in found if s[0] > anchor), found[-1])
    begun = [s for s in found if (s[1] if phrase.which == "last" else s[0]) <= anchor]
    return begun[-1]


def _yearless(phrase: TimePhrase, anchor: dt.date, now: Now) -> Interval | None:
    """A month, or a day of a month, without its year; "last December" is the one before the anchor."""
    month = phrase.month or 1
    past = now.past or (phrase.bound == "since" and not now.future)
    year = now.told_year or calendar.yearless(anchor, month, phrase.day, now.future, phrase.which, past=past)
    if year is None:
        return None
    if phrase.what == "month":
        return calendar.month(year, month)
    return _stretch(year, month, phrase.day or 1, phrase.second_day)


def _ago(anchor: dt.date, unit: str, number: int) -> Interval:
    if unit in ("month", "year", "decade"):
        return calendar.whole(anchor, unit, -number)
    return calendar.day(calendar.moved(anchor, unit, -number) if unit in ("day", "week") else anchor)


def _recent(anchor: dt.date, unit: str, number: int | None) -> dt.date:
    if number:
        return calendar.moved(anchor, unit, -number)
    return anchor - dt.timedelta(days=calendar.RECENT_DAYS.get(unit, 35))
