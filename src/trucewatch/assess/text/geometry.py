"""assess: lines and zones of an agreement, from points, files, buffers and combinations of zones."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.text import schema
from trucewatch.assess.text.names import unknown
from trucewatch.assess.text.projection import Projection
from trucewatch.assess.text.quantity import length_km
from trucewatch.assess.text.strictyaml import Document
from trucewatch.errors import AgreementError
from trucewatch.model import Line, Zone
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


class Shapes:
    """Builds lines and zones, each once; zones may stand on lines and other zones, but not in a ring."""

    def __init__(self, document: Document, given: schema.File, features: Features) -> None:
        self._document, self._given, self._features = document, given, features
        self._busy: list[str] = []
        self._zones: dict[str, tuple[BaseGeometry | None, Zone]] = {}
        self._raw = {name: self._points(name, line, ("lines", name)) for name, line in given.lines.items()}
        fixed = [self._points(n, z, ("zones", n)) for n, z in given.zones.items() if z.points or z.file or z.feature]
        self._plane = centred([*self._raw.values(), *fixed])

    def lines(self) -> dict[str, Line]:
        """Every line by id."""
        made = {}
        for name, given in self._given.lines.items():
            points = tuple((float(x), float(y)) for x, y in shapely.get_coordinates(self._raw[name]))
            made[name] = Line(name, given.name, points, given.status, length_km(given.tolerance), given.basis.strip())
        return made

    def zones(self) -> dict[str, Zone]:
        """Every zone by id."""
        return {name: self._zone(name, ("zones", name))[1] for name in self._given.zones}

    def _points(self, name: str, given: schema.Line | schema.Zone, where: Where) -> BaseGeometry:
        if given.points is None:
            return self._features.get(self._document, where, given.file or "zones.geojson", given.feature or name)
        try:
            pairs = [(float(lon), float(lat)) for lon, lat in given.points]
            shape: BaseGeometry = (
                shapely.Polygon(pairs) if isinstance(given, schema.Zone) else shapely.LineString(pairs)
            )
        except (ValueError, shapely.errors.ShapelyError) as error:
            raise self._document.fail(
                where, f'the points of "{name}" make no shape.', "Give [lon, lat] pairs."
            ) from error
        return shape

    def _zone(self, name: str, where: Where) -> tuple[BaseGeometry | None, Zone]:
        if name in self._zones:
            return self._zones[name]
        if name not in self._given.zones:
            raise unknown(self._document, where, "zone", name, self._given.zones)
        if name in self._busy:
            ring = " -> ".join([*self._busy, name])
            raise self._document.fail(
                where, f"zones stand on each other in a ring ({ring}).", "Give one by its points."
            )
        self._busy.append(name)
        given = self._given.zones[name]
        shape = self._shape(name, given, ("zones", name))
        self._busy.pop()
        self._zones[name] = shape, self._finished(name, given, shape)
        return self._zones[name]

    def _shape(self, name: str, given: schema.Zone, where: Where) -> BaseGeometry | None:
        """The zone on the plane, in kilometres; None while it is undefined."""
        if given.undefined is not None:
            return None
        if given.buffer is not None:
            return self._buffer(given.buffer, length_km(given.buffer.distance), (*where, "buffer", "of"))
        for way, combine in _COMBINE.items():
            parts = getattr(given, way)
            if parts is not None:
                shapes = [self._zone(part, (*where, way, at))[0] for at, part in enumerate(parts)]
                return _combined(shapes, combine)
        return to_plane(self._points(name, given, where), self._plane)

    def _buffer(self, given: schema.Buffer, distance: float, where: Where) -> BaseGeometry:
        if given.of not in self._raw:
            raise unknown(self._document, where, "line", given.of, self._raw)
        line = to_plane(self._raw[given.of], self._plane)
        if given.side == "both":
            return shapely.buffer(line, distance, quad_segs=16)
        return shapely.buffer(line, distance if given.side == "left" else -distance, quad_segs=16, single_sided=True)

    def _finished(self, name: str, given: schema.Zone, shape: BaseGeometry | None) -> Zone:
        readings = {}
        if given.buffer is not None:
            where: Where = ("zones", name, "buffer", "of")
            readings = {d: self._rings(self._buffer(given.buffer, length_km(d), where)) for d in given.readings}
        return Zone(
            id=name,
            name=given.name,
            polygons=() if shape is None else self._rings(shape),
            status=given.status,
            tolerance_km=length_km(given.tolerance),
            basis=given.basis.strip(),
            of=None if given.buffer is None else given.buffer.of,
            distance_km=None if given.buffer is None else length_km(given.buffer.distance),
            undefined_until=None if given.undefined is None else given.undefined.until.strip(),
            readings=readings,
        )

    def _rings(self, shape: BaseGeometry) -> Rings:
        """Every ring in degrees, rounded to a metre: each outline followed by its holes."""
        rings = []
        for part in shapely.get_parts(shape):
            for ring in (shapely.get_exterior_ring(part), *shapely.get_parts(shapely.get_rings(part)[1:])):
                x, y = shapely.get_coordinates(ring).T
                lon, lat = self._plane.back(x, y)
                rings.append(tuple((round(float(a), 5), round(float(b), 5)) for a, b in zip(lon, lat, strict=True)))
        return tuple(rings)


def shape_of(rings: Rings) -> BaseGeometry:
    """The area of rings in degrees: what lies within an odd number of them, so that a ring in a ring is a hole."""
    parts = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings]
    return functools.reduce(shapely.symmetric_difference, parts)


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
