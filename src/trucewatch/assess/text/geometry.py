"""assess: lines and zones of an agreement, from points, files, buffers and combinations of zones."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.text import schema
from trucewatch.assess.text.dated import in_time
from trucewatch.assess.text.names import unknown
from trucewatch.assess.text.projection import Projection
from trucewatch.assess.text.quantity import length_km
from trucewatch.assess.text.strictyaml import Document
from trucewatch.errors import AgreementError
from trucewatch.model import Line, Version, Zone
from trucewatch.model.agreement import Point

Where = tuple[str | int, ...]
Rings = tuple[tuple[Point, ...], ...]
_COMBINE: dict[str, Callable[[BaseGeometry, BaseGeometry], BaseGeometry]] = {
    "union": shapely.union,
    "intersection": shapely.intersection,
    "difference": shapely.difference,
}


class Features:
    """The features of the GeoJSON files beside an agreement, by file and id; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, dict[str, Any]] = {}

    def get(self, document: Document, where: Where, file: str, feature: str) -> BaseGeometry:
        """The geometry of a feature in degrees."""
        if file not in self._files:
            self._files[file] = self._read(document, where, file)
        if feature not in self._files[file]:
            raise unknown(document, where, f"feature in {file} called", feature, self._files[file])
        try:
            shape: BaseGeometry = shapely.from_geojson(json.dumps(self._files[file][feature]))
        except shapely.errors.ShapelyError as error:
            path = str(self._folder / file)
            raise AgreementError(path, None, f'"{feature}" is not a geometry.', "Check it in a map editor.") from error
        return shape

    def _read(self, document: Document, where: Where, file: str) -> dict[str, Any]:
        path = (self._folder / file).resolve()
        if self._folder.resolve() not in path.parents or not path.is_file():
            raise document.fail(
                where, f'there is no file "{file}" beside the agreement.', "Put it into the same folder."
            )
        try:
            collection = json.loads(path.read_text(encoding="utf-8"))
            return {item["id"]: item["geometry"] for item in collection["features"]}
        except (ValueError, KeyError, TypeError) as error:
            problem = "this is not a GeoJSON FeatureCollection whose features have an id."
            raise AgreementError(str(path), None, problem, "Give every feature an `id` of its own.") from error


LAST = "9999-12-31"
"""Stands for the day of the last version, whether or not it has ended by then."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A geometry in degrees with the days on which it holds; `given` of a dated version."""

    shape: BaseGeometry
    days: Version
    given: schema.Version | None = None


