"""extract: calendar arithmetic on an anchor day: weekdays, weeks, months without a year, windows that lead up to it."""

from __future__ import annotations

import datetime as dt

from trucewatch.model.claim import TimePrecision

Interval = tuple[dt.date, dt.date]
"""Half-open days `[start, end)`."""
DAY = dt.timedelta(days=1)
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


def length(unit: str, count: float) -> dt.timedelta:
    """A span of units as days (months of 30 days, years of 365)."""
    days = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
    return dt.timedelta(days=days * min(count, 20000 / max(days, 1)))


def yearless(
    anchor: dt.date, month_number: int, day_number: int | None, future: bool, which: str | None = None
) -> int | None:
    """The year in which a day or month without one lies: the nearest to the anchor; the tense decides a near tie."""
    best: tuple[float, int] | None = None
    for candidate in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            date = dt.date(candidate, month_number, day_number or 15)
        except ValueError:
            continue
        if future and day_number and (anchor - date).days > RECENT_DAYS["day"]:
            continue
        if (which == "last" and date >= anchor) or (which == "next" and date <= anchor):
            continue
        distance = abs((date - anchor).days) + (60 if (date > anchor) != future and date != anchor else 0)
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else None


PRECISION_OF: dict[str, TimePrecision] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "year",
}
