"""publish: the ledger of disagreements: who says what, behind which root, and what is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from trucewatch.model import Claim, Disagreement, FigureValue, Incident, IncidentFigure
from trucewatch.publish.draw.figure import figure_svg
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import relation_chip
from trucewatch.publish.views.claims import Quote, quote


@dataclass(frozen=True, slots=True)
class Side:
    """One account: its value, its lineage, the reports that carry it, and their words. `other` is shown dashed."""

    said: Text
    lineage: list[tuple[Text, str]]
    reports: Text
    quotes: tuple[Quote, ...]
    other: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One point on which accounts part, or only seem to."""

    anchor: str
    what: Text
    incident: Text
    chip: Chip
    sides: tuple[Side, ...]
    kept: Text
    why: Text
    svg: Text = ""


def rows(page: Page) -> list[Row]:
    """Disagreements first, then differences of scope and those that are only apparent."""
    found = [row for items in page.ix.tracks.values() for incident in items for row in incident_rows(page, incident)]
    return sorted(found, key=lambda row: row.chip.icon != "i-disagree")


def incident_rows(page: Page, incident: Incident) -> list[Row]:
    """The rows of one incident: its disagreements, and figures that differ without one."""
    told = {claim for d in incident.disagreements if d.field == "figure" for claim in d.claims}
    by_figure: dict[int, list[Disagreement]] = defaultdict(list)
    out: list[Row] = []
    for number, disagreement in enumerate(incident.disagreements):
        figure = _figure_of(incident, disagreement)
        if figure is not None:
            by_figure[figure].append(disagreement)
        else:
            out.append(_row(page, incident, disagreement, anchor("d", f"{incident.id}-{number}")))
    for number, values in enumerate(incident.figures):
        again = {value.claim for value in values.values} <= told or len(values.values) < 2
        if by_figure[number] or (values.relation in ("disagree", "differs_in_scope") and not again):
            name = anchor("d", f"{incident.id}-f{number}")
            out.append(_figure_row(page, incident, values, name, by_figure[number]))
    return out


def _figure_of(incident: Incident, disagreement: Disagreement) -> int | None:
    """The place of the figure whose values a disagreement is about, one that is marked as parting before others."""
    if disagreement.field != "figure":
        return None
    named = set(disagreement.claims)
    fitting = [
        (figure.relation not in ("disagree", "differs_in_scope"), number)
        for number, figure in enumerate(incident.figures)
        if len(named & {value.claim for value in figure.values}) >= 2
    ]
    return min(fitting)[1] if fitting else None


def _what(page: Page, incident: Incident) -> Text:
    return (
        page.f.join([page.incident_link(incident.id), page.type_word(incident.type)], " · ")
        if (incident.id in page.ix.tags)
        else page.link("i", incident.id, page.type_word(incident.type))
    )


def _figure_row(page: Page, incident: Incident, figure: IncidentFigure, name: str, parted: list[Disagreement]) -> Row:
    """One row for a figure, whatever number of pairs part over it: the gravest kind, and every reason."""
    kinds = [disagreement.kind for disagreement in parted]
    relation = "disagree" if "disagree" in kinds else kinds[0] if kinds else figure.relation
    title: list[Text] = [page.words.named("measure_names", figure.measure) or page.f.v(figure.measure)]
    if figure.population and figure.population != figure.measure:
        title.append(page.population(figure.population))
    whys = dict.fromkeys(disagreement.why for disagreement in parted) or {figure.why: None}
    return Row(
        anchor=name,
        what=page.f.join(title, ", "),
        incident=_what(page, incident),
        chip=relation_chip(page, relation),
        sides=tuple(_figure_sides(page, figure)),
        kept=kept(page, figure) if relation != "apparent_only" else "",
        why=page.f.join([page.ours(why) for why in whys if why], "; "),
        svg=figure_svg(page, figure),
    )


