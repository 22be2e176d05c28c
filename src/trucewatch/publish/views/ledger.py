"""publish: the ledger of disagreements: who says what, behind which root, and what is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from trucewatch.ledger import Counts, LedgerRow, LedgerSide, counts
from trucewatch.ledger import rows as ledger_rows
from trucewatch.model import Claim, FigureValue, Incident, IncidentFigure
from trucewatch.publish.draw.figure import figure_svg
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import relation_chip
from trucewatch.publish.views.claims import Quote, quote, what

MOST_VOICES = 4
MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """One root behind a side: the chain from the origin of the words, and the reports that carry it."""

    lineage: list[tuple[Text, str]]
    reports: Text
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One account: its value, the voices behind it, and their words. `other` is shown dashed, `gone` struck light."""

    said: Text
    voices: tuple[Voice, ...]
    quotes: tuple[Quote, ...]
    other: bool = False
    gone: bool = False


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


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows: those on which accounts part, and those on which they only seem to; `said` gives both counts."""

    said: Text
    real: tuple[Row, ...]
    apparent: tuple[Row, ...]


def ledger(page: Page) -> Ledger:
    """The ledger of a record. Rows and counts are those of the `ledger` command."""
    shown = rows(page)
    held = counts(page.ix.record)
    return Ledger(said(page, held), tuple(shown[: held.real]), tuple(shown[held.real :]))


def said(page: Page, held: Counts) -> Text:
    """Both counts as one sentence."""
    return page.f.join([page.f.say("ledger.parts", held.real), page.f.say("ledger.seems", held.apparent)], "; ")


def rows(page: Page) -> list[Row]:
    """Disagreements first, then those that are only apparent, each in the order of time."""
    return [_row(page, row, page.ix.incidents[row.incident]) for row in ledger_rows(page.ix.record)]


def _row(page: Page, row: LedgerRow, incident: Incident) -> Row:
    figure = _figure_of(incident, row) if row.field == "figure" and not row.others else None
    whole = figure is not None and not _of_populations(row)
    return Row(
        anchor=anchor("d", row.id),
        what=_what(page, row),
        incident=_incident(page, incident),
        chip=relation_chip(page, row.kind),
        sides=tuple(_side(page, row, side, incident) for side in row.sides),
        kept=_kept(page, row, figure),
        why=_why(page, row.why),
        svg=figure_svg(page, figure) if figure is not None and whole else "",
    )


def _why(page: Page, why: str) -> Text:
    """A reason with its first words in the language of the report where they are known there."""
    reason, dot, rest = why.partition(". ")
    words = page.words.named("reasons", reason)
    if words is None:
        return page.ours(why)
    return page.f.join([words, page.ours(rest) if dot else ""], ". ")


def _of_populations(row: LedgerRow) -> bool:
    """Whether the row lays several populations of one measure side by side."""
    return row.field == "figure" and row.population is None and row.kind == "apparent_only"


def _figure_of(incident: Incident, row: LedgerRow) -> IncidentFigure | None:
    """The figure of the incident that a row is about."""
    told = {quotation.claim for side in row.sides for quotation in side.quotations}
    fitting = [
        (-len(told & {value.claim for value in figure.values}), number)
        for number, figure in enumerate(incident.figures)
        if row.measure in (None, figure.measure) and (row.measure is None or row.population == figure.population)
    ]
    return incident.figures[min(fitting)[1]] if fitting and min(fitting)[0] < -1 else None


def _what(page: Page, row: LedgerRow) -> Text:
    """What the accounts part over: a measure and whom it counts, else the field."""
    if row.measure is None:
        return page.f.say(f"ledger.field.{row.field}")
    title: list[Text] = [page.word("measure_names", row.measure)]
    if row.population and row.population != row.measure:
        title.append(page.population(row.population))
    return page.f.join(title, ", ")


def _incident(page: Page, incident: Incident) -> Text:
    if incident.id in page.ix.tags:
        return page.f.join([page.incident_link(incident.id), page.type_word(incident.type)], " · ")
    return page.link("i", incident.id, page.type_word(incident.type))


def _kept(page: Page, row: LedgerRow, figure: IncidentFigure | None) -> Text:
    if row.kind != "disagree":
        return ""
    return kept(page, figure) if figure is not None else page.f.say("ledger.kept_all")


def kept(page: Page, figure: IncidentFigure) -> Text:
    """What is kept of a figure: the range, and a best value only where there is one."""
    spread = page.f.interval(figure.low, figure.high)
    if figure.best is None:
        return page.f.say("ledger.kept", range=spread)
    return page.f.say("ledger.kept_best", range=spread, best=page.f.number(figure.best))


def _side(page: Page, row: LedgerRow, side: LedgerSide, incident: Incident) -> Side:
    claims = [page.ix.claims[q.claim] for q in side.quotations if q.claim in page.ix.claims]
    value = _value_of(incident, row, claims)
    return Side(
        said=(_beside(page, row, claims) if row.others else _said(page, row, claims, value)) or page.ours(side.said),
        voices=_voices(page, claims),
        quotes=_quotes(page, claims),
        other=side.superseded or (value is not None and (value.approximator != "exact" or value.low != value.high)),
        gone=side.superseded,
    )


def _beside(page: Page, row: LedgerRow, claims: list[Claim]) -> Text:
    """What a side says of a point about several incidents: its count with the counter, or its act with the time."""
    if not claims:
        return ""
    if row.measure is not None:
        told = [(claim, f) for claim in claims for f in claim.figures if f.measure == row.measure and f.counted_by]
        parts = [page.amount(f.measure, f.low, f.high, f.approximator) for _, f in told[:1]]
        return page.f.join([*parts, *(page.actor(f.counted_by, f.counted_by or "") for _, f in told[:1])], ", ")
    return page.f.join([what(page, claims[0]), page.f.time(claims[0].time)], ", ")


def _value_of(incident: Incident, row: LedgerRow, claims: list[Claim]) -> FigureValue | None:
    """The value that a side gives, of a row about a figure."""
    named = [claim.id for claim in claims]
    measured = [figure for figure in incident.figures if row.measure in (None, figure.measure)]
    found = [value for figure in measured for value in figure.values if value.claim in named[:1]]
    return found[0] if found and row.field == "figure" and any(c.figures for c in claims) else None


def _said(page: Page, row: LedgerRow, claims: list[Claim], value: FigureValue | None) -> Text:
    """What a side says, in the language of the report."""
    if not claims:
        return ""
    if value is None:
        return _value(page, claims[0], row)
    measure: str = row.measure or next(f.measure for claim in claims for f in claim.figures)
    amount = page.amount(measure, value.low, value.high, value.approximator)
    if not _of_populations(row):
        return amount
    whom = next((f.population for f in claims[0].figures if f.measure == measure), None) or ""
    whom = "" if whom == measure else whom.removeprefix(f"{measure} of ").removeprefix("nationals of ")
    return page.f.join([amount, page.population(whom)], ", ") if whom else amount


def _value(page: Page, claim: Claim, row: LedgerRow) -> Text:
    """What a claim says on a point that is no figure."""
    if row.field == "time":
        return page.f.time(claim.time)
    if row.field == "place":
        return page.foreign(str(page.plain.place(claim.place)))
    if row.field == "actor":
        named = [page.actor(actor.id, actor.text) for actor in claim.actors if actor.role in ("perpetrator", "party")]
        who = page.f.join(list(named), ", ") or page.f.say("incident.unnamed")
        return page.f.say("claim.denied_part", who=who) if claim.modality == "denied" else who
    if row.field == "figure":
        amounts = [page.amount(f.measure, f.low, f.high, f.approximator) for f in claim.figures]
        return page.f.join(amounts, ", ") or page.f.say("figure.unstated")
    if row.field == "type":
        return page.type_word(claim.type)
    if claim.outcome is not None and row.field == "occurrence" and claim.modality != "denied":
        return page.word("outcomes", claim.outcome)
    word = page.word("modality", claim.modality)
    return word if claim.polarity == "+" else page.f.say("claim.not", what=word)


def _voices(page: Page, claims: list[Claim]) -> tuple[Voice, ...]:
    """The roots behind a side. A claim without a root counts as its own report, so it shares a voice with none."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[page.ix.root(claim) or f"report {claim.report}"].append(claim)
    return tuple(_voice(page, same) for same in list(groups.values())[:MOST_VOICES])


def _quotes(page: Page, claims: list[Claim]) -> tuple[Quote, ...]:
    """The words behind a side, each passage once; every report is heard before one is heard twice."""
    passages: dict[tuple[str, object], Claim] = {}
    for claim in claims:
        passages.setdefault((claim.report, claim.spans[:1] or claim.quote), claim)
    turn: dict[str, int] = defaultdict(int)
    ordered: list[tuple[int, int, Claim]] = []
    for number, claim in enumerate(passages.values()):
        ordered.append((turn[claim.report], number, claim))
        turn[claim.report] += 1
    ordered.sort(key=lambda item: item[:2])
    return tuple(quote(page, claim) for _, _, claim in ordered[:MOST_QUOTES])


def _voice(page: Page, claims: list[Claim]) -> Voice:
    labels = list(dict.fromkeys(claim.report for claim in claims))
    links = page.f.join([page.report_link(report) for report in labels], ", ")
    together = len(labels) > 1 and page.ix.root(claims[0]) is not None
    return Voice(page.lineage(claims[0]), links, page.f.say("ledger.one_voice") if together else "")