class Shapes:
    """Builds lines and zones, each once; zones may stand on lines and other zones, but not in a ring."""

    def __init__(self, document: Document, given: schema.File, features: Features) -> None:
        self._document, self._given, self._features = document, given, features
        self._busy: list[str] = []
        self._zones: dict[tuple[str, str | None], BaseGeometry | None] = {}
        self._lines = {name: self._pieces(name, line, ("lines", name)) for name, line in given.lines.items()}
        self._areas = {
            name: self._pieces(name, zone, ("zones", name))
            for name, zone in given.zones.items()
            if zone.points or zone.file or zone.feature or zone.versions
        }
        pieces = [piece for table in (self._lines, self._areas) for found in table.values() for piece in found]
        self._plane = centred([piece.shape for piece in pieces])

    def lines(self) -> dict[str, Line]:
        """Every line by id."""
        made = {}
        for name, given in self._given.lines.items():
            dated = tuple(self._version(one, (_along(one.shape),)) for one in self._lines[name] if one.given)
            made[name] = Line(
                name, given.name, _along(self._lines[name][-1].shape), given.status, length_km(given.tolerance),
                given.basis.strip(), dated,
            )  # fmt: skip
        return made

    def zones(self) -> dict[str, Zone]:
        """Every zone by id."""
        for name in self._given.zones:
            self._zone(name, ("zones", name), LAST)
        return {name: self._finished(name, given) for name, given in self._given.zones.items()}

    def _pieces(self, name: str, given: schema.Line | schema.Zone, where: Where) -> list[_Piece]:
        """The geometry that the file gives, or each of its versions in the order of time."""
        area = isinstance(given, schema.Zone)
        if given.versions is None:
            return [_Piece(self._points(name, given, where, area=area), Version(None, None, ()))]
        return [
            _Piece(self._points(name, one, (*where, "versions", at), area=area), Version(one.from_, one.until, ()), one)
            for at, one in in_time(self._document, (*where, "versions"), given.versions)
        ]

    def _version(self, piece: _Piece, rings: Rings) -> Version:
        given = piece.given
        about = (given.basis.strip(), tuple(one.strip() for one in given.references)) if given else ("", ())
        return Version(piece.days.from_, piece.days.until, rings, *about)

    def _points(
        self, name: str, given: schema.Line | schema.Zone | schema.Version, where: Where, *, area: bool
    ) -> BaseGeometry:
        if given.points is None:
            return self._features.get(self._document, where, given.file or "zones.geojson", given.feature or name)
        try:
            pairs = [(float(lon), float(lat)) for lon, lat in given.points]
            shape: BaseGeometry = shapely.Polygon(pairs) if area else shapely.LineString(pairs)
        except (ValueError, shapely.errors.ShapelyError) as error:
            raise self._document.fail(
                where, f'the points of "{name}" make no shape.', "Give [lon, lat] pairs."
            ) from error
        return shape

    def _zone(self, name: str, where: Where, day: str | None) -> BaseGeometry | None:
        """A zone on the plane, in kilometres, as it stood on a day; None while it is undefined or has no version."""
        if (name, day) in self._zones:
            return self._zones[name, day]
        if name not in self._given.zones:
            raise unknown(self._document, where, "zone", name, self._given.zones)
        if name in self._busy:
            ring = " -> ".join([*self._busy, name])
            raise self._document.fail(
                where, f"zones stand on each other in a ring ({ring}).", "Give one by its points."
            )
        self._busy.append(name)
        self._zones[name, day] = self._shape(name, self._given.zones[name], ("zones", name), day)
        self._busy.pop()
        return self._zones[name, day]

    def _shape(self, name: str, given: schema.Zone, where: Where, day: str | None) -> BaseGeometry | None:
        if given.undefined is not None:
            return None
        if given.buffer is not None:
            return self._buffer(given.buffer, length_km(given.buffer.distance), (*where, "buffer", "of"), day)
        for way, combine in _COMBINE.items():
            parts = getattr(given, way)
            if parts is not None:
                shapes = [self._zone(part, (*where, way, at), day) for at, part in enumerate(parts)]
                return _combined(shapes, combine)
        found = _on(self._areas[name], day)
        return None if found is None else to_plane(found.shape, self._plane)

    def _buffer(self, given: schema.Buffer, distance: float, where: Where, day: str | None) -> BaseGeometry | None:
        if given.of not in self._lines:
            raise unknown(self._document, where, "line", given.of, self._lines)
        found = _on(self._lines[given.of], day)
        if found is None:
            return None
        line = to_plane(found.shape, self._plane)
        if given.side == "both":
            return shapely.buffer(line, distance, quad_segs=16)
        return shapely.buffer(line, distance if given.side == "left" else -distance, quad_segs=16, single_sided=True)

    def _finished(self, name: str, given: schema.Zone) -> Zone:
        return Zone(
            id=name,
            name=given.name,
            polygons=self._rings(self._zone(name, ("zones", name), LAST)),
            status=given.status,
            tolerance_km=length_km(given.tolerance),
            basis=given.basis.strip(),
            of=None if given.buffer is None else given.buffer.of,
            distance_km=None if given.buffer is None else length_km(given.buffer.distance),
            undefined_until=None if given.undefined is None else given.undefined.until.strip(),
            readings=self._readings(name, given, LAST),
            versions=self._versions(name, given),
        )

    def _readings(self, name: str, given: schema.Zone, day: str | None) -> dict[str, Rings]:
        if given.buffer is None:
            return {}
        where: Where = ("zones", name, "buffer", "of")
        return {d: self._rings(self._buffer(given.buffer, length_km(d), where, day)) for d in given.readings}

    def _versions(self, name: str, given: schema.Zone) -> tuple[Version, ...]:
        """A zone's own versions, or one for each stretch of days in which what it is built from stays as it is."""
        if name in self._areas:
            pieces = [one for one in self._areas[name] if one.given]
            return tuple(self._version(one, self._rings(to_plane(one.shape, self._plane))) for one in pieces)
        turns: list[str | None] = [None, *sorted(self._turns(name)), None]
        if len(turns) == 2 or given.undefined is not None:
            return ()
        found = []
        for first, last in pairwise(turns):
            shape = self._zone(name, ("zones", name), first)
            if shape is not None:
                readings = self._readings(name, given, first)
                found.append(Version(first, last, self._rings(shape), readings=readings))
        return tuple(found)

    def _turns(self, name: str) -> set[str]:
        """The days on which anything changes that a zone is built from."""
        given = self._given.zones[name]
        pieces = self._lines[given.buffer.of] if given.buffer is not None else self._areas.get(name, [])
        days = {day for one in pieces for day in (one.days.from_, one.days.until) if day is not None}
        parts = [part for way in _COMBINE for part in getattr(given, way) or ()]
        return days.union(*(self._turns(part) for part in parts))

    def _rings(self, shape: BaseGeometry | None) -> Rings:
        """Every ring in degrees, rounded to a metre: each outline followed by its holes."""
        rings = []
        for part in shapely.get_parts(shape) if shape is not None else ():
            for ring in (shapely.get_exterior_ring(part), *shapely.get_parts(shapely.get_rings(part)[1:])):
                x, y = shapely.get_coordinates(ring).T
                lon, lat = self._plane.back(x, y)
                rings.append(tuple((round(float(a), 5), round(float(b), 5)) for a, b in zip(lon, lat, strict=True)))
        return tuple(rings)


def shape_of(rings: Rings) -> BaseGeometry:
    """The area of rings in degrees: what lies within an odd number of them, so that a ring in a ring is a hole."""
    parts = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings]
    return functools.reduce(shapely.symmetric_difference, parts)


def _on(pieces: list[_Piece], day: str | None) -> _Piece | None:
    """What held on a day; None in a gap."""
    return pieces[-1] if day == LAST else next((one for one in pieces if one.days.holds(day)), None)


def _along(shape: BaseGeometry) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in shapely.get_coordinates(shape))


def _combined(
    shapes: list[BaseGeometry | None], combine: Callable[[BaseGeometry, BaseGeometry], BaseGeometry]
) -> BaseGeometry | None:
    first, *rest = shapes
    for shape in rest:
        if first is None or shape is None:
            return None
        first = combine(first, shape)
    return first


def centred(shapes: list[BaseGeometry]) -> Projection:
    """A plane about the middle of some shapes in degrees; about 0, 0 when there are none."""
    if not shapes:
        return Projection(0.0, 0.0)
    west, south, east, north = shapely.total_bounds(shapes)
    return Projection(float(west + east) / 2, float(south + north) / 2)


def to_plane(shape: BaseGeometry, plane: Projection) -> BaseGeometry:
    """A shape in degrees on the plane, in kilometres."""
    flat: BaseGeometry = shapely.transform(shape, plane.forward, interleaved=False)
    return flat
