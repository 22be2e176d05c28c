"""publish: where the map's events lie, gathered where they share a place, and what is not drawn."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trucewatch.model import Incident, Line, Place, Zone
from trucewatch.model.versions import shown_on
from trucewatch.publish.page import Page

FAR_KM = 400.0
WIDE_KM = 120.0
"""A place known no better than this is listed and not drawn: its disc would hide the map."""
Shared = dict[tuple[float, float, float], list[tuple[Incident, Place]]]
"""`(lon, lat, radius_km)` to the events that share it."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A place with the doubt about it, and the incidents that share it."""

    lon: float
    lat: float
    radius_km: float
    name: str
    incidents: tuple[Incident, ...]
    events: int = 0
    """How many lie there, where they are counted and not named."""


@dataclass(frozen=True, slots=True)
class Located:
    """What the map shows: discs, lines and zones; `outside` and `unresolved` are listed beside it."""

    discs: tuple[Disc, ...]
    lines: tuple[Line, ...]
    zones: tuple[Zone, ...]
    undefined: tuple[Zone, ...]
    outside: tuple[Incident, ...]
    unresolved: tuple[Incident, ...]
    wide: tuple[Incident, ...] = ()
    counted: Mapping[str, int] | None = None
    """Where events are counted and not named: how many are `wide`, `outside` and `unresolved`."""

    def extent(self) -> list[tuple[float, float, float]]:
        """Everything the frame has to hold, as `(lon, lat, radius_km)`."""
        discs = [(disc.lon, disc.lat, min(disc.radius_km, 80.0)) for disc in self.discs]
        if discs:
            return discs + [(lon, lat, 0.0) for lon, lat in _near_points(self, discs)]
        return [(lon, lat, 0.0) for lon, lat in _points(self)]


def _points(located: Located) -> list[tuple[float, float]]:
    points = [point for line in located.lines for point in line.points]
    return points + [point for zone in located.zones for ring in zone.polygons for point in ring]


