"""assess: the facet place for columns of discs: how deep each lies in a zone, by all of its readings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.batch.values import Codes, F, N, T, flipped, joined
from trucewatch.assess.facets.ground import Ground, Reach, depth_on_plane
from trucewatch.assess.facets.place import Disk
from trucewatch.assess.text.projection import Floats

_SLACK = 1e-6
"""Kilometres by which the box is wider, so that no last digit decides."""


def in_reach(ground: Ground, reaches: Sequence[Reach], discs: Sequence[Disk], *, out: bool) -> Codes:
    """`T` where a disc lies deeper inside than all doubt, `F` where further outside; `out` asks for the contrary."""
    x, y = ground.flat([(disc.lon, disc.lat) for disc in discs])
    radius = np.array([disc.radius_km for disc in discs], float)
    columns = [
        np.full(x.shape, N, np.int8) if reach.shape is None else against(reach.shape, x, y, radius + reach.tolerance_km)
        for reach in reaches
    ]
    return joined([flipped(column) if out else column for column in columns])


def against(shape: BaseGeometry, x: Floats, y: Floats, doubt: Floats) -> Codes:
    """Discs on the plane against a shape; what lies beyond the box about it by more than its doubt is not measured."""
    west, south, east, north = shapely.bounds(shape)
    far = doubt + _SLACK
    near = (x >= west - far) & (x <= east + far) & (y >= south - far) & (y <= north + far)
    found = np.full(x.shape, F, np.int8)
    depth = depth_on_plane(shape, x[near], y[near])
    found[near] = np.where(depth > doubt[near], T, np.where(depth < -doubt[near], F, N))
    return found
