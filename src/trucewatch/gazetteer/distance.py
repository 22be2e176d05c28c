"""gazetteer: distances and bearings on a sphere, good to half a percent."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
_COMPASS = {name: index * 22.5 for index, name in enumerate(
    ("n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw")
)}  # fmt: skip


def km_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def bearing_degrees(bearing: float | str) -> float:
    """A bearing as degrees clockwise from north; a string is a compass point such as "sw".

    Raises ValueError for anything else.
    """
    if isinstance(bearing, str):
        degrees = _COMPASS.get(bearing.strip().casefold())
        if degrees is None:
            raise ValueError(f"{bearing!r} is no compass point; use one of {', '.join(_COMPASS)} or degrees")
        return degrees
    return bearing % 360.0


def bearing_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """In which direction the second point lies from the first, in degrees clockwise from north."""
    east = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return math.degrees(math.atan2(east, lat2 - lat1)) % 360.0


def degrees_apart(one: float, other: float) -> float:
    """How far two bearings lie apart, 0 to 180."""
    return abs((one - other + 180.0) % 360.0 - 180.0)


def move(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `(lat, lon)` that lies `km` away in the direction of `bearing` degrees."""
    angle, course, phi = km / EARTH_KM, math.radians(bearing), math.radians(lat)
    to_phi = math.asin(math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(course))
    east = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * math.sin(to_phi)
    )
    return math.degrees(to_phi), (lon + math.degrees(east) + 540.0) % 360.0 - 180.0


def middle(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The point half way on the great circle."""
    phi1, phi2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    x, y = math.cos(phi2) * math.cos(dlon), math.cos(phi2) * math.sin(dlon)
    lat = math.atan2(math.sin(phi1) + math.sin(phi2), math.hypot(math.cos(phi1) + x, y))
    lon = math.radians(lon1) + math.atan2(y, math.cos(phi1) + x)
    return math.degrees(lat), (math.degrees(lon) + 540.0) % 360.0 - 180.0
