"""assess: what one text, or version of a text, has that another has not, down to numbers and the lines of zones."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.text.geometry import centred, shape_of, to_plane
from trucewatch.model import Agreement, Line, Zone
from trucewatch.model.versions import days_in_words, versions_of

_TABLES = {"anchors": "anchor", "lines": "line", "zones": "zone", "acts": "act", "classes": "class", "phases": "phase"}
_PLAIN = ("title", "signed", "tz", "effective", "ends", "supplements", "supersedes", "note")
_NAMES = {"from_": "from", "except_": "except"}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what kind of thing, its id, and for a change the field with its values before and after."""

    way: Literal["added", "dropped", "changed"]
    kind: str
    id: str
    field: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """The difference as a line."""
        if self.way != "changed":
            name = self.after or self.before
            return f"{self.way:7} {self.kind} {self.id}{f': {name}' if name else ''}"
        return f"changed {self.kind} {self.id}, {self.field}: {self.before or 'nothing'} -> {self.after or 'nothing'}"


def compare(before: Agreement, after: Agreement) -> list[Change]:
    """Every difference between two texts, what they call by the same id held side by side."""
    made = [
        Change("changed", "text", after.id, name, _said(getattr(before, name)), _said(getattr(after, name)))
        for name in _PLAIN
        if getattr(before, name) != getattr(after, name)
    ]
    made += _table("party", {p.id: p for p in before.parties}, {p.id: p for p in after.parties})
    for name, kind in _TABLES.items():
        made += _table(kind, getattr(before, name), getattr(after, name))
    made += _table("term", {p.id: p for p in before.provisions}, {p.id: p for p in after.provisions})
    return made


def _table(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Change]:
    for name in before:
        if name not in after:
            yield Change("dropped", kind, name, before=_title(before[name]))
    for name in after:
        if name not in before:
            yield Change("added", kind, name, after=_title(after[name]))
    for name in before:
        if name in after and before[name] != after[name]:
            yield from _fields(kind, name, before[name], after[name])


def _fields(kind: str, name: str, before: object, after: object) -> Iterator[Change]:
    shapes = (before, after)
    for field in dataclasses.fields(before):  # type: ignore[arg-type]
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or field.name == "id":
            continue
        if field.name == "versions":
            yield Change("changed", kind, name, "versions", *(_days(one) for one in shapes))
        elif field.name in ("polygons", "points") and all(isinstance(one, Zone | Line) for one in shapes):
            yield Change("changed", kind, name, "shape", *_moved(before, after))
        else:
            yield Change("changed", kind, name, _NAMES.get(field.name, field.name), _said(old), _said(new))


def _days(shape: object) -> str:
    """The days of a shape's versions, with the size of each."""
    if not isinstance(shape, Zone | Line) or not shape.versions:
        return ""
    drawn: list[Line | Zone] = []
    if isinstance(shape, Line):
        drawn += versions_of(shape)
    else:
        drawn += versions_of(shape)
    one_by_one = [(version, _degrees(one)) for version, one in zip(shape.versions, drawn, strict=True)]
    rough = [found for _, found in one_by_one if found is not None]
    plane = centred(rough)
    sized = [
        f"{days_in_words(version.from_, version.until) or 'at all times'}: "
        f"{_size(None if found is None else to_plane(found, plane))}"
        for version, found in one_by_one
    ]
    return "; ".join(sized)


def _moved(before: object, after: object) -> tuple[str, str]:
    """How large two shapes are, and how far the one lies from the other at most."""
    rough = [_degrees(one) for one in (before, after)]
    plane = centred([one for one in rough if one is not None])
    old, new = (None if one is None else to_plane(one, plane) for one in rough)
    said = [_size(one) for one in (old, new)]
    if old is None or new is None:
        return said[0], said[1]
    away = shapely.hausdorff_distance(shapely.segmentize(_edge(old), 1.0), shapely.segmentize(_edge(new), 1.0))
    other = f", up to {away:.1f} km from where it was"
    if old.area:
        other += f", {shapely.symmetric_difference(old, new).area:.0f} km² in one of the two only"
    return said[0], said[1] + other


def _degrees(one: object) -> BaseGeometry | None:
    if isinstance(one, Line):
        return shapely.LineString(one.points)
    return shape_of(one.polygons) if isinstance(one, Zone) and one.polygons else None


def _edge(shape: BaseGeometry) -> BaseGeometry:
    return shapely.boundary(shape) if shape.area else shape


def _size(shape: BaseGeometry | None) -> str:
    if shape is None:
        return "undefined"
    return f"{shape.area:.0f} km²" if shape.area else f"{shape.length:.1f} km long"


def _title(one: object) -> str:
    return str(getattr(one, "title", "") or getattr(one, "name", ""))


def _said(value: object) -> str:
    """A value of the model as a person would write it."""
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(_said(one) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = ((_NAMES.get(f.name, f.name), _said(getattr(value, f.name))) for f in dataclasses.fields(value))
        return " ".join(f"{name} {said}" for name, said in named if said)
    return f"{value:g}" if isinstance(value, float) else str(value)