def kept(page: Page, figure: IncidentFigure) -> Text:
    """What is kept of a figure: the range, and a best value only where there is one."""
    spread = page.f.interval(figure.low, figure.high)
    if figure.best is None:
        return page.f.say("ledger.kept", range=spread)
    return page.f.say("ledger.kept_best", range=spread, best=page.f.number(figure.best))


def _figure_sides(page: Page, figure: IncidentFigure) -> list[Side]:
    groups: dict[tuple[object, ...], list[FigureValue]] = defaultdict(list)
    for value in figure.values:
        # A value without a root counts as its own report, so it never shares a side.
        voice = value.root or f"report of {value.claim}"
        groups[value.low, value.high, value.approximator, voice].append(value)
    return [_figure_side(page, figure, values) for values in groups.values()]


def _figure_side(page: Page, figure: IncidentFigure, values: list[FigureValue]) -> Side:
    first = values[0]
    claims = [page.ix.claims[value.claim] for value in values if value.claim in page.ix.claims]
    return Side(
        said=page.amount(figure.measure, first.low, first.high, first.approximator),
        lineage=page.lineage(claims[0]) if claims else [],
        reports=_reports(page, claims, claims[0].root if claims else first.root),
        quotes=_quotes(page, claims),
        other=first.approximator not in ("exact",) or first.low != first.high,
    )


def _quotes(page: Page, claims: list[Claim]) -> tuple[Quote, ...]:
    """The words behind a side, each passage once."""
    passages = {(claim.report, claim.spans[:1] or claim.quote): claim for claim in reversed(claims)}
    kept = [claim for claim in claims if any(claim is one for one in passages.values())]
    return tuple(quote(page, claim) for claim in kept[:3])


def _reports(page: Page, claims: list[Claim], root: str | None) -> Text:
    labels = list(dict.fromkeys(claim.report for claim in claims))
    links = page.f.join([page.report_link(report) for report in labels], ", ")
    if len(labels) > 1 and root:
        return page.f.say("ledger.one_voice", labels=links)
    voice = page.f.say("ledger.roots", 1) if root else page.f.say("ledger.no_root")
    return page.f.join([links, voice])


def _row(page: Page, incident: Incident, disagreement: Disagreement, name: str) -> Row:
    claims = [page.ix.claims[id_] for id_ in disagreement.claims if id_ in page.ix.claims]
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[str(_value(page, claim, disagreement.field)), claim.root or claim.id].append(claim)
    return Row(
        anchor=name,
        what=page.f.say(f"ledger.field.{disagreement.field}"),
        incident=_what(page, incident),
        chip=relation_chip(page, disagreement.kind),
        sides=tuple(_side(page, same, disagreement.field) for same in groups.values()),
        kept=page.f.say("ledger.kept_all") if disagreement.kind == "disagree" else "",
        why=page.ours(disagreement.why),
    )


def _side(page: Page, claims: list[Claim], field: str) -> Side:
    return Side(
        said=_value(page, claims[0], field),
        lineage=page.lineage(claims[0]),
        reports=_reports(page, claims, claims[0].root),
        quotes=_quotes(page, claims),
    )


def _value(page: Page, claim: Claim, field: str) -> Text:
    """What a claim says on the point in question."""
    if field == "time":
        return page.f.time(claim.time)
    if field == "place":
        return page.foreign(str(page.plain.place(claim.place)))
    if field == "actor":
        named = [page.actor(actor.id, actor.text) for actor in claim.actors if actor.role in ("perpetrator", "party")]
        return page.f.join(list(named), ", ") or page.f.say("incident.unnamed")
    if field == "figure":
        amounts = [page.amount(f.measure, f.low, f.high, f.approximator) for f in claim.figures]
        return page.f.join(amounts, ", ") or page.f.say("figure.unstated")
    if field == "type":
        return page.type_word(claim.type)
    word = page.word("modality", claim.modality)
    return word if claim.polarity == "+" else page.f.say("claim.not", what=word)
