"""publish: one figure of an incident, account by account: who gave it, when, how sure, and what it replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.actors import house
from trucewatch.model import FigureValue, Incident, IncidentFigure
from trucewatch.publish.charts.chart import Chart
from trucewatch.publish.draw.figure import nice_ticks
from trucewatch.publish.draw.svg import label, line, shorten
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page, striptags

WIDTH, LEFT, RIGHT, TOP, ROW = 960, 300, 820, 14, 26
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT)


def figures(page: Page, incident: Incident) -> list[Chart]:
    """A chart for each figure for which there is more than one value."""
    return [chart for figure in incident.figures if (chart := _chart(page, figure)) is not None]


def _chart(page: Page, figure: IncidentFigure) -> Chart | None:
    bounds = [bound for value in figure.values for bound in (value.low, value.high) if bound is not None]
    if len(figure.values) < 2 or not bounds:
        return None
    values = in_series(figure.values)
    ticks = nice_ticks(min(bounds), max(bounds))
    heads = ("account", "root", "side", "told", "low", "high", "stands")
    whom = page.population(figure.population)
    what = page.word("measure_names", figure.measure)
    return Chart(
        page.f.join([what, whom] if whom and figure.population != figure.measure else [what], ", "),
        _draw(page, figure, values, ticks),
        tuple(page.f.say(f"charts.{head}") for head in heads),
        tuple(_cells(page, value) for value in values),
        _notes(page, figure, values),
        (1, 2, 3, 6),
    )


def in_series(values: Sequence[FigureValue]) -> list[FigureValue]:
    """Each speaker's values together in the order in which they were told; who told first stands first."""
    first: dict[str, tuple[str, int]] = {}
    for number, value in enumerate(values):
        first[_speaker(value)] = min(first.get(_speaker(value), ("~", 0)), (value.told or "~", number))
    return sorted(values, key=lambda value: (first[_speaker(value)], value.told or "~"))


def _speaker(value: FigureValue) -> str:
    return value.counter or value.root or value.claim


def _who(page: Page, value: FigureValue) -> Text:
    """Who counted; where that is not the house that tells it, both."""
    root = page.ix.stated(value.root)
    if root is None and value.counter is None:
        return page.f.say("ledger.no_root")
    names = [page.actor(value.counter, value.counter)] if value.counter and value.counter != root else []
    return page.f.join([*names, page.root(root) if root is not None else ""], ", ")


def side(page: Page, root: str | None, speaker: str | None) -> Text:
    """The party for which a speaker speaks, by the speaker's actor id; else what kind of house the root is."""
    for agreement in page.ix.ordered_agreements():
        for party in agreement.parties:
            if any(id_ == party.id or id_.startswith(f"{party.id}.") for id_ in (speaker or "", root or "")):
                return page.actor(party.id, party.name)
    known = house(root) if root else None
    return page.word("sides", known.kind) if known is not None else ""


def _cells(page: Page, value: FigureValue) -> tuple[Text, ...]:
    claim = page.ix.claims.get(value.claim)
    speaker = claim.attribution[0].id if claim is not None and claim.attribution else None
    stands = page.f.say("charts.left" if value.superseded_by else "charts.now")
    return (
        page.claim_link(value.claim) if claim is not None else page.f.v(value.claim),
        _who(page, value),
        side(page, page.ix.stated(value.root), speaker),
        page.brief.instant(value.told[:10]) if value.told else page.f.say("date.unknown"),
        page.f.number(value.low) if value.low is not None else page.f.say("charts.open"),
        page.f.number(value.high) if value.high is not None else page.f.say("charts.open"),
        stands,
    )


def _notes(page: Page, figure: IncidentFigure, values: Sequence[FigureValue]) -> tuple[Text, ...]:
    notes: list[Text] = []
    if figure.best is not None:
        notes.append(page.f.say("charts.best", n=page.f.number(figure.best)))
    if any(value.superseded_by for value in values):
        notes.append(page.f.say("charts.updates"))
    return tuple(notes)


def _draw(page: Page, figure: IncidentFigure, values: Sequence[FigureValue], ticks: Sequence[float]) -> Markup:
    scale, bottom = _Scale(ticks[0], ticks[-1]), TOP + ROW * len(values)
    parts = [line(scale.x(tick), TOP - 6, scale.x(tick), bottom, "rule") for tick in ticks]
    if figure.best is not None:
        parts.append(line(scale.x(figure.best), TOP - 6, scale.x(figure.best), bottom, "best"))
    for number, value in enumerate(values):
        y = TOP + ROW * number + ROW / 2
        before = values[number - 1] if number else None
        if before is not None and _speaker(before) == _speaker(value):
            parts.append(line(scale.x(_middle(before)), y - ROW, scale.x(_middle(value)), y, "then"))
        parts.append(_named(page, value, y, again=before is not None and _speaker(before) == _speaker(value)))
    parts += [_value(page, scale, value, TOP + ROW * number + ROW / 2) for number, value in enumerate(values)]
    parts.append(line(LEFT, bottom, RIGHT, bottom, "axis"))
    every = max(1, -(-len(ticks) // 8))
    for tick in ticks[::every]:
        words = str(page.plain.tick(tick, ticks[-1], last=tick == ticks[::every][-1]))
        parts.append(label(scale.x(tick), bottom + 16, words, anchor="middle", css="tick"))
    alt = page.plain.say("charts.figure_alt", n=page.plain.number(len(values)))
    return Markup('<svg class="chart" direction="ltr" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, round(bottom + 22), alt, Markup().join(parts)
    )


def _named(page: Page, value: FigureValue, y: float, *, again: bool) -> Markup:
    """The row's name and day on the left; who goes on speaking is named once."""
    css = "gone-name" if value.superseded_by else "name"
    name = Markup() if again else label(0, y + 4, shorten(striptags(_who(page, value)), LONGEST_NAME), css=css)
    day = str(page.plain.instant(value.told[:10])) if value.told else ""
    return name + (label(LEFT - 12, y + 4, day, anchor="end", css="tick") if day else Markup())


def _value(page: Page, scale: _Scale, value: FigureValue, y: float) -> Markup:
    gone = " gone" if value.superseded_by else ""
    said = label(WIDTH, y + 4, str(page.plain.interval(value.low, value.high)), anchor="end", css="value")
    if value.low is not None and value.low == value.high:
        dot = Markup('<circle class="dot{}" cx="{:.1f}" cy="{:.1f}" r="5"/>').format(gone, scale.x(value.low), y)
        return dot + said
    low = scale.low if value.low is None else value.low
    high = scale.high if value.high is None else value.high
    parts = [
        Markup('<rect class="span{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="7" rx="2"/>').format(
            gone, scale.x(low), y - 3.5, max(scale.x(high) - scale.x(low), 2.0)
        )
    ]
    if value.low is None or value.high is None:
        at = scale.x(low if value.low is None else high)
        parts = [line(scale.x(low), y, scale.x(high), y, "open"), line(at, y - 5, at, y + 5, "open")]
        known = value.high if value.low is None else value.low
        if known is not None:
            parts.append(
                Markup('<circle class="dot{}" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(gone, scale.x(known), y)
            )
    return Markup().join([*parts, said])


def _middle(value: FigureValue) -> float:
    known = [bound for bound in (value.low, value.high) if bound is not None]
    return sum(known) / len(known) if known else 0.0
