"""publish: counts over days, a row of bars for each thing counted: told apart by place and name, not by colour."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from trucewatch.publish.charts.chart import Axis
from trucewatch.publish.draw.svg import label, line, shorten
from trucewatch.publish.page import Page

WIDTH, LEFT, RIGHT, TOP = 960, 262, 896, 24
HIGH, LOW, GAP = 84, 30, 14
LONGEST_NAME = 36
WIDEST = 26
"""The widest that a bar is drawn, so that three days do not look like three walls."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A count as an interval; `high` None is open above."""

    low: float
    high: float | None


def hull(one: Bar | None, other: Bar) -> Bar:
    """Two counts by one counter of one thing: it may be either."""
    if one is None:
        return other
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Bar(min(one.low, other.low), high)


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of one name by stretch of the axis. `asked` is what was promised for each stretch."""

    name: str
    bars: Mapping[int, Bar]
    total: str = ""
    tall: bool = False
    asked: float | None = None
    css: str = "bar"


def draw_rows(
    page: Page, rows: Sequence[Row], days: Axis, *, alt: str, marks: Sequence[tuple[int, str]] = ()
) -> Markup:
    """The rows under each other over one axis; tall rows share a scale, and so do the others."""
    y, parts = float(TOP), []
    for number, row in enumerate(rows):
        height = HIGH if row.tall else LOW
        parts.append(_row(page, row, days, y, height, _most(rows, tall=row.tall), scaled=_is_first(rows, number)))
        y += height + GAP
    y -= GAP
    parts += _ticks(page, days, y)
    lines = [_mark(days, at, words, y) for at, words in marks if 0 <= at <= days.count]
    return Markup(
        '<svg class="chart" direction="ltr" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>'
    ).format(WIDTH, round(y + 24), alt, Markup().join(lines), Markup().join(parts))


def _is_first(rows: Sequence[Row], number: int) -> bool:
    return all(row.tall != rows[number].tall for row in rows[:number])


def _most(rows: Sequence[Row], *, tall: bool) -> float:
    """The greatest value that rows of one height hold."""
    held = [row for row in rows if row.tall == tall]
    values = [bar.low if bar.high is None else bar.high for row in held for bar in row.bars.values()]
    return max([*values, *(row.asked for row in held if row.asked is not None), 1.0])


def _row(page: Page, row: Row, days: Axis, top: float, height: float, most: float, *, scaled: bool) -> Markup:
    base = top + height
    parts = [label(0, base - 4, shorten(row.name, LONGEST_NAME), css="name")]
    if row.name != shorten(row.name, LONGEST_NAME):
        parts = [Markup("<g><title>{}</title>{}</g>").format(row.name, parts[0])]
    parts += [line(LEFT, base, RIGHT, base, "axis"), line(LEFT, top, RIGHT, top, "rule")]
    if scaled:
        parts.append(label(LEFT - 6, top + 4, str(page.plain.number(most)), anchor="end", css="scale"))
    parts += [_bar(page, row.css, days, at, bar, base, height / most) for at, bar in sorted(row.bars.items())]
    if row.asked is not None:
        y = base - row.asked * height / most
        parts.append(line(LEFT, y, RIGHT, y, "asked"))
    if row.total:
        parts.append(label(WIDTH, base - 4, row.total, anchor="end", css="total"))
    return Markup().join(parts)


def _bar(page: Page, css: str, days: Axis, at: int, bar: Bar, base: float, unit: float) -> Markup:
    """What is certain as a filled bar, what is only possible as a hollow one on top; open above has a dashed end."""
    slot = (RIGHT - LEFT) / days.count
    width = min(WIDEST, max(1.0, slot * 0.8))
    x = LEFT + (at + 0.5) * slot - width / 2
    low = bar.low * unit
    high = low if bar.high is None or not math.isfinite(bar.high) else bar.high * unit
    said = escape(page.plain.join([page.plain.days(*days.days(at)), page.plain.interval(bar.low, bar.high)], ": "))
    if high <= 0 and bar.high is not None:
        nought = label(x + width / 2, base - 3, "0", anchor="middle", css="tick")
        return Markup(f"<g><title>{said}</title>{nought}</g>")
    parts = [_rect(css, x, base - low, width, low)] if low > 0 else []
    if high > low:
        parts.append(_rect(f"{css} maybe", x, base - high, width, high - low))
    if bar.high is None:
        parts.append(line(x, base - low - 3, x + width, base - low - 3, "more"))
    return Markup(f"<g><title>{said}</title>{''.join(parts)}</g>")


def _ticks(page: Page, days: Axis, base: float) -> list[Markup]:
    slot, every = (RIGHT - LEFT) / days.count, max(1, -(-days.count // 8))
    return [
        label(
            LEFT + (at + 0.5) * slot,
            base + 17,
            str(page.plain.day(days.days(at)[0], year=days.step > 7)),
            anchor="middle",
        )
        for at in range(0, days.count, every)
    ]


def _mark(days: Axis, at: int, words: str, bottom: float) -> Markup:
    x = LEFT + at * (RIGHT - LEFT) / days.count
    right = x > (LEFT + RIGHT) / 2
    said = label(x + (-4 if right else 4), TOP - 10, words, anchor="end" if right else "start", css="forced")
    return line(x, TOP - 20, x, bottom, "force") + said


def _rect(css: str, x: float, y: float, width: float, height: float) -> Markup:
    size = f'width="{width:.1f}" height="{max(height, 0.5):.1f}"'
    return Markup(f'<rect class="{escape(css)}" x="{x:.1f}" y="{y:.1f}" {size}/>')
