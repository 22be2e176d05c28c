"""publish: one lane of the timeline: marks with labels, laid in as few rows as keep them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from trucewatch.publish.draw.svg import label, shorten, tag, width
from trucewatch.publish.page import Page

ROW = 24
PAD = 14
Shape = Literal["report", "event", "span", "open", "phase", "force", "due"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at `x`, or from `x` to `x2`."""

    x: float
    x2: float | None
    shape: Shape
    text: str
    tag: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks under one name, in at most `rows` rows."""

    name: str
    marks: list[Mark]
    rows: int


@dataclass(frozen=True, slots=True)
class _Laid:
    mark: Mark
    row: int
    left: bool


def draw_lane(page: Page, lane: Lane, top: float, edges: tuple[int, int]) -> tuple[Markup, float]:
    """The lane as SVG and its height; what does not fit is counted, never dropped in silence."""
    laid, left_over = _lay(lane, edges)
    rows = max([item.row for item in laid], default=0) + 1
    parts = [label(0, top + PAD + 10, lane.name, css="lane")]
    parts += [_draw(item, top + PAD + 6 + item.row * ROW) for item in laid]
    height = rows * ROW + PAD
    if left_over:
        text = str(page.plain.say("ui.more", left_over))
        parts.append(label(edges[0], top + height + 6, text, css="ghost"))
        height += ROW - 4
    return Markup().join(parts), height


def _lay(lane: Lane, edges: tuple[int, int]) -> tuple[list[_Laid], int]:
    ends: list[list[tuple[float, float]]] = [[] for _ in range(lane.rows)]
    laid, left_over = [], 0
    for mark in lane.marks:
        choices = [(row, left) for row in range(lane.rows) for left in (False, True)]
        fitting = next((c for c in choices if _fits(_extent(mark, c[1]), ends[c[0]], edges)), None)
        if fitting is None:
            left_over += 1
            continue
        ends[fitting[0]].append(_extent(mark, fitting[1]))
        laid.append(_Laid(mark, *fitting))
    return laid, left_over


def _extent(mark: Mark, left: bool) -> tuple[float, float]:
    """How far a mark with its label reaches, the label left or right of it."""
    long = width(shorten(mark.text)) + 16
    if mark.shape == "phase":
        return mark.x, max(mark.x2 or mark.x, mark.x + long)
    if mark.shape == "force":
        return (mark.x - long, mark.x2 or mark.x) if left else (mark.x, max(mark.x2 or mark.x, mark.x + long))
    start, end = mark.x - 11, (mark.x2 or mark.x) + 11
    return (start - long, end) if left else (start, end + long)


def _fits(extent: tuple[float, float], taken: list[tuple[float, float]], edges: tuple[int, int]) -> bool:
    if extent[0] < edges[0] - 4 or extent[1] > edges[1] + 24:
        return False
    return all(extent[1] < start or extent[0] > end for start, end in taken)


def _draw(item: _Laid, y: float) -> Markup:
    mark, parts = item.mark, []
    if mark.shape == "phase":
        end = mark.x2 or mark.x
        band = Markup('<rect class="phase" x="{}" y="{}" width="{}" height="16"/>').format(
            mark.x, y - 8, round(max(end - mark.x, 2.0), 1)
        )
        return band + label(mark.x + 6, y + 4, shorten(mark.text))
    if mark.shape == "force":
        parts.append(Markup('<path class="force" d="M{} {}H{}"/>').format(mark.x, y + 7, mark.x2 or mark.x))
        where = (mark.x - 6, "end") if item.left else (mark.x + 6, "start")
        return Markup().join([*parts, label(where[0], y + 0, shorten(mark.text), anchor=where[1])])
    if mark.x2 is not None and mark.shape != "due":
        css = "span open" if mark.shape == "open" else "span"
        parts.append(Markup('<path class="{}" d="M{} {}H{}"/>').format(css, mark.x, y, mark.x2))
    parts.append(_shape(mark, y))
    if item.left:
        parts.append(label(mark.x - 14, y + 4, shorten(mark.text), anchor="end"))
    else:
        parts.append(label((mark.x2 or mark.x) + 14, y + 4, shorten(mark.text)))
    return Markup().join(parts)


def _shape(mark: Mark, y: float) -> Markup:
    if mark.shape == "report":
        return Markup('<rect class="rep" x="{}" y="{}" width="10" height="12" rx="1"/>').format(
            round(mark.x - 5, 1), y - 6
        )
    if mark.shape == "due":
        first = Markup('<path class="due" d="M{} {}l8 8l-8 8l-8 -8Z"/>').format(mark.x, y - 8)
        if mark.x2 is None or mark.x2 - mark.x < 4:
            return first
        return first + Markup('<path class="due alt" d="M{} {}l6 6l-6 6l-6 -6Z"/>').format(mark.x2, y - 6)
    if mark.tag:
        return tag(mark.x, y, mark.tag, hollow=mark.hollow)
    return Markup('<circle class="{}" cx="{}" cy="{}" r="5"/>').format("ev-o" if mark.hollow else "ev", mark.x, y)
