"""read: publication dates as values: what a source gave, checked against the calendar."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$")


def _edge(value: str, upper: bool) -> date | None:
    """First day of a date, month or instant, or the day after its last. None for what does not exist."""
    match = _VALUE.match(value.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or (12 if upper else 1)), int(match[3] or 1)
    try:
        first = date(year, month, day)
        if not upper:
            return first
        return first + timedelta(days=1) if match[3] else (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    except (ValueError, OverflowError):
        return None


@functools.lru_cache(maxsize=65536)
def days_of(published: str | None) -> tuple[date, date] | None:
    """The half-open days `[first, after)` that a `published` value allows; None for none or one that does not exist."""
    if not published:
        return None
    left, _, right = published.partition("/")
    first = _edge(left, upper=False)
    after = _edge(right, upper=False) if right else _edge(left, upper=True)
    if right and after is not None and first is not None and after <= first:
        after = _edge(right, upper=True)
    return (first, after) if first and after and first < after else None


def checked(value: object) -> str | None:
    """A date that a source gave, as we write it; None when it does not exist or is not a date."""
    text = str(value).strip()
    if re.fullmatch(r"\d{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text):
        try:
            moment = datetime.fromisoformat(text.replace("Z", "+00:00").replace("z", "+00:00"))
        except ValueError:
            return None
        return moment.isoformat().replace("+00:00", "Z")
    if re.fullmatch(r"\d{4}", text):
        text = f"{text}-01-01/{int(text) + 1:04d}-01-01"
    return text if days_of(text) else None


def span_text(first: date, after: date) -> str:
    """A day as `2020-03-05`, a month as `2020-03`, anything else as `a/b` (half-open)."""
    if after - first == timedelta(days=1):
        return first.isoformat()
    if first.day == 1 and after == (first + timedelta(days=31)).replace(day=1):
        return first.isoformat()[:7]
    return f"{first.isoformat()}/{after.isoformat()}"
