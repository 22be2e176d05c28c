"""extract: the day from which the times of a report are counted."""

from __future__ import annotations

import datetime as dt
import re

from trucewatch.model import Report

_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_YEAR = 366
_WIDEST_ANCHOR = 4
"""Days of a publication interval beyond which "Friday" is not counted from it."""


def anchor_of(report: Report) -> dt.date | None:
    """The day from which "yesterday" and "Friday" are counted: the publication day, or a short interval's last day."""
    days = [_day(part) for part in (report.published or "").split("/")]
    if not days or any(day is None for day in days):
        return None
    first, last = days[0], days[-1]
    if first is None or last is None or first == last:
        return first
    # Intervals are half-open: `2020-02-21/2020-02-23` ends with the 22nd.
    return last - dt.timedelta(days=1) if (last - first).days <= _WIDEST_ANCHOR else None


def rough_anchor_of(report: Report) -> dt.date | None:
    """A day within the publication interval or month, for what only lacks a year; None when it is wider than a year."""
    parts = (report.published or "").split("/")
    days = [_day(part) or _day(f"{part}-15") for part in parts]
    first, last = days[0], days[-1]
    if first is None or last is None or (last - first).days > _YEAR:
        return None
    return first + (last - first) / 2


def _day(value: str) -> dt.date | None:
    """The day of an instant or date; None for a month or year alone, from which nothing relative can be counted."""
    found = re.match(r"\d{4}-\d\d-\d\d", value)
    try:
        day = dt.date.fromisoformat(found.group()) if found else None
        # The calendar's own edges leave no room for "last year" and "tomorrow".
        return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None
    except ValueError:
        return None
