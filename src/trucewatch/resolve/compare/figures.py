"""resolve: may two claims be counting the same thing?"""

from __future__ import annotations

import functools

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.intervals import Interval, nearness, shown, wide
from trucewatch.resolve.population import comparable
from trucewatch.resolve.subject import Count, Subject

RARE = 10
"""From here on, two numbers that agree are unlikely to do so by chance."""
CLOSE = 0.85
FAR = 0.5
HOPELESS = 0.2
"""Shares of the greater number that the smaller one reaches."""
LOSSES = frozenset({"killed", "neutralised"})
LIKELY = 1.2
"""How many times its number a count that is open above is likely to reach: "more than 30" is hardly 60."""


def figures_fit(left: Subject, right: Subject) -> Fit:
    """How well the figures of one measure and population agree, by the pair that agrees best."""
    best: Fit | None = None
    for one in left.counts:
        for other in right.counts:
            fit = _pair(one, other, stock=left.lane == "stock" or {left.family, right.family} == {"harm"})
            if fit is not None and (best is None or fit.score > best.score):
                best = fit
    return best or NOTHING


def _pair(one: Count, other: Count, *, stock: bool) -> Fit | None:
    if one.figure.measure != other.figure.measure:
        return _losses(one, other)
    if not comparable(one.figure, other.figure):
        return Fit(0.6, "other people counted by the same measure") if stock else None
    said = f"{one.figure.measure} {_words(one)} and {_words(other)}"
    near, big = nearness(_likely(one.allows), _likely(other.allows)), max(one.allows[0], other.allows[0]) >= RARE
    if near == 1.0:
        vague = any(count.figure.approximator == "vague" and wide(count.allows) for count in (one, other))
        return Fit(0.6 if vague or not big else 0.95, said)
    if near >= CLOSE and big:
        return Fit(0.85, said)
    if stock and near < FAR:
        return Fit(0.0, said)
    if near < HOPELESS and big:
        return Fit(0.1, said)
    return Fit(0.4 if near >= FAR else 0.25, said)


def _losses(one: Count, other: Count) -> Fit | None:
    """Killed and neutralised are two measures, but hundreds of the one go with no act of ten of the other."""
    if {one.figure.measure, other.figure.measure} != LOSSES:
        return None
    if nearness(_likely(one.allows), _likely(other.allows)) >= FAR or max(one.allows[0], other.allows[0]) < RARE:
        return None
    return Fit(0.1, f"{one.figure.measure} {_words(one)} and {other.figure.measure} {_words(other)}")


def _likely(allows: Interval) -> Interval:
    low, high = allows
    return (low, low * LIKELY) if high == float("inf") and low >= RARE else allows


def _words(count: Count) -> str:
    figure = count.figure
    return _in_words(figure.low, figure.high, figure.approximator)


@functools.lru_cache(maxsize=65536)
def _in_words(low: float | None, high: float | None, approximator: str) -> str:
    number = shown(low) if low == high else f"{shown(low)} to {shown(high)}"
    return number if approximator == "exact" else f"{approximator.replace('_', ' ')} {number}"


def strongest(left: Subject, right: Subject) -> float:
    """The greatest number that both count by one measure; 0 where there is none."""
    return max(
        (
            min(one.allows[0], other.allows[0])
            for one in left.counts
            for other in right.counts
            if one.figure.measure == other.figure.measure and comparable(one.figure, other.figure)
        ),
        default=0.0,
    )
