"""extract: calendar arithmetic on an anchor day: weekdays, weeks, months without a year, windows that lead up to it."""

from __future__ import annotations

import datetime as dt
import functools
import math

from trucewatch.model.claim import TimePrecision

Interval = tuple[dt.date, dt.date]
"""Half-open days `[start, end)`."""
DAY = dt.timedelta(days=1)


@functools.lru_cache(maxsize=4096)
def iso(day: dt.date) -> str:
    """A day as it is written in a claim; the same few days are told over and over."""
    return day.isoformat()


_AGAINST = 180
"""Days by which a date without a year must lie nearer on the side that the tense speaks against."""
RECENT_DAYS = {"day": 7, "week": 35, "month": 120, "year": 1460, "hour": 1, "minute": 1}
"""How far back "in recent days / weeks / months" reaches at most: a policy, wide rather than false."""


def day(value: dt.date) -> Interval:
    """One whole day."""
    return value, value + DAY


def weekday(anchor: dt.date, number: int, which: str | None, future: bool) -> Interval:
    """The weekday (1 Monday … 7 Sunday) nearest to the anchor on the side that the tense or "last", "next" asks."""
    behind = (anchor.isoweekday() - number) % 7
    ahead = (number - anchor.isoweekday()) % 7
    if which == "last":
        return day(anchor - dt.timedelta(days=behind or 7))
    if which == "next":
        return day(anchor + dt.timedelta(days=ahead or 7))
    return day(anchor + dt.timedelta(days=ahead) if future else anchor - dt.timedelta(days=behind))


def weekend(anchor: dt.date, which: str | None, future: bool) -> Interval:
    """Saturday and Sunday: the last ones at or before the anchor, or the next."""
    saturday = anchor - dt.timedelta(days=(anchor.isoweekday() - 6) % 7)
    if which == "next" or (future and which != "last"):
        saturday = anchor + dt.timedelta(days=(6 - anchor.isoweekday()) % 7)
    elif which == "last" and anchor.isoweekday() >= 6:
        saturday -= dt.timedelta(days=7)
    return saturday, saturday + dt.timedelta(days=2)


def month(year: int, number: int) -> Interval:
    """A calendar month."""
    return dt.date(year, number, 1), dt.date(year + number // 12, number % 12 + 1, 1)


def year(number: int) -> Interval:
    """A calendar year."""
    return dt.date(number, 1, 1), dt.date(number + 1, 1, 1)


def whole(anchor: dt.date, unit: str, offset: int) -> Interval:
    """The day, week (from Monday), month or year that lies `offset` units from the anchor's."""
    if unit == "week":
        start = anchor - dt.timedelta(days=anchor.isoweekday() - 1) + dt.timedelta(weeks=offset)
        return start, start + dt.timedelta(weeks=1)
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + offset
        return month(index // 12, index % 12 + 1)
    if unit == "year":
        return year(anchor.year + offset)
    if unit == "decade":
        start_year = (anchor.year // 10 + offset) * 10
        return dt.date(start_year, 1, 1), dt.date(start_year + 10, 1, 1)
    return day(anchor + dt.timedelta(days=offset))


def of_month(anchor: dt.date, number: int, future: bool) -> Interval:
    """The day of this month with a number, or of the month before or after where the tense asks for it."""
    for offset in (0, 1, 2) if future else (0, -1, -2):
        start, end = whole(anchor, "month", offset)
        found = start + dt.timedelta(days=number - 1)
        if found < end and (found >= anchor if future else found <= anchor):
            return day(found)
    raise ValueError("no such day")


def shifted(interval: Interval, years: int) -> Interval:
    """The same days of another year."""
    start, end = interval
    return start.replace(year=start.year + years), end.replace(year=end.year + years)


def moved(date: dt.date, unit: str, count: int) -> dt.date:
    """A day moved by a number of units: months and years by the calendar, hours and minutes within the day."""
    if unit in ("month", "year", "decade"):
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        index = date.year * 12 + date.month - 1 + months
        start, end = month(index // 12, index % 12 + 1)
        return min(start + dt.timedelta(days=date.day - 1), end - DAY)
    # What is counted in hours begins on the day on which the first of them lies.
    days = {"minute": count / 1440, "hour": count / 24, "day": count, "week": 7 * count}[unit]
    return date + dt.timedelta(days=math.ceil(days) if days > 0 else math.floor(days))


def yearless(
    anchor: dt.date,
    month_number: int,
    day_number: int | None,
    future: bool,
    which: str | None = None,
    *,
    past: bool = False,
) -> int | None:
    """The year in which a day or month without one lies: the nearest to the anchor; the tense decides a near tie.

    What is told as done (`past`) lies not after the anchor, whichever is nearer.
    """
    best: tuple[float, int] | None = None
    for candidate in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            date = dt.date(candidate, month_number, day_number or 15)
        except ValueError:
            continue
        if future and day_number and (anchor - date).days > RECENT_DAYS["day"]:
            continue
        if past and (date > anchor + DAY if day_number else (candidate, month_number) > (anchor.year, anchor.month)):
            continue
        if (which == "last" and date >= anchor) or (which == "next" and date <= anchor):
            continue
        distance = abs((date - anchor).days) + (_AGAINST if (date > anchor) != future and date != anchor else 0)
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else None


def third(interval: Interval, which: str) -> Interval:
    """The early, mid or late part of a month, a season or a year: about a third of it each."""
    start, end = interval
    days = (end - start).days
    # Months are cut at the 10th and the 20th, as people do.
    first, second = (10, 20) if 28 <= days <= 31 else (days // 3, days - days // 3)
    cuts = {"early": (0, first), "mid": (first, second), "late": (second, days)}[which]
    return start + dt.timedelta(days=cuts[0]), start + dt.timedelta(days=cuts[1])


def season(year_number: int, first_month: int) -> Interval:
    """The three months that begin with one; winter runs into the next year."""
    last = (first_month + 1) % 12 + 1
    return month(year_number, first_month)[0], month(year_number + (1 if last < first_month else 0), last)[1]


def easter(year_number: int) -> dt.date:
    """Easter Sunday of the western churches, by the rule of Meeus."""
    a, b, c = year_number % 19, year_number // 100, year_number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    number = h + k - 7 * m + 114
    return dt.date(year_number, number // 31, number % 31 + 1)


PRECISION_OF: dict[str, TimePrecision] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "year",
}
