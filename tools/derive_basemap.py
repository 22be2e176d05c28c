"""tools: derive the report's base map from Natural Earth (public domain).

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

from shapely import LineString, MultiPolygon, box, unary_union
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from tools.outlines import decode_arcs, read_topojson

TARGET = Path(__file__).parents[1] / "src/trucewatch/publish/basemap/levant.json"
BOX = (34.5, 34.0, 39.5, 38.0)
TOLERANCE = 0.004
NOTICE = (
    "Land and borders: Natural Earth 1:10m, public domain, by way of the npm package world-atlas 2; cut to the box and "
    "simplified to 0.004 degrees. Borders are drawn as Natural Earth draws them and imply no position on any of them."
)
Line = list[list[float]]


def land_rings(path: Path) -> list[Line]:
    """Exterior rings of the land in the box, closed, as `[lon, lat]`."""
    frame = box(*BOX)
    parts = [shape.buffer(0) for _, _, shape in read_topojson(path, "countries") if shape.intersects(frame)]
    land = unary_union(parts).intersection(frame).simplify(TOLERANCE)
    polygons = land.geoms if isinstance(land, MultiPolygon) else [land]
    return [_rounded(polygon.exterior) for polygon in polygons if polygon.area > 1e-4]


def border_lines(path: Path) -> list[Line]:
    """The lines that two countries share, in the box."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    users = Counter(
        number
        for country in topology["objects"]["countries"]["geometries"]
        for number in {n if n >= 0 else ~n for n in _flat(country.get("arcs", []))}
    )
    shared = [LineString(arcs[number]) for number, count in users.items() if count > 1 and len(arcs[number]) > 1]
    cut = [line.intersection(box(*BOX)) for line in shared if line.intersects(box(*BOX))]
    merged = linemerge([line for part in cut for line in _lines(part)])
    return [_rounded(line) for line in _lines(merged.simplify(TOLERANCE))]


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
    content = {"notice": NOTICE, "box": BOX, "land": land_rings(path), "borders": border_lines(path)}
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
