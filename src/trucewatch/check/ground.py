"""check: how deep a place lies inside a zone, by rays and by the distance to each edge, one after the other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.model import Agreement, Where
from trucewatch.model.agreement import Point

EARTH_KM = 6371.0
STEP_KM = 0.5
"""So finely is an edge cut where a part of it may lie in what is taken out of a zone."""
Flat = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """One reading of where a term applies: rings, or all within a distance of a line; less other rings."""

    name: str
    tolerance_km: float
    rings: tuple[tuple[Point, ...], ...] = ()
    line: tuple[Point, ...] = ()
    near_km: float = 0.0
    less: tuple[tuple[tuple[Point, ...], ...], ...] = ()
    """The rings of each zone that is taken out."""
    defined: bool = True
    days: str = ""
    """Where it has dated versions: the days on which it is as here."""
    gap: bool = False
    """Whether no version of it, or of what is taken out, is in force."""

    @property
    def said(self) -> str:
        """Its name as findings give it."""
        return f"{self.name} (version {self.days})" if self.days else self.name


def shapes(where: Where, agreement: Agreement) -> list[Shape]:
    """All readings of a condition of place, in the order in which findings name them."""
    known, less = True, list[tuple[tuple[Point, ...], ...]]()
    for name in where.except_:
        known = known and bool(agreement.zones[name].polygons)
        less.append(agreement.zones[name].polygons)
    others = [_zone(name, (), agreement) for name in where.readings]
    if where.relation == "along":
        line = agreement.lines[where.of]
        named = [(where.distance_km or 0.0), *where.distances_km]
        return [
            *(
                Shape(
                    f"within {km:g} km of {line.name}" if where.distances_km else f"along {line.name}",
                    line.tolerance_km, line=line.points, near_km=km, less=tuple(less),
                    defined=known and bool(line.points),
                )
                for km in named
            ),
            *others,
        ]  # fmt: skip
    zone = agreement.zones[where.of]
    wider = sorted(zone.readings.items(), key=lambda item: _kilometres(item[0]))
    made = [_zone(where.of, tuple(less), agreement, known)]
    if zone.readings:
        made = [_named(made[0], f"{zone.name}, {zone.distance_km:g} km")]
    for name, rings in wider:
        made.append(Shape(f"{zone.name}, {name}", zone.tolerance_km, tuple(rings), less=tuple(less), defined=known))
    return [*made, *others]


def _kilometres(words: str) -> float:
    number, _, unit = words.partition(" ")
    return float(number) / (1 if unit == "km" else 1000)


def _named(shape: Shape, name: str) -> Shape:
    return Shape(name, shape.tolerance_km, shape.rings, less=shape.less, defined=shape.defined)


def _zone(
    name: str, less: tuple[tuple[tuple[Point, ...], ...], ...], agreement: Agreement, known: bool = True
) -> Shape:
    zone = agreement.zones[name]
    defined = known and bool(zone.polygons)
    return Shape(zone.name, zone.tolerance_km, zone.polygons, less=less, defined=defined)


def depth_km(shape: Shape, lon: float, lat: float) -> float:
    """How far a place is from the border of a shape, negative outside of it."""
    line = _flat(shape.line, lon, lat)
    depth = _along(line, shape.near_km) if line else _depth(shape.rings, lon, lat)
    if not shape.less:
        return depth
    out = max(_depth(rings, lon, lat) for rings in shape.less)
    if depth >= 0 and out < 0:
        return min(depth, -out)
    return -_to_the_rest(shape, lon, lat)


def _depth(rings: Sequence[Sequence[Point]], lon: float, lat: float) -> float:
    flat = [_flat(ring, lon, lat) for ring in rings]
    # A ring within a ring is a hole: inside is what an odd number of rings goes around.
    within = sum(_around(ring) for ring in flat) % 2 == 1
    near = min(_nearest(ring, closed=True) for ring in flat)
    return near if within else -near


def _along(line: Sequence[Flat], near: float) -> float:
    """How deep the origin lies in all that is near a line. In a bend the border is further."""
    away = _nearest(line, closed=False)
    if away >= near:
        return near - away
    border = (point for point in _offsets(line, near) if _nearest(_moved(line, point), closed=False) >= near * 0.999)
    return min((math.hypot(*point) for point in border), default=near - away)


def _moved(line: Sequence[Flat], to: Flat) -> list[Flat]:
    return [(x - to[0], y - to[1]) for x, y in line]


def _offsets(line: Sequence[Flat], near: float) -> Iterator[Flat]:
    """Points at a distance from a line: beside each edge, and around each corner and end."""
    for (ax, ay), (bx, by) in _edges(line, closed=False):
        size = math.hypot(bx - ax, by - ay) or 1.0
        east, north = (by - ay) / size * near, (ax - bx) / size * near
        pieces = max(1, math.ceil(size / STEP_KM))
        for n in range(pieces + 1):
            x, y = ax + (bx - ax) * n / pieces, ay + (by - ay) * n / pieces
            yield x + east, y + north
            yield x - east, y - north
    for x, y in line:
        for n in range(120):
            yield x + near * math.cos(n * math.pi / 60), y + near * math.sin(n * math.pi / 60)


def _to_the_rest(shape: Shape, lon: float, lat: float) -> float:
    """From a place that is outside to the nearest point of the border of what is left of a shape."""
    best = math.inf
    rings = shape.rings
    for ring in rings:
        for point in _cut(ring):
            if max(_depth(other, *point) for other in shape.less) < 0:
                best = min(best, math.hypot(*_project(point, lon, lat)))
    for ring in (ring for zone in shape.less for ring in zone):
        for point in _cut(ring):
            inside = shape.near_km - _nearest(_flat(shape.line, *point), closed=False) if shape.line else 0.0
            if (inside > 0) if shape.line else _depth(rings, *point) > 0:
                best = min(best, math.hypot(*_project(point, lon, lat)))
    return best


def _cut(ring: Sequence[Point]) -> Iterator[Point]:
    """Points along a ring, close to each other."""
    for (lon, lat), (lon2, lat2) in _edges(ring, closed=True):
        pieces = max(1, math.ceil(math.hypot(*_project((lon2, lat2), lon, lat)) / STEP_KM))
        for n in range(pieces):
            yield lon + (lon2 - lon) * n / pieces, lat + (lat2 - lat) * n / pieces


def _flat(points: Sequence[Point], lon: float, lat: float) -> list[Flat]:
    return [_project(point, lon, lat) for point in points]


def _project(point: Point, lon: float, lat: float) -> Flat:
    """A point seen from another: kilometres east and north of it, along the great circle to it."""
    lam, phi, phi0 = math.radians(point[0] - lon), math.radians(point[1]), math.radians(lat)
    east = math.cos(phi) * math.sin(lam)
    north = math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(lam)
    up = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(lam)
    flat = math.hypot(east, north)
    far = EARTH_KM * math.atan2(flat, up)
    return (0.0, 0.0) if flat == 0 else (far * east / flat, far * north / flat)


def _edges(points: Sequence[Flat], *, closed: bool) -> Iterator[tuple[Flat, Flat]]:
    yield from itertools.pairwise(points)
    if closed and points[0] != points[-1]:
        yield points[-1], points[0]


def _nearest(points: Sequence[Flat], *, closed: bool) -> float:
    """From the origin to the nearest edge."""
    best = math.inf
    for (ax, ay), (bx, by) in _edges(points, closed=closed):
        dx, dy = bx - ax, by - ay
        size = dx * dx + dy * dy
        part = 0.0 if size == 0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / size))
        best = min(best, math.hypot(ax + part * dx, ay + part * dy))
    return best


def _around(ring: Sequence[Flat]) -> bool:
    """Whether a ring goes around the origin: a ray to the east crosses it an odd number of times."""
    odd = False
    for (ax, ay), (bx, by) in _edges(ring, closed=True):
        if (ay > 0) != (by > 0) and ax - ay * (bx - ax) / (by - ay) > 0:
            odd = not odd
    return odd


def disk_part(depth: float, radius: float) -> float:
    """The part of a disk that lies inside a straight border."""
    if radius <= 0:
        return 1.0 if depth >= 0 else 0.0
    x = min(1.0, max(-1.0, depth / radius))
    return 1 - (math.acos(x) - x * math.sqrt(1 - x * x)) / math.pi
