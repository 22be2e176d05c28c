"""resolve: what a figure's words allow, as an interval. "About thirty" is not thirty."""

from __future__ import annotations

import math

from trucewatch.model import Figure

Interval = tuple[float, float]
"""Closed `[low, high]`; an open side is infinite."""

INF = float("inf")
SIDES_OF_A_LINE = frozenset({"width_km", "distance_km"})
"""Measures that one account may give for each side of a line and another for both."""
NEARLY = 0.9
ABOUT = 0.1


def interval(figure: Figure) -> Interval | None:
    """The values that a figure allows; None where it gives no number."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    if low is not None and low == high:
        return _widened(low, figure.approximator)
    return -INF if low is None else low, INF if high is None else high


def _widened(value: float, approximator: str) -> Interval:
    """One number with the word that stood before it."""
    if approximator == "about":
        # "Une trentaine" covers what would be rounded to thirty, and a tenth below.
        return value * (1 - ABOUT), max(value * (1 + ABOUT), value + _step(value) / 2)
    if approximator == "nearly":
        return value * NEARLY, value
    if approximator in ("at_least", "more_than"):
        return value, INF
    if approximator == "at_most":
        return 0.0, value
    return value, value


def _step(value: float) -> float:
    """The place value of the last digit that is not zero: 10 for 30, 100,000 for 3,700,000."""
    if value <= 0 or value != int(value):
        return 0.0
    number, step = int(value), 1
    while number % 10 == 0:
        number, step = number // 10, step * 10
    return float(step) if step > 1 else 0.0


def exact(figure: Figure) -> bool:
    """Whether a figure is one number said without a hedge."""
    return figure.low is not None and figure.low == figure.high and figure.approximator == "exact"


def wide(allows: Interval) -> bool:
    """Whether what is allowed says little: "dozens" is wide, "une trentaine" is not."""
    return allows[1] > 2 * allows[0]


def meet(left: Interval, right: Interval) -> bool:
    """Whether some value is allowed by both."""
    return left[0] <= right[1] and right[0] <= left[1]


def whole_and_part(measure: str, one: Interval, other: Interval) -> bool:
    """Whether the smaller may be told of a part of what the larger is told of.

    Three hours face to face lie within six hours of talks; a strip six kilometres on each side is twelve wide.
    """
    if measure == "duration_h":
        return True
    small, great = sorted((one[0], other[0]))
    return measure in SIDES_OF_A_LINE and small > 0 and math.isclose(great, 2 * small)


def nearness(left: Interval, right: Interval) -> float:
    """1 where they meet, else the smaller over the larger of the nearest edges."""
    if meet(left, right):
        return 1.0
    below, above = (left[1], right[0]) if left[1] < right[0] else (right[1], left[0])
    return max(0.0, below / above) if above > 0 and math.isfinite(above) else 0.0


def shown(number: float | None) -> str:
    """A number as people write it: `34`, `3,700,000`, `2.5`."""
    if number is None or math.isinf(number):
        return "open"
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def told(low: float | None, high: float | None, approximator: str, text: str) -> str:
    """A figure as a sentence names it: `34`, `"close to a million" (900,000 to 1,000,000)`, `about 30`."""
    numbers = f"{shown(low)} to {shown(high)}"
    if low is None or high is None or low == high:
        numbers = shown(high if low is None else low)
    if approximator == "exact":
        return numbers
    return f'"{text}" ({numbers})' if text else f"{approximator.replace('_', ' ')} {numbers}"
