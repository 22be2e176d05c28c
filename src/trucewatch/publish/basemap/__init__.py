"""publish: the land and borders under the report's map, small enough to travel inside the report."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

Line = tuple[tuple[float, float], ...]
"""Points `(lon, lat)` in degrees WGS 84."""


@dataclass(frozen=True, slots=True)
class Basemap:
    """Land as closed rings and borders as lines, cut to `box` (west, south, east, north), with their notice."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]
    box: tuple[float, float, float, float]
    notice: str


@functools.cache
def load_basemap() -> Basemap:
    """The base map that ships with the package: the north-eastern Mediterranean and the lands behind it."""
    text = (resources.files("trucewatch.publish.basemap") / "levant.json").read_text(encoding="utf-8")
    content = json.loads(text)
    west, south, east, north = content["box"]
    return Basemap(
        land=tuple(_line(ring) for ring in content["land"]),
        borders=tuple(_line(line) for line in content["borders"]),
        box=(west, south, east, north),
        notice=content["notice"],
    )


def _line(points: list[list[float]]) -> Line:
    return tuple((lon, lat) for lon, lat in points)
