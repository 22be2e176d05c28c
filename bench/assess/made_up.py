"""bench: made-up incidents and conditions on a plane in kilometres; the same seed gives the same."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from trucewatch.assess.batch.join import Condition
from trucewatch.assess.text.projection import Floats

ACTS, ACTORS, SIDE, SECONDS = 24, 40, 400.0, 3 * 365 * 86400
RADII = (0.5, 1.0, 3.0, 8.0, 25.0)
Raw = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int64], NDArray[np.int64], tuple[Floats, Floats, Floats]]


def incidents(number: int, seed: int) -> Raw:
    """Act, actor, start, end, and place with radius: three in four about some towns, as reports have it."""
    draw = np.random.default_rng(seed)
    towns = draw.uniform(0, SIDE, (300, 2))
    at = towns[draw.integers(0, 300, number)] + draw.normal(0, 2.0, (number, 2))
    loose = draw.random(number) < 0.25
    at[loose] = draw.uniform(0, SIDE, (int(loose.sum()), 2))
    start = draw.integers(0, SECONDS, number)
    length = draw.choice([600, 3600, 86400, 7 * 86400], number, p=[0.2, 0.2, 0.55, 0.05])
    radius = draw.choice(RADII, number, p=[0.1, 0.4, 0.3, 0.15, 0.05])
    act, actor = (draw.integers(0, most, number).astype(np.int32) for most in (ACTS, ACTORS))
    return act, actor, start, start + length, (at[:, 0].copy(), at[:, 1].copy(), radius)


def conditions(number: int, seed: int) -> list[Condition]:
    """Corridors about bent lines and outlines with a hole, each for some acts and bearers and a part of the time."""
    draw = np.random.default_rng(seed + 1)
    made = []
    for at in range(number):
        start = int(draw.integers(0, SECONDS // 2))
        bearers = np.zeros(ACTORS, bool)
        bearers[draw.choice(ACTORS, 12, replace=False)] = True
        made.append(
            Condition(
                acts=tuple(int(one) for one in sorted(draw.choice(ACTS, 6, replace=False))),
                bearers=bearers,
                start=start,
                end=start + int(draw.integers(30 * 86400, 500 * 86400)),
                shape=_corridor(draw) if at % 2 else _outline(draw),
                tolerance=float(draw.choice([0.5, 1.0, 4.0])),
            )
        )
    return made


def _corridor(draw: np.random.Generator) -> shapely.Geometry:
    steps = np.cumsum(draw.normal(0, 12, (25, 2)), axis=0) + draw.uniform(80, 320, 2)
    return shapely.buffer(shapely.LineString(steps), float(draw.choice([6.0, 10.0])), quad_segs=16)


def _outline(draw: np.random.Generator) -> shapely.Geometry:
    centre, angles = draw.uniform(80, 320, 2), np.linspace(0, 2 * np.pi, 60, endpoint=False)
    unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return shapely.Polygon(centre + unit * draw.uniform(25, 40, (60, 1)), [centre + unit * 12.0])
