"""assess: how deep inside a zone, or how near a line, places of incidents lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.text.geometry import centred, shape_of, to_plane
from trucewatch.assess.text.projection import Floats, Projection
from trucewatch.assess.text.quantity import length_km
from trucewatch.model import Agreement, Line, Where, Zone
from trucewatch.model.agreement import Point
from trucewatch.model.versions import Shape, changes, days_in_words, with_version

Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to read a condition of place: its name, its shape on the plane (None while undefined), its tolerance."""

    name: str
    shape: BaseGeometry | None
    tolerance_km: float
    until: str | None = None
    """For an undefined zone: until when or what."""
    days: str = ""
    """Where its lines have dated versions: the days on which they are as here, in words."""
    gap: str = ""
    """The name of a line or zone of which no version is in force on these days."""

    @property
    def said(self) -> str:
        """Its name, with the version where there are several."""
        return f"{self.name} (version {self.days})" if self.days else self.name


Days = tuple[str | None, ...]
"""Days on which something changes, each for the time until the next; None for the time before the first."""


@dataclass(slots=True)
class Ground:
    """The geometry of one agreement on a plane, prepared once for many incidents."""

    agreement: Agreement
    plane: Projection = field(init=False)
    _reaches: dict[tuple[Where, Days | None], tuple[Reach, ...]] = field(init=False, default_factory=dict)
    _turns: dict[Where, tuple[str, ...]] = field(init=False, default_factory=dict)
    _built: dict[tuple[Where, str | None], tuple[Reach, ...]] = field(init=False, default_factory=dict)
    _depths: dict[tuple[int, float, float], float] = field(init=False, default_factory=dict)
    """By reach (which lives as long as the ground), longitude and latitude: many incidents lie in one village."""

    _flat: dict[Point, Point] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        zones, lines = self.agreement.zones.values(), self.agreement.lines.values()
        rings = [ring for zone in zones for ring in (*zone.polygons, *(r for v in zone.versions for r in v.rings))]
        paths = [path for line in lines for path in (line.points, *(r for v in line.versions for r in v.rings))]
        self.plane = centred([*map(shapely.Polygon, rings), *map(shapely.LineString, paths)])

    def reaches(self, where: Where, days: Days | None = None) -> tuple[Reach, ...]:
        """All readings of a condition of place, the one that the provision names first.

        Where lines or zones have dated versions each version in force on one of `days` is one more reading.
        """
        turns = self.changes(where)
        key = (where, days if turns else None)
        if key not in self._reaches:
            wanted = (None, *turns) if days is None or not turns else days
            found = [reach for day in wanted for reach in self._at(where, day)]
            # What does not change with the others is there once for all of these days.
            once = {reach.said: reach for reach in reversed(found)}
            self._reaches[key] = tuple(reversed(once.values())) if turns else tuple(found)
        return self._reaches[key]

    def changes(self, where: Where) -> tuple[str, ...]:
        """The days on which a line or zone changes on which a condition of place stands."""
        if where not in self._turns:
            others = (self.agreement.zones[name] for name in where.readings)
            self._turns[where] = changes([*self._parts(where), *others])
        return self._turns[where]

    def _parts(self, where: Where) -> list[Line | Zone]:
        """What the condition names first, and what it takes out of it."""
        named = self.agreement.lines if where.relation == "along" else self.agreement.zones
        return [named[where.of], *(self.agreement.zones[name] for name in where.except_)]

    def _at(self, where: Where, day: str | None) -> tuple[Reach, ...]:
        if (where, day) not in self._built:
            self._built[where, day] = tuple(self._build(where, day))
            for reach in self._built[where, day]:
                if reach.shape is not None:
                    shapely.prepare(reach.shape)
        return self._built[where, day]

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

    def _build(self, where: Where, day: str | None) -> list[Reach]:
        parts = self._parts(where)
        if where.relation == "along":
            line = _stood(self.agreement.lines[where.of], day)
            flat = to_plane(shapely.LineString(line.points), self.plane) if line.points else None
            found = [
                self._near(line, flat, where, distance, day)
                for distance in (where.distance_km or 0.0, *where.distances_km)
            ]
            return [*(_dated(reach, parts, day) for reach in found), *self._others(where, day)]
        zone = _stood(self.agreement.zones[where.of], day)
        main = zone.name if not zone.readings else f"{zone.name}, {zone.distance_km:g} km"
        wider = sorted(zone.readings.items(), key=lambda item: length_km(item[0]))
        named = [(main, zone.polygons), *((f"{zone.name}, {name}", rings) for name, rings in wider)]
        found = [
            Reach(name, self._without(self._shape(rings), where, day), zone.tolerance_km, zone.undefined_until)
            for name, rings in named
        ]
        return [*(_dated(reach, parts, day) for reach in found), *self._others(where, day)]

    def _near(self, line: Line, flat: BaseGeometry | None, where: Where, distance: float, day: str | None) -> Reach:
        name = f"along {line.name}" if not where.distances_km else f"within {distance:g} km of {line.name}"
        near = None if flat is None else shapely.buffer(flat, distance, quad_segs=16)
        return Reach(name, self._without(near, where, day), line.tolerance_km)

    def _without(self, shape: BaseGeometry | None, where: Where, day: str | None) -> BaseGeometry | None:
        """A shape less the zones that the condition takes out of it; unknown where one of them is."""
        for name in where.except_:
            out = self._shape(_stood(self.agreement.zones[name], day).polygons)
            shape = None if shape is None or out is None else shapely.difference(shape, out)
        return shape

    def _others(self, where: Where, day: str | None) -> list[Reach]:
        found = []
        for whole in (self.agreement.zones[name] for name in where.readings):
            zone = _stood(whole, day)
            reach = Reach(zone.name, self._shape(zone.polygons), zone.tolerance_km, zone.undefined_until)
            found.append(_dated(reach, [whole], day))
        return found

    def _shape(self, rings: Rings) -> BaseGeometry | None:
        if not rings:
            return None
        return to_plane(shape_of(rings), self.plane)


def _stood(shape: Shape, day: str | None) -> Shape:
    """A line or zone as it stood on a day; without geometry where no version of it is in force."""
    if not shape.versions:
        return shape
    return with_version(shape, next((one for one in shape.versions if one.holds(day)), None))


def _dated(reach: Reach, parts: Sequence[Line | Zone], day: str | None) -> Reach:
    """A reading with the days around a day on which all that it is made of stays as it is."""
    turns = changes(parts)
    if not turns:
        return reach
    begun = [turn for turn in turns if day is not None and turn <= day]
    later = [turn for turn in turns if day is None or turn > day]
    days = days_in_words(begun[-1] if begun else None, later[0] if later else None)
    lacking = [one.name for one in parts if one.versions and not any(version.holds(day) for version in one.versions)]
    return replace(reach, days=days, gap=lacking[0] if lacking else "")


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
