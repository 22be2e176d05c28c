"""assess: which of a great many incidents may touch which provision: kinds of act, bearers, time and place at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from trucewatch.assess.batch.values import Rows
from trucewatch.assess.text.projection import Floats


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must meet not to be outside: codes of acts and bearers, a window, and a shape with its tolerance."""

    acts: tuple[int, ...]
    bearers: NDArray[np.bool_]
    """For each code of an actor, whether it may be bound."""
    start: int
    end: int
    shape: BaseGeometry
    tolerance: float


@dataclass(frozen=True, slots=True)
class Sorted:
    """Rows sorted by kind of act and start, so that a condition reads only the stretch that may meet it."""

    order: Rows
    edges: Rows
    act: NDArray[np.int32]
    actor: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    x: Floats
    y: Floats
    radius: Floats
    longest: NDArray[np.int64]
    """For each kind of act, the length of the longest time."""


def arranged(
    act: NDArray[np.int32],
    actor: NDArray[np.int32],
    start: NDArray[np.int64],
    end: NDArray[np.int64],
    place: tuple[Floats, Floats, Floats],
) -> Sorted:
    """Columns of incidents (place: x, y and radius on the plane, in kilometres), sorted once for all conditions."""
    order = np.lexsort((start, act))
    act, start, end = act[order], start[order], end[order]
    x, y, radius = (column[order] for column in place)
    edges = np.searchsorted(act, np.arange(int(act[-1]) + 2 if len(act) else 1))
    longest = np.array([(end[a:b] - start[a:b]).max(initial=0) for a, b in pairwise(edges)])
    return Sorted(order, edges, act, actor[order], start, end, x, y, radius, longest)


def touching(rows: Sorted, conditions: Sequence[Condition]) -> Iterator[Rows]:
    """For each condition, in its order, the numbers of the rows that no answer puts outside, ascending."""
    for condition in conditions:
        found = [_of_kind(rows, condition, act) for act in condition.acts if act + 1 < len(rows.edges)]
        yield np.sort(rows.order[np.concatenate(found)]) if found else np.zeros(0, np.int64)


def _of_kind(rows: Sorted, condition: Condition, act: int) -> Rows:
    low, high = int(rows.edges[act]), int(rows.edges[act + 1])
    # Starts are sorted: what began too late, or so early that even the longest is over, is never looked at.
    first = low + int(np.searchsorted(rows.start[low:high], condition.start - rows.longest[act], side="left"))
    stop = low + int(np.searchsorted(rows.start[low:high], condition.end, side="right"))
    cut = slice(first, stop)
    west, south, east, north = shapely.bounds(condition.shape)
    doubt = rows.radius[cut] + condition.tolerance
    x, y = rows.x[cut], rows.y[cut]
    kept = rows.end[cut] > condition.start
    kept &= condition.bearers[rows.actor[cut]]
    kept &= (x >= west - doubt) & (x <= east + doubt) & (y >= south - doubt) & (y <= north + doubt)
    near = np.flatnonzero(kept)
    shapely.prepare(condition.shape)
    points = shapely.points(x[near], y[near])
    close = shapely.dwithin(condition.shape, points, doubt[near])
    return np.asarray(near[close] + first)
