"""publish: the land and borders under a map, one file for each theatre, small enough to travel inside the report."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

Line = tuple[tuple[float, float], ...]
"""Points `(lon, lat)` in degrees WGS 84."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""


@dataclass(frozen=True, slots=True)
class Basemap:
    """Land as polygons (an outline and the holes in it) and borders as lines, cut to `box`, with their notice."""

    name: str
    land: tuple[tuple[Line, ...], ...]
    borders: tuple[Line, ...]
    box: Box
    notice: str

    def holds(self, box: Box) -> bool:
        """Whether a box lies in it whole."""
        west, south, east, north = self.box
        return west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north


@functools.cache
def load_basemaps() -> tuple[Basemap, ...]:
    """The base maps that ship with the package, by name."""
    folder = resources.files("trucewatch.publish.basemap")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".geojson"))
    return tuple(_read(name.removesuffix(".geojson"), (folder / name).read_text(encoding="utf-8")) for name in names)


def basemap_for(box: Box) -> Basemap | None:
    """The base map that holds a box whole; None where there is none, as half a coast would mislead."""
    return next((found for found in load_basemaps() if found.holds(box)), None)


def _read(name: str, text: str) -> Basemap:
    content = json.loads(text)
    shapes = {feature["id"]: feature["geometry"]["coordinates"] for feature in content["features"]}
    west, south, east, north = content["bbox"]
    return Basemap(
        name=name,
        land=tuple(tuple(_line(ring) for ring in polygon) for polygon in shapes["land"]),
        borders=tuple(_line(line) for line in shapes["borders"]),
        box=(west, south, east, north),
        notice=content["notice"],
    )


def _line(points: list[list[float]]) -> Line:
    return tuple((lon, lat) for lon, lat in points)
