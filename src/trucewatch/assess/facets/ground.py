"""assess: how deep inside a zone, or how near a line, places of incidents lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.text.geometry import centred, shape_of, to_plane
from trucewatch.assess.text.projection import Floats, Projection
from trucewatch.assess.text.quantity import length_km
from trucewatch.model import Agreement, Line, Where
from trucewatch.model.agreement import Point

Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to read a condition of place: its name, its shape on the plane (None while undefined), its tolerance."""

    name: str
    shape: BaseGeometry | None
    tolerance_km: float
    until: str | None = None
    """For an undefined zone: until when or what."""


@dataclass(slots=True)
class Ground:
    """The geometry of one agreement on a plane, prepared once for many incidents."""

    agreement: Agreement
    plane: Projection = field(init=False)
    _reaches: dict[Where, tuple[Reach, ...]] = field(init=False, default_factory=dict)
    _depths: dict[tuple[int, float, float], float] = field(init=False, default_factory=dict)
    """By reach (which lives as long as the ground), longitude and latitude: many incidents lie in one village."""

    _flat: dict[Point, Point] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        zones = [shapely.Polygon(ring) for zone in self.agreement.zones.values() for ring in zone.polygons]
        self.plane = centred([*zones, *(shapely.LineString(line.points) for line in self.agreement.lines.values())])

    def reaches(self, where: Where) -> tuple[Reach, ...]:
        """All readings of a condition of place, the one that the provision names first."""
        if where not in self._reaches:
            self._reaches[where] = tuple(self._build(where))
            for reach in self._reaches[where]:
                if reach.shape is not None:
                    shapely.prepare(reach.shape)
        return self._reaches[where]

    def depth_km(self, reach: Reach, lon: float, lat: float) -> float:
        """Signed distance from the border of a reach, positive inside; degrees in, kilometres out."""
        key = (id(reach), lon, lat)
        if key not in self._depths:
            self.measure((reach,), [(lon, lat)])
        return self._depths[key]

    def measure(self, reaches: Sequence[Reach], points: Sequence[Point]) -> None:
        """Measure many points (degrees) at once; what was measured before is not measured again."""
        for reach in reaches:
            new = [point for point in points if (id(reach), *point) not in self._depths]
            if reach.shape is None or not new:
                continue
            depths = depth_on_plane(reach.shape, *self.flat(new))
            self._depths.update({(id(reach), *point): depth for point, depth in zip(new, depths.tolist(), strict=True)})

    def flat(self, points: Sequence[Point]) -> tuple[Floats, Floats]:
        """Points (degrees) on the plane."""
        # One at a time: in an array the last digit of a result may hang on where in it a point stands.
        for point in points:
            if point not in self._flat:
                self._flat[point] = self.plane.point(*point)
        found = np.array([self._flat[point] for point in points], float).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def _build(self, where: Where) -> list[Reach]:
        if where.relation == "along":
            line = self.agreement.lines[where.of]
            flat = to_plane(shapely.LineString(line.points), self.plane)
            return [
                *(
                    self._near(line, flat, where, distance)
                    for distance in (where.distance_km or 0.0, *where.distances_km)
                ),
                *self._others(where),
            ]
        zone = self.agreement.zones[where.of]
        main = zone.name if not zone.readings else f"{zone.name}, {zone.distance_km:g} km"
        wider = sorted(zone.readings.items(), key=lambda item: length_km(item[0]))
        return [
            Reach(main, self._without(self._shape(zone.polygons), where), zone.tolerance_km, zone.undefined_until),
            *(
                Reach(f"{zone.name}, {name}", self._without(self._shape(rings), where), zone.tolerance_km)
                for name, rings in wider
            ),
            *self._others(where),
        ]

    def _near(self, line: Line, flat: BaseGeometry, where: Where, distance: float) -> Reach:
        name = f"along {line.name}" if not where.distances_km else f"within {distance:g} km of {line.name}"
        return Reach(name, self._without(shapely.buffer(flat, distance, quad_segs=16), where), line.tolerance_km)

    def _without(self, shape: BaseGeometry | None, where: Where) -> BaseGeometry | None:
        """A shape less the zones that the condition takes out of it; unknown where one of them is."""
        for name in where.except_:
            out = self._shape(self.agreement.zones[name].polygons)
            shape = None if shape is None or out is None else shapely.difference(shape, out)
        return shape

    def _others(self, where: Where) -> list[Reach]:
        zones = [self.agreement.zones[name] for name in where.readings]
        return [Reach(z.name, self._shape(z.polygons), z.tolerance_km, z.undefined_until) for z in zones]

    def _shape(self, rings: Rings) -> BaseGeometry | None:
        if not rings:
            return None
        return to_plane(shape_of(rings), self.plane)


def depth_on_plane(shape: BaseGeometry | None, x: Floats, y: Floats) -> Floats:
    """Signed distances of points from the border of a shape, positive inside."""
    points = shapely.points(x, y)
    distance = shapely.distance(shapely.boundary(shape), points)
    return np.asarray(np.where(shapely.covers(shape, points), distance, -distance), float)


def disk_share(depth_km: float, radius_km: float) -> float:
    """The share of a uniform disk inside a nearly straight border, its centre `depth_km` inside (negative: outside)."""
    if radius_km <= 0:
        return 1.0 if depth_km >= 0 else 0.0
    x = max(-1.0, min(1.0, depth_km / radius_km))
    return 1 - (math.acos(x) - x * math.sqrt(1 - x * x)) / math.pi
