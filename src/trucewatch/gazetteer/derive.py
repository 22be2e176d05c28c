"""gazetteer: places that the words give by reference to others: "12 km south of", "between", "on the road near"."""

from __future__ import annotations

import math

from trucewatch.gazetteer.distance import bearing_degrees, km_between, middle, move
from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.overlay import Road, load_roads
from trucewatch.model.claim import Place

DOUBT_OF_BEARING = 0.38
"""Sideways doubt of a compass word, as a share of the distance: the sine of 22.5 degrees."""
OFF_ROAD_KM = 10.0


def offset(place: Entry, km: float, bearing: float | str, *, text: str = "") -> Place:
    """The place `km` away from an entry; `bearing` is degrees clockwise from north or a compass point ("sw").

    The radius holds the entry's own and the doubt of the bearing. Raises ValueError for what is no bearing.
    """
    lat, lon = move(place.lat, place.lon, km, bearing_degrees(bearing))
    return Place(
        text=text or f"{km:g} km {bearing} of {place.name}", name=place.name, level="site", lat=lat, lon=lon,
        radius_km=round(place.radius_km + DOUBT_OF_BEARING * km, 1), relation="distance", country=place.country,
        within=tuple(i for i in place.within if i == place.country),
    )  # fmt: skip


def between(one: Entry, other: Entry, *, text: str = "") -> Place:
    """The stretch between two entries: the middle, with a radius that reaches both."""
    lat, lon = middle(one.lat, one.lon, other.lat, other.lon)
    reach = max(km_between(lat, lon, e.lat, e.lon) + e.radius_km for e in (one, other))
    return Place(
        text=text or f"between {one.name} and {other.name}", name=f"{one.name} – {other.name}", level="zone",
        lat=lat, lon=lon, radius_km=round(reach, 1), relation="between",
        country=one.country if one.country == other.country else None,
        within=tuple(i for i in one.within if i in other.within),
    )  # fmt: skip


def on_route(route_id: str, near: Entry, *, text: str = "") -> Place:
    """Where a road passes an entry; without coordinates when we do not know the road or it does not pass there."""
    road = load_roads().get(route_id)
    words = text or f"{road.name if road else route_id} near {near.name}"
    if road is None:
        return Place(text=words, relation="near")
    lat, lon = nearest_on(road, near.lat, near.lon)
    away = km_between(lat, lon, near.lat, near.lon)
    if away > near.radius_km + road.tolerance_km + OFF_ROAD_KM:
        return Place(text=words, name=road.name, id=road.id, level="route", relation="near")
    return Place(
        text=words, name=road.name, id=road.id, level="route", lat=lat, lon=lon,
        radius_km=round(road.tolerance_km + near.radius_km, 1), relation="near", country=near.country,
        within=near.within,
    )  # fmt: skip


def nearest_on(road: Road, lat: float, lon: float) -> tuple[float, float]:
    """The point `(lat, lon)` of a road's line that is nearest to a point."""
    stretch = math.cos(math.radians(lat))
    best, least = (road.points[0][1], road.points[0][0]), math.inf
    for (lon1, lat1), (lon2, lat2) in zip(road.points, road.points[1:], strict=False):
        dx, dy = (lon2 - lon1) * stretch, lat2 - lat1
        along = ((lon - lon1) * stretch * dx + (lat - lat1) * dy) / (dx * dx + dy * dy)
        share = min(1.0, max(0.0, along))
        here = (lat1 + share * (lat2 - lat1), lon1 + share * (lon2 - lon1))
        away = km_between(lat, lon, *here)
        if away < least:
            best, least = here, away
    return best
