"""publish: where a place lies on the map: a plain projection around the middle of what is shown."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

KM_PER_DEGREE = 111.32
Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """Degrees `west south east north` drawn on `width` by `height` pixels, kilometres alike in both directions."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @functools.cached_property
    def squeeze(self) -> float:
        """A degree of longitude over a degree of latitude, at the middle."""
        return max(0.05, math.cos(math.radians((self.south + self.north) / 2)))

    @functools.cached_property
    def scale(self) -> float:
        """Pixels in a kilometre."""
        return self.width / ((self.east - self.west) * self.squeeze * KM_PER_DEGREE)

    @functools.cached_property
    def height(self) -> float:
        """Pixels from north to south."""
        return round((self.north - self.south) * KM_PER_DEGREE * self.scale, 1)

    def xy(self, point: Point) -> Point:
        """From `(lon, lat)` in degrees to pixels from the upper left."""
        lon, lat = point
        return (
            round((lon - self.west) * self.squeeze * KM_PER_DEGREE * self.scale, 1),
            round((self.north - lat) * KM_PER_DEGREE * self.scale, 1),
        )

    def inside(self, point: Point) -> bool:
        """Whether a point lies in the frame."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


def frame(points: list[tuple[float, float, float]], width: float) -> Frame:
    """A frame that holds discs `(lon, lat, radius_km)` with a margin; at least 60 km wide, not too tall or flat."""
    middle = sum(lat for _, lat, _ in points) / len(points)
    squeeze = max(0.05, math.cos(math.radians(middle)))
    west = min(lon - r / KM_PER_DEGREE / squeeze for lon, _, r in points)
    east = max(lon + r / KM_PER_DEGREE / squeeze for lon, _, r in points)
    south = min(lat - r / KM_PER_DEGREE for _, lat, r in points)
    north = max(lat + r / KM_PER_DEGREE for _, lat, r in points)
    wide = max(60.0, (east - west) * squeeze * KM_PER_DEGREE) * 1.14
    tall = max(50.0, (north - south) * KM_PER_DEGREE) * 1.14
    wide, tall = max(wide, tall / 0.9), max(tall, wide * 0.55)
    lon, lat = (west + east) / 2, (south + north) / 2
    half_lon, half_lat = wide / 2 / KM_PER_DEGREE / squeeze, tall / 2 / KM_PER_DEGREE
    return Frame(lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat, width)


def nice_length(kilometres: float) -> int:
    """A round length no longer than asked, for the scale bar."""
    lengths = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
    return max([length for length in lengths if length <= kilometres], default=1)
