"""known: which reports were known by an instant K, and which of them only just."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from trucewatch.errors import SettingsError
from trucewatch.model import Report

KnownBy = Literal["published", "acquired"]
Interval = tuple[datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class Cut:
    """Reports let in and held back; `edge` are ids let in although they may have appeared after the instant."""

    reports: tuple[Report, ...]
    edge: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()


def cut(reports: Iterable[Report], as_of: str | None, known_by: KnownBy = "published") -> Cut:
    """Let in what may have been known by `as_of`: the earliest instant that a report's date allows decides."""
    if as_of is None:
        return Cut(tuple(reports))
    limit = instant(as_of)
    kept, edge, held = [], [], []
    for report in reports:
        start, end = interval(report.published if known_by == "published" else report.retrieved)
        if start is not None and start > limit:
            held.append(report.id)
            continue
        kept.append(report)
        if end is None or end > limit:
            edge.append(report.id)
    return Cut(tuple(kept), tuple(edge), tuple(held))


def instant(text: str) -> datetime:
    """The start of an ISO 8601 instant, day, month or year, in UTC; SettingsError where it is none of these."""
    try:
        return _span(text)[0]
    except ValueError as error:
        raise SettingsError(f'"{text}" is not a time. Write it as 2020-03-06T12:00Z or 2020-03-06.') from error


def interval(text: str | None) -> Interval:
    """The half-open interval of instants that a report's date allows; a side that is not known is None."""
    if not text:
        return None, None
    first, _, last = text.partition("/")
    try:
        start = None if first in ("", "..") else _span(first)
        if not last:
            return start or (None, None)
        return start[0] if start else None, None if last == ".." else _span(last)[0]
    except ValueError:
        return None, None


def _span(text: str) -> tuple[datetime, datetime]:
    """Start and end of what an ISO 8601 text names. A time without an offset is taken as UTC."""
    if len(text) == 4:
        year = datetime(int(text), 1, 1, tzinfo=UTC)
        return year, year.replace(year=year.year + 1)
    if len(text) == 7:
        month = datetime(int(text[:4]), int(text[5:]), 1, tzinfo=UTC)
        return month, (month + timedelta(days=32)).replace(day=1)
    start = datetime.fromisoformat(text)
    start = start.replace(tzinfo=UTC) if start.tzinfo is None else start.astimezone(UTC)
    return start, start + timedelta(days=1) if len(text) == 10 else start
