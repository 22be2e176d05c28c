"""publish: a figure as a drawing: each exact value a point, hollow where it is left behind, each range a bar."""

from __future__ import annotations

import math

from markupsafe import Markup

from trucewatch.model import FigureValue, IncidentFigure
from trucewatch.publish.page import Page

WIDTH, LEFT, RIGHT, AXIS = 260, 12, 248, 40


def figure_svg(page: Page, figure: IncidentFigure) -> Markup:
    """The values of one figure on one axis; nothing when fewer than two bounds are known."""
    bounds = [bound for value in figure.values for bound in (value.low, value.high) if _known(bound)]
    if len(bounds) < 2 or len(figure.values) < 2:
        return Markup()
    ticks = nice_ticks(min(bounds), max(bounds))  # type: ignore[type-var,arg-type]
    scale = _Scale(ticks[0], ticks[-1])
    drawn = Markup().join(_value(scale, value, number) for number, value in enumerate(_bars_first(figure)))
    return Markup(
        '<svg class="range" viewBox="0 0 {} 58" width="{}" direction="ltr" role="img" aria-label="{}">'
        '<path class="ax" d="M{} {}H{}"/>{}{}</svg>'
    ).format(WIDTH, WIDTH, _alt(page, figure), LEFT, AXIS, RIGHT, drawn, _labels(page, scale, ticks))


class _Scale:
    """From a value to a position on the axis."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(LEFT + 8 + share * (RIGHT - LEFT - 16), 1)


def _known(bound: float | None) -> bool:
    return bound is not None and math.isfinite(bound)


def nice_ticks(low: float, high: float) -> list[float]:
    """Three to six round numbers that hold both bounds."""
    spread = (high - low) or max(abs(high) * 0.1, 1.0)
    raw = spread / 4
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
    if step < 1 and abs(high) < 1e5 and low == int(low) and high == int(high):
        step = 1.0
    first, last = math.floor(low / step) - 1, math.ceil(high / step) + 1
    if low >= 0:
        first = max(first, 0)
    return [round(number * step, 9) for number in range(first, last + 1)]


def _bars_first(figure: IncidentFigure) -> list[FigureValue]:
    """Ranges below, exact values above them, those that still stand on top."""
    return sorted(figure.values, key=lambda value: (value.low == value.high, value.superseded_by is None))


def _value(scale: _Scale, value: FigureValue, number: int) -> Markup:
    if value.low is not None and value.low == value.high:
        css = "pt-o" if value.superseded_by is not None else "pt"
        return Markup('<circle class="{}" cx="{}" cy="{}" r="4.5"/>').format(css, scale.x(value.low), AXIS - 4.5)
    low = scale.low if value.low is None else value.low
    high = scale.high if value.high is None else value.high
    left, right = scale.x(low), scale.x(high)
    css = "rng-soft" if _known(value.low) and _known(value.high) else "rng-other"
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="7"/>').format(
        css, left, AXIS - 12 - 8 * (number % 3), round(max(right - left, 1.0), 1)
    )


def _labels(page: Page, scale: _Scale, ticks: list[float]) -> Markup:
    every = max(1, math.ceil(len(ticks) / 6))
    shown = ticks[::every]
    parts = [
        Markup('<text x="{}" y="55" text-anchor="middle">{}</text>').format(
            scale.x(tick), page.plain.tick(tick, ticks[-1], last=tick == shown[-1])
        )
        for tick in shown
    ]
    return Markup().join(parts)


def _alt(page: Page, figure: IncidentFigure) -> str:
    values = []
    for value in figure.values:
        root = value.root or str(page.plain.say("ledger.no_root"))
        values.append(f"{page.plain.interval(value.low, value.high)} ({page.mask.plain(root)})")
    return str(page.plain.say("figure.axis", values="; ".join(values)))
