"""serve: drawings of counts, each with a table that says the same. Axes run from left to right in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from trucewatch.publish.format import Text
from trucewatch.publish.instants import earliest_day
from trucewatch.publish.page import Page
from trucewatch.publish.views.clocks import entry_day
from trucewatch.serve.filter import Filter

WIDTH, HEIGHT, LEFT, BASE = 960, 150, 36, 124
MOST_BARS = 92
"""Days that are drawn as days; a longer time is drawn by weeks, then by months."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title and table: rows of a day or stretch, its count, and the families within it."""

    title: Text
    svg: Markup
    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


def per_day(tools: Page, counted: Mapping[tuple[date, str], int], asked: Filter) -> Chart | None:
    """Events by the day on which they began, against the agreement's entry into force; None where there are none."""
    wanted = asked.type.partition(".")[0] if asked.type else None
    rows = {key: n for key, n in counted.items() if wanted in (None, key[1])}
    if asked.first or asked.last:
        rows = {key: n for key, n in rows.items() if _within(key[0], asked)}
    if not rows:
        return None
    first, last = min(day for day, _ in rows), max(day for day, _ in rows)
    step = next((s for s in (1, 7, 30, 365) if (last - first).days // s < MOST_BARS), 3650)
    bars: Counter[int] = Counter()
    by_family: Counter[tuple[int, str]] = Counter()
    for (day, family), n in rows.items():
        bars[(day - first).days // step] += n
        by_family[(day - first).days // step, family] += n
    families = sorted({family for _, family in by_family})
    names = [tools.words.named("families", family) or family for family in families]
    said = tools.f.say("web.chart.days" if step == 1 else "web.chart.stretches", days=tools.f.number(step))
    table = tuple(
        (
            _stretch(tools, first, k, step),
            *(tools.f.number(by_family[k, family]) for family in families),
            tools.f.number(bars[k]),
        )
        for k in sorted(bars)
    )
    heads = (tools.f.say("web.chart.day"), *names, tools.f.say("web.chart.all"))
    return Chart(said, _bars(tools, bars, first, last, step), heads, table)


def _within(day: date, asked: Filter) -> bool:
    return (not asked.first or day.isoformat() >= asked.first) and (not asked.last or day.isoformat() <= asked.last)


def _stretch(tools: Page, first: date, k: int, step: int) -> Text:
    start = first + timedelta(days=k * step)
    return tools.brief.days(start, start + timedelta(days=step - 1))


def _bars(tools: Page, bars: Mapping[int, int], first: date, last: date, step: int) -> Markup:
    count = (last - first).days // step + 1
    most, slot = max(bars.values()), (WIDTH - LEFT - 8) / count
    parts = [_line(LEFT, BASE, WIDTH - 8, BASE, "axis")]
    for value in sorted({most, (most + 1) // 2}):
        y = _y(value, most)
        parts.append(_line(LEFT, y, WIDTH - 8, y, "rule"))
        parts.append(_text(LEFT - 6, y + 4, str(tools.plain.number(value)), "end"))
    for k, n in sorted(bars.items()):
        x, y = LEFT + k * slot + slot * 0.1, _y(n, most)
        said = tools.plain.join([_stretch(tools, first, k, step), tools.plain.number(n)], ": ")
        parts.append(
            Markup(
                '<rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>'
            ).format(x, y, max(1.0, slot * 0.8), BASE - y, _plain(said))
        )
    parts += _ticks(tools, first, count, step, slot)
    parts += _entry(tools, first, count, step, slot)
    alt = tools.plain.say("web.chart.alt", n=tools.plain.number(sum(bars.values())))
    return Markup('<svg class="chart" dir="ltr" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, _plain(alt), Markup().join(parts)
    )


def _ticks(tools: Page, first: date, count: int, step: int, slot: float) -> list[Markup]:
    every = max(1, -(-count // 8))
    return [
        _text(
            LEFT + (k + 0.5) * slot,
            BASE + 16,
            str(tools.plain.day(first + timedelta(days=k * step), year=step > 7)),
            "middle",
        )
        for k in range(0, count, every)
    ]


def _entry(tools: Page, first: date, count: int, step: int, slot: float) -> list[Markup]:
    """The day on which the first agreement came into force, where it lies within the drawing."""
    agreements = tools.ix.ordered_agreements()
    day = entry_day(agreements[0]) if agreements else None
    day = day or (earliest_day(agreements[0].signed) if agreements else None)
    if day is None or not 0 <= (day - first).days / step <= count:
        return []
    x = LEFT + (day - first).days / step * slot
    return [_line(x, 8, x, BASE, "force"), _text(x + 4, 16, str(tools.plain.say("web.chart.entry")), "start")]


def _y(value: float, most: int) -> float:
    return BASE - (BASE - 20) * value / most


def _line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    return Markup('<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>').format(css, x1, y1, x2, y2)


def _text(x: float, y: float, words: str, at: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, at, words)


def _plain(text: Text) -> str:
    return text.striptags() if isinstance(text, Markup) else text
