"""tools: TopoJSON files as shapely shapes, and the point and radius that stand for an outline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon, Polygon

from trucewatch.gazetteer.distance import km_between

Ring = list[tuple[float, float]]


def read_topojson(path: Path, name: str | None = None) -> Iterator[tuple[str, dict[str, Any], MultiPolygon]]:
    """Id, properties and shape (lon, lat) of each geometry of the named object, or of the only one."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    objects = topology["objects"]
    for geometry in (objects[name] if name else next(iter(objects.values())))["geometries"]:
        parts = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"])
        if not parts:
            continue
        polygons = [polygon for part in parts if (polygon := _polygon(part, arcs)) is not None]
        if polygons:
            yield str(geometry.get("id", "")), geometry.get("properties", {}), MultiPolygon(polygons)


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology in degrees (lon, lat)."""
    transform = topology.get("transform")
    if transform is None:
        return [[(x, y) for x, y in arc] for arc in topology["arcs"]]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        arcs.append([(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)])
    return arcs


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _polygon(part: list[list[int]], arcs: list[Ring]) -> Polygon | None:
    rings = [ring for ring in (_ring(numbers, arcs) for numbers in part) if len(ring) >= 4]
    return Polygon(rings[0], rings[1:]) if rings else None


def point_and_radius(shape: MultiPolygon) -> tuple[float, float, float]:
    """`(lat, lon, radius_km)`: a point inside the largest part, and how far that part reaches from it."""
    main = max(shape.geoms, key=lambda part: part.area)
    centre = main.centroid
    if not main.contains(centre):
        centre = main.representative_point()
    reach = max(km_between(centre.y, centre.x, lat, lon) for lon, lat in main.exterior.coords)
    return centre.y, centre.x, reach