def _near_points(located: Located, discs: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Points of zones and lines that lie within reach of an event, so that a long road does not shrink the map."""
    points = _points(located)
    if not points:
        return []
    # Whole columns at once: a text may have a thousand points, and a map hundreds of discs.
    lon, lat = np.radians(np.array(points).T)
    near = np.zeros(len(points), bool)
    for disc_lon, disc_lat in {(math.radians(lon), math.radians(lat)) for lon, lat, _ in discs}:
        half = np.sin((lat - disc_lat) / 2) ** 2 + np.cos(disc_lat) * np.cos(lat) * np.sin((lon - disc_lon) / 2) ** 2
        near |= 12742.0 * np.arcsin(np.sqrt(np.minimum(1.0, half))) < 90
    return [points[at] for at in np.flatnonzero(near).tolist()]


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many events share a place."""

    place: Place
    events: int


def _geometry(page: Page) -> tuple[dict[str, Line], dict[str, Zone]]:
    """The lines and zones of the agreements, each as the first of them draws it, in its version of the day asked."""
    agreements, day = page.ix.ordered_agreements(), page.day()
    lines = {line.id: shown_on(line, day) for a in reversed(agreements) for line in a.lines.values()}
    zones = {zone.id: shown_on(zone, day) for a in reversed(agreements) for zone in a.zones.values()}
    return {name: line for name, line in lines.items() if len(line.points) > 1}, zones


def gathered(page: Page, found: Sequence[Gathered]) -> Located:
    """The same for events that are counted by place, however many they are."""
    lines, zones = _geometry(page)
    drawn = tuple(zone for zone in zones.values() if zone.polygons)
    near = _near(list(lines.values()), list(drawn))
    discs: dict[tuple[float, float, float], Disc] = {}
    left = {"wide": 0, "outside": 0, "unresolved": 0}
    for one in sorted(found, key=lambda one: -one.events):
        place = page.mask.place(one.place)
        if place is not None and _is_wide(place):
            left["wide"] += one.events
        elif place is None or place.lat is None or place.lon is None or not _on_earth(place.lat, place.lon):
            left["unresolved"] += one.events
        elif not near((place.lon, place.lat)):
            left["outside"] += one.events
        else:
            key = (place.lon, place.lat, place.radius_km or 0.0)
            name, before = str(page.plain.place(place)), discs.get(key)
            discs[key] = Disc(*key, before.name if before else name, (), one.events + (before.events if before else 0))
    return Located(
        discs=tuple(sorted(discs.values(), key=lambda disc: -disc.radius_km)),
        lines=tuple(lines.values()),
        zones=drawn,
        undefined=tuple(zone for zone in zones.values() if not zone.polygons),
        outside=(),
        unresolved=(),
        counted=left,
    )


def _near(lines: list[Line], zones: list[Zone]) -> Callable[[tuple[float, float]], bool]:
    """Whether a point lies within reach of the geometry, or there is none."""
    known = [point for line in lines for point in line.points] + [p for z in zones for ring in z.polygons for p in ring]
    return lambda at: not known or any(distance_km(at, point) <= FAR_KM for point in known)


def located(page: Page) -> Located:
    """The places of the military events and the geometry of the agreements."""
    lines, zones = _geometry(page)
    drawn = tuple(zone for zone in zones.values() if zone.polygons)
    shared, unresolved, wide = _sorted(page)
    discs, outside = _discs(page, shared, list(lines.values()), list(drawn))
    return Located(
        discs=tuple(discs),
        lines=tuple(lines.values()),
        zones=drawn,
        undefined=tuple(zone for zone in zones.values() if not zone.polygons),
        outside=tuple(outside),
        unresolved=tuple(unresolved),
        wide=tuple(wide),
    )


def _sorted(page: Page) -> tuple[Shared, list[Incident], list[Incident]]:
    """Events by the place they share; those without a position; those whose place is known only roughly."""
    shared: Shared = {}
    unresolved, wide = [], []
    for incident in page.ix.tracks.get("military", ()):
        place = page.mask.place(incident.place)
        if place is not None and _is_wide(place):
            wide.append(incident)
        elif place is None or place.lat is None or place.lon is None or not _on_earth(place.lat, place.lon):
            unresolved.append(incident)
        else:
            shared.setdefault((place.lon, place.lat, place.radius_km or 0.0), []).append((incident, place))
    return shared, unresolved, wide


def _discs(page: Page, shared: Shared, lines: list[Line], zones: list[Zone]) -> tuple[list[Disc], list[Incident]]:
    known = [point for line in lines for point in line.points] + [p for z in zones for ring in z.polygons for p in ring]
    if not known and shared:
        (lon, lat, _), _ = Counter({key: len(found) for key, found in shared.items()}).most_common(1)[0]
        known = [(lon, lat)]
    discs: list[Disc] = []
    outside: list[Incident] = []
    for (lon, lat, radius), found in shared.items():
        if known and all(distance_km((lon, lat), point) > FAR_KM for point in known):
            outside.extend(incident for incident, _ in found)
            continue
        name = page.mask.plain(found[0][1].name or found[0][1].text)
        discs.append(Disc(lon, lat, radius, name, tuple(incident for incident, _ in found)))
    return sorted(discs, key=lambda disc: -disc.radius_km), outside


def _is_wide(place: Place) -> bool:
    """Whether a place is an area too wide to be drawn, with a point or, wider still, without one."""
    return (place.radius_km or 0.0) > WIDE_KM


def _on_earth(lat: float, lon: float) -> bool:
    return abs(lat) <= 90 and abs(lon) <= 180


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points `(lon, lat)`, on a sphere."""
    (lon1, lat1), (lon2, lat2) = [(math.radians(p[0]), math.radians(p[1])) for p in (one, other)]
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
