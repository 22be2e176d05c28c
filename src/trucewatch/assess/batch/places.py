"""assess: the facet place for columns of discs: how deep each lies in a zone, by all of its readings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.batch.values import Codes, F, N, T, flipped, joined
from trucewatch.assess.facets.ground import Ground, Reach, depth_on_plane
from trucewatch.assess.text.projection import Floats


def in_reach(ground: Ground, reaches: Sequence[Reach], lon: Floats, lat: Floats, radius: Floats, *, out: bool) -> Codes:
    """`T` where a disc lies deeper inside than all doubt, `F` where further outside; `out` asks for the contrary."""
    columns = [_one(ground, reach, lon, lat, radius) for reach in reaches]
    return joined([flipped(column) if out else column for column in columns])


def _one(ground: Ground, reach: Reach, lon: Floats, lat: Floats, radius: Floats) -> Codes:
    found = np.full(lon.shape, N, np.int8)
    if reach.shape is None:
        return found
    x, y = ground.plane.forward(lon, lat)
    return against(reach.shape, x, y, radius + reach.tolerance_km)


def against(shape: BaseGeometry, x: Floats, y: Floats, doubt: Floats) -> Codes:
    """Discs on the plane against a shape; what lies beyond the box about it by more than its doubt is not measured."""
    west, south, east, north = shapely.bounds(shape)
    near = (x >= west - doubt) & (x <= east + doubt) & (y >= south - doubt) & (y <= north + doubt)
    found = np.full(x.shape, F, np.int8)
    depth = depth_on_plane(shape, x[near], y[near])
    found[near] = np.where(depth > doubt[near], T, np.where(depth < -doubt[near], F, N))
    return found
