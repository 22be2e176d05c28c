"""assess: the facet time for a column of spans: whether each lies within a window, by all of its readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from trucewatch.assess.batch.values import Codes, F, N, T, joined
from trucewatch.assess.facets.times import EVER, Bounds, Span

Instants = NDArray[np.int64]
"""Microseconds since 1970 in UTC."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_SECOND = 1_000_000


def micros(moment: datetime) -> int:
    """An instant as a number; the open sides `NEVER` and `EVER` have numbers too."""
    return (moment - _EPOCH) // _MICRO


_EVER = micros(EVER)


def ends(spans: Sequence[Span]) -> tuple[Instants, Instants]:
    """Starts and ends as columns."""
    return (
        np.array([micros(span.start) for span in spans], np.int64),
        np.array([micros(span.end) for span in spans], np.int64),
    )


def inside(start: Instants, end: Instants, bound: Bounds) -> Codes:
    """`T` where all of a span lies in the window however its edges fall, `F` where none can, else `N`."""
    last = np.where((end > start) & (end < _EVER), end - _SECOND, end)
    (low, late), (early, high) = map(micros, bound.from_), map(micros, bound.to)
    within = (start >= late) & (last <= early)
    outside = (end <= low) | (start > high)
    return np.where(within, T, np.where(outside, F, N)).astype(np.int8)


def in_window(spans: Sequence[tuple[Instants, Instants]], bounds: Sequence[Bounds]) -> Codes:
    """The joint answer of all readings of a window, each with the spans as its own clock tells them."""
    by_name = {bound.name: inside(start, end, bound) for (start, end), bound in zip(spans, bounds, strict=True)}
    return joined(list(by_name.values()))
