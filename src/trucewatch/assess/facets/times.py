"""assess: when an incident was, as intervals of instants, and whether that lies within a provision's window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from trucewatch.assess.profile import Profile
from trucewatch.assess.text.quantity import SECOND, clock, start_of
from trucewatch.model import Anchor, Time, Window

EVER = datetime.max.replace(tzinfo=UTC)
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval of instants; an open side is `NEVER` or `EVER`."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Bounds:
    """One reading of a window: each edge as an interval of instants, and the clock by which it tells its days."""

    name: str
    from_: tuple[datetime, datetime]
    to: tuple[datetime, datetime]
    clock: tzinfo


def spans(time: Time, days: tzinfo, hours: tzinfo, profile: Profile) -> tuple[Span, ...]:
    """The interval of a time and of its readings.

    A whole day is the day of the clock `days`, in which the agreement's own dates are read; an hour without an offset
    is read in `hours`. A time taken from the day of the report reaches back as many days as the profile allows.
    """
    given = [(time.start, time.end), *((reading.start, reading.end) for reading in time.readings)]
    offset = hours if time.zone is None else clock(time.zone)
    made = []
    for start, end in given:
        low = NEVER if start is None else _moment(start, days, offset)
        high = EVER if end is None else _moment(end, days, offset)
        if time.basis == "published" and high < EVER:
            reach = high - timedelta(days=1 + profile.undated_within_days)
            low = reach if low == NEVER else min(low, reach)
        made.append(Span(low, max(low, high)))
    return tuple(made)


def _moment(text: str, days: tzinfo, hours: tzinfo) -> datetime:
    """An ISO 8601 year, month, day or instant as the instant at which it begins, in UTC."""
    if len(text) <= 10:
        return start_of(date.fromisoformat((text + "-01-01")[:10] if len(text) < 7 else (text + "-01")[:10]), days)
    moment = datetime.fromisoformat(text)
    return (moment.replace(tzinfo=hours) if moment.tzinfo is None else moment).astimezone(UTC)


def bounds(window: Window | None, anchor: Callable[[str], Anchor], local: tzinfo) -> tuple[Bounds, ...]:
    """The readings of a window, its anchors as `anchor` gives them. Where no edge has readings there is one, unnamed.

    A beginning that waits for an act nobody has told of may be any instant; such an end is open.
    """
    start = None if window is None or window.from_ is None else anchor(window.from_)
    last = window and (window.to or window.by)
    stop = None if not last else anchor(last)
    starts = _edge(start, NEVER, local)
    stops = _edge(None if stop is not None and stop.waits and stop.earliest is None else stop, EVER, local)
    made = []
    for first, edge, zone in starts:
        for second, limit, other in stops:
            name = ", ".join(part for part in (first, second) if part)
            made.append(Bounds(name, edge, limit, zone if first else other))
    return tuple(made)


def _edge(anchor: Anchor | None, open_: datetime, local: tzinfo) -> list[tuple[str, tuple[datetime, datetime], tzinfo]]:
    if anchor is None:
        return [("", (open_, open_), local)]
    if not anchor.readings:
        return [("", (_utc(anchor.earliest, NEVER), _utc(anchor.latest, EVER)), local)]
    return [
        (name, (_utc(low, NEVER), _utc(high, EVER)), clock(anchor.clocks[name]) if name in anchor.clocks else local)
        for name, (low, high) in anchor.readings.items()
    ]


def _utc(text: str | None, otherwise: datetime) -> datetime:
    return otherwise if text is None else datetime.fromisoformat(text)


def inside(span: Span, bound: Bounds) -> str:
    """`T` when all of a span lies in the window however its edges fall, `F` when none can, else `N`."""
    # A deadline is the last instant that counts, so a day that ends with it is inside.
    last = span.end - SECOND if span.end > span.start and span.end < EVER else span.end
    if span.start >= bound.from_[1] and last <= bound.to[0]:
        return "T"
    if span.end <= bound.from_[0] or span.start > bound.to[1]:
        return "F"
    return "N"


def share(span: Span, bound: Bounds) -> tuple[float, float] | None:
    """The least and greatest share of a span that lies after the window's start; None for open spans and windows."""
    if span.start == NEVER or span.end == EVER or span.end <= span.start or bound.from_[0] == NEVER:
        return None
    whole = span.end - span.start
    late, early = ((span.end - edge) / whole for edge in (bound.from_[1], bound.from_[0]))
    return max(0.0, min(1.0, late)), max(0.0, min(1.0, early))
