"""publish: events by the day on which they began, against entry into force: by type, by province, zone or teller."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucewatch.publish.charts.chart import Axis, Chart, axis, first_agreement, force_day
from trucewatch.publish.charts.rows import Bar, Row, draw_rows
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page, striptags
from trucewatch.publish.place_names import place_name

By = Literal["type", "place", "zone", "root"]
MOST_ROWS = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """How many events began on each day, in all and by a key; an event that has several keys counts under each."""

    by: By
    all: Mapping[date, int]
    keyed: Mapping[tuple[date, str], int]
    undated: int = 0
    """Events of which no first day is known."""


def events(page: Page, counted: Counted) -> Chart | None:
    """The chart; None where no event has a day."""
    if not counted.all:
        return None
    days = axis(min(counted.all), max(counted.all))
    bars: Counter[int] = Counter()
    stretch = {day: days.at(day) for day in counted.all}
    for day, n in counted.all.items():
        bars[stretch[day]] += n
    by_key: dict[str, Counter[int]] = defaultdict(Counter)
    for (day, key), n in counted.keyed.items():
        by_key[key][stretch[day]] += n
    keys = sorted(by_key, key=lambda key: (-by_key[key].total(), key))
    names = {key: _name(page, counted.by, key) for key in keys}
    said = page.f.say("charts.days" if days.step == 1 else "charts.stretches", days=page.f.number(days.step))
    heads = (page.f.say("charts.day"), page.f.say("charts.all"), *(names[key] for key in keys))
    table = tuple(_line(page, days, at, bars, [by_key[key] for key in keys]) for at in sorted(bars))
    drawn = [_row(page, str(page.plain.say("charts.all")), bars, tall=True)]
    drawn += [_row(page, striptags(names[key]), by_key[key]) for key in keys[:MOST_ROWS]]
    alt = str(page.plain.say("charts.alt", n=page.plain.number(bars.total())))
    svg = draw_rows(page, drawn, days, alt=alt, marks=entry(page, days))
    return Chart(said, svg, heads, table, _notes(page, counted, len(keys) - MOST_ROWS))


def entry(page: Page, days: Axis) -> list[tuple[int, str]]:
    """Entry into force of the first agreement, where it lies within an axis."""
    day = force_day(first_agreement(page))
    if day is None or not days.first <= day <= days.last:
        return []
    return [(days.at(day), str(page.plain.say("charts.entry")))]


def _row(page: Page, name: str, bars: Counter[int], *, tall: bool = False) -> Row:
    shown = {at: Bar(float(n), float(n)) for at, n in bars.items()}
    return Row(name, shown, str(page.plain.number(bars.total())), tall=tall)


def _line(page: Page, days: Axis, at: int, bars: Counter[int], by_key: list[Counter[int]]) -> tuple[Text, ...]:
    counts = (page.f.number(one[at]) for one in by_key)
    return page.brief.days(*days.days(at)), page.f.number(bars[at]), *counts


def _name(page: Page, by: By, key: str) -> Text:
    if by == "type":
        return page.words.named("families", key) or key
    if by in ("place", "zone"):
        return place_name(key, page.words.language) or key
    return page.root(key)


def _notes(page: Page, counted: Counted, more: int) -> tuple[Text, ...]:
    notes = [page.f.say(f"charts.note_{counted.by}")] if counted.by != "type" else []
    if more > 0:
        notes.append(page.f.say("charts.left_out", more))
    if counted.undated:
        notes.append(page.f.say("charts.undated", counted.undated))
    return tuple(notes)
