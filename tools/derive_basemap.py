"""tools: derive the base maps, one for each theatre of the agreements, from Natural Earth (public domain).

    python -m tools.derive_basemap --world-atlas DIR

DIR is the unpacked npm package `world-atlas`, which repackages Natural Earth's 1:10m countries as TopoJSON.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely import LineString, MultiPolygon, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from tools.outlines import decode_arcs, read_topojson

TARGET = Path(__file__).parents[1] / "src/trucewatch/publish/basemap"
Box = tuple[float, float, float, float]
THEATRES: dict[str, Box] = {
    "levant": (30.5, 28.0, 43.5, 39.0),
    "donbas": (33.0, 45.0, 42.5, 51.5),
    "caucasus": (42.5, 37.5, 50.5, 42.5),
    "yemen": (40.0, 11.5, 49.0, 19.0),
}
"""West, south, east and north of each map: where the agreements that ship with the package apply."""
TOLERANCE = 0.004
NOTICE = (
    "Land and borders: Natural Earth 1:10m, public domain, by way of the npm package world-atlas 2; cut to the "
    "bbox and simplified to 0.004 degrees. Borders are drawn as Natural Earth draws them and imply no position on "
    "any of them."
)
Line = list[list[float]]


def land_rings(path: Path, limits: Box) -> list[list[Line]]:
    """The land in the box as polygons: an exterior ring and the holes in it (inland seas), as `[lon, lat]`."""
    frame = box(*limits)
    parts = [shape.buffer(0) for _, _, shape in read_topojson(path, "countries") if shape.intersects(frame)]
    land = unary_union(parts).intersection(frame).simplify(TOLERANCE)
    polygons = land.geoms if isinstance(land, MultiPolygon) else [land]
    return [
        [_rounded(ring) for ring in (polygon.exterior, *polygon.interiors) if Polygon(ring).area > 1e-4]
        for polygon in polygons
        if polygon.area > 1e-4
    ]


def border_lines(path: Path, limits: Box) -> list[Line]:
    """The lines that two countries share, in the box."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    users = Counter(
        number
        for country in topology["objects"]["countries"]["geometries"]
        for number in {n if n >= 0 else ~n for n in _flat(country.get("arcs", []))}
    )
    shared = [LineString(arcs[number]) for number, count in users.items() if count > 1 and len(arcs[number]) > 1]
    frame = box(*limits)
    cut = [line.intersection(frame) for line in shared if line.intersects(frame)]
    merged = linemerge([line for part in cut for line in _lines(part)])
    return [_rounded(line) for line in _lines(merged.simplify(TOLERANCE))]


def theatre(path: Path, limits: Box) -> dict[str, Any]:
    """One map as a GeoJSON FeatureCollection of two features, `land` and `borders`."""
    land = {"type": "MultiPolygon", "coordinates": land_rings(path, limits)}
    borders = {"type": "MultiLineString", "coordinates": border_lines(path, limits)}
    features = [
        {"type": "Feature", "id": name, "geometry": geometry, "properties": {"kind": name}}
        for name, geometry in (("land", land), ("borders", borders))
    ]
    return {"type": "FeatureCollection", "notice": NOTICE, "bbox": list(limits), "features": features}


def _flat(arcs: Any) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        else:
            yield from _flat(item)


def _lines(shape: BaseGeometry) -> list[LineString]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, LineString) and not part.is_empty]


def _rounded(line: LineString) -> Line:
    return [[round(lon, 3), round(lat, 3)] for lon, lat in line.coords]


def main() -> None:
    """Read the option, derive, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--world-atlas", type=Path, required=True, help="folder of the unpacked npm package")
    path = options.parse_args().world_atlas / "countries-10m.json"
    for name, limits in THEATRES.items():
        target = TARGET / f"{name}.geojson"
        target.write_text(json.dumps(theatre(path, limits), separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
