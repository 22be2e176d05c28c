"""model: lines and zones as they stood on a day, where they have dated versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from trucewatch.model.agreement import Line, Version, Zone

Shape = TypeVar("Shape", Line, Zone)


def changes(shapes: Iterable[Line | Zone]) -> tuple[str, ...]:
    """The days on which a version of some of these begins or ends, in their order."""
    versions = [version for shape in shapes for version in shape.versions]
    return tuple(sorted({day for one in versions for day in (one.from_, one.until) if day is not None}))


def days_in_words(from_: str | None, until: str | None) -> str:
    """The days of a version in English: `from 2031-04-05 until 2031-05-01`."""
    return " ".join(f"{word} {day}" for word, day in (("from", from_), ("until", until)) if day is not None)


def with_version(shape: Shape, version: Version | None) -> Shape:
    """A line or zone with the geometry of one version, and that version alone; None leaves it without any."""
    rings = () if version is None else version.rings
    kept = () if version is None else (version,)
    if isinstance(shape, Line):
        return replace(shape, points=rings[0] if rings else (), versions=kept)
    return replace(shape, polygons=rings, readings={} if version is None else version.readings, versions=kept)


def versions_of(shape: Shape) -> list[Shape]:
    """A line or zone once for each of its versions; as it is where it has none."""
    return [with_version(shape, version) for version in shape.versions] or [shape]


def shown_on(shape: Shape, day: str | None) -> Shape:
    """The version to draw for a day: the one in force, else the last begun, else the first; without a day the last."""
    if not shape.versions:
        return shape
    if day is None:
        return with_version(shape, shape.versions[-1])
    begun = [one for one in shape.versions if one.from_ is None or one.from_ <= day]
    return with_version(shape, begun[-1] if begun else shape.versions[0])
