"""check: which version of each line and zone was in force when something happened, stretch of days by stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from trucewatch.check import ground
from trucewatch.check.clock import LAST, SECOND, Stretch, midnight
from trucewatch.model import Agreement, Line, Where, Zone


@dataclass(frozen=True)
class Span:
    """Days between two changes: from the one until before the other, None where there is none."""

    first: str | None
    next: str | None

    def __str__(self) -> str:
        """As findings write it."""
        begin = f"from {self.first}" if self.first else ""
        return f"{begin} until {self.next}".strip() if self.next else begin

    def meets(self, stretch: Stretch, clock: tzinfo) -> bool:
        """Whether any instant of a stretch of time lies in these days."""
        start, end = stretch
        last = end - SECOND if start < end < LAST else end
        begun = self.first is None or last >= _begins(self.first, clock)
        return begun and (self.next is None or start < _begins(self.next, clock))


def _begins(day: str, clock: tzinfo) -> datetime:
    return midnight(date.fromisoformat(day), clock)


def named(where: Where, text: Agreement) -> list[Line | Zone]:
    """What a condition of place is made of, other zones that may be meant left out."""
    first: Line | Zone = text.lines[where.of] if where.relation == "along" else text.zones[where.of]
    return [first, *(text.zones[name] for name in where.except_)]


def between(shapes: Sequence[Line | Zone]) -> list[Span]:
    """All time, cut where one of these changes."""
    days = {day for shape in shapes for one in shape.versions for day in (one.from_, one.until)} - {None}
    cuts = [None, *sorted(str(day) for day in days), None]
    return [Span(cuts[at], cuts[at + 1]) for at in range(len(cuts) - 1)]


def spans(where: Where, text: Agreement) -> list[Span]:
    """All time, cut where anything changes that a condition of place may mean."""
    return between([*named(where, text), *(text.zones[name] for name in where.readings)])


def shapes(where: Where, text: Agreement, span: Span) -> list[ground.Shape]:
    """The readings of a condition of place in some days."""
    then = replace(
        text,
        lines={name: _line(line, span) for name, line in text.lines.items()},
        zones={name: _zone(zone, span) for name, zone in text.zones.items()},
    )
    made = ground.shapes(where, then)
    own = len(made) - len(where.readings)
    others: list[list[Line | Zone]] = [[text.zones[name]] for name in where.readings]
    return [
        _marked(shape, parts, span)
        for shape, parts in zip(made, [*[named(where, text)] * own, *others], strict=True)
    ]  # fmt: skip


def _marked(shape: ground.Shape, parts: Sequence[Line | Zone], span: Span) -> ground.Shape:
    cut = between(parts)
    if len(cut) == 1:
        return shape
    around = next(one for one in cut if _within(span, one))
    gap = any(part.versions and _version(part, span) is None for part in parts)
    return replace(shape, days=str(around), gap=gap)


def _within(span: Span, other: Span) -> bool:
    late = other.first is None or (span.first is not None and span.first >= other.first)
    return late and (other.next is None or (span.next is not None and span.next <= other.next))


def _version(shape: Line | Zone, span: Span) -> int | None:
    """The number of the version that holds through some days."""
    for at, one in enumerate(shape.versions):
        if _within(span, Span(one.from_, one.until)):
            return at
    return None


def _line(line: Line, span: Span) -> Line:
    at = _version(line, span)
    if not line.versions:
        return line
    return replace(line, points=() if at is None else line.versions[at].rings[0], versions=())


def _zone(zone: Zone, span: Span) -> Zone:
    at = _version(zone, span)
    if not zone.versions:
        return zone
    if at is None:
        return replace(zone, polygons=(), readings={}, versions=())
    return replace(zone, polygons=zone.versions[at].rings, readings=zone.versions[at].readings, versions=())
