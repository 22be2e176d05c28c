"""publish: every incident with all its accounts, in tracks that are kept apart."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from dataclasses import dataclass, replace

from markupsafe import Markup

from trucewatch.actors import independent
from trucewatch.model import Incident, IncidentActor, IncidentFigure
from trucewatch.publish.draw.figure import figure_svg
from trucewatch.publish.draw.svg import shorten
from trucewatch.publish.format import Text
from trucewatch.publish.index import Track, anchor, is_potential, track
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import label_chip, relation_chip, support_chip
from trucewatch.publish.views.claims import Account, Quote, account, quote, when_note, where_note
from trucewatch.publish.views.findings import Line, of_incident
from trucewatch.publish.views.ledger import kept
from trucewatch.publish.views.lineage import Forest
from trucewatch.publish.views.lineage import of_incident as of_incident_lineage

FOLD_FROM = 4
SNIPPET = 110


@dataclass(frozen=True, slots=True)
class Fig:
    """A figure with its range."""

    chip: Chip
    value: Text
    whom: Text
    kept: Text
    svg: Markup
    why: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident."""

    anchor: str
    tag: Text
    hollow: bool
    time: Text
    title: Text
    under: Text
    snippet: Quote | None
    chips: tuple[Chip, ...]
    axes: tuple[tuple[Text, Text, Text], ...]
    figures: tuple[Fig, ...]
    accounts: tuple[Account, ...]
    findings: tuple[Line, ...]
    joined: tuple[Text, ...]
    lineage: Forest | None
    open: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """Incidents of one type; `folded` when there are many."""

    title: Text
    count: int
    folded: bool
    entries: tuple[Entry, ...]


def hollow(page: Page, incident: Incident) -> bool:
    """Whether nothing is told as having happened: denied, planned, or said to have ceased."""
    claims = page.ix.claims_of(incident)
    told = ("happened", "ongoing", "accused", "state")
    return bool(claims) and all(claim.polarity == "-" or claim.modality not in told for claim in claims)


def entries(page: Page, track: Track) -> list[Entry]:
    """The incidents of a track in order of time; the first event stands open."""
    incidents = page.ix.tracks.get(track, ())
    return [
        entry(page, incident, is_open=number == 0 and track == "military") for number, incident in enumerate(incidents)
    ]


def shelves(page: Page, track: Track) -> list[Shelf]:
    """The incidents of a track by type, longest shelves folded."""
    by_type: dict[str, list[Incident]] = defaultdict(list)
    for incident in page.ix.tracks.get(track, ()):
        by_type[incident.type].append(incident)
    return [
        Shelf(page.type_word(code), len(same), len(same) >= FOLD_FROM, tuple(entry(page, one) for one in same))
        for code, same in by_type.items()
    ]


def entry(page: Page, incident: Incident, *, is_open: bool = False) -> Entry:
    """One incident as it is shown."""
    return replace(
        row(page, incident),
        axes=_axes(page, incident) if incident.kind == "event" else (),
        figures=tuple(fig(page, figure) for figure in incident.figures if len(figure.values) > 1),
        accounts=tuple(account(page, claim) for claim in page.ix.claims_of(incident)),
        findings=tuple(of_incident(page, incident.id)),
        joined=tuple(page.ours(why) for why in incident.why),
        lineage=of_incident_lineage(page, incident),
        open=is_open,
    )


def row(page: Page, incident: Incident) -> Entry:
    """One incident as a line of a list: what is folded away in a report, and led to by a link, is left out."""
    tag = page.ix.tags.get(incident.id)
    return Entry(
        anchor=anchor("i", incident.id),
        tag=page.f.v(tag) if tag else "",
        hollow=hollow(page, incident),
        time=_time(page, incident),
        title=title(page, incident),
        under=_under(page, incident),
        snippet=_snippet(page, incident),
        chips=tuple(_chips(page, incident)),
        axes=(),
        figures=(),
        accounts=(),
        findings=(),
        joined=(),
        lineage=None,
        open=False,
    )


def _time(page: Page, incident: Incident) -> Text:
    """When; for a statement without a time, the day by which it was reported."""
    told = incident.time is not None and (incident.time.start or incident.time.end)
    published = [page.ix.reports[id_].published for id_ in incident.reports if id_ in page.ix.reports]
    known = sorted(day for day in published if day)
    if told or incident.kind == "event" or not known:
        return page.f.time(incident.time)
    return page.f.say("incident.reported", when=page.brief.published(known[0]))


def title(page: Page, incident: Incident) -> Text:
    """What is said to have happened, and to whom."""
    parts: list[Text] = [denied_or(page, incident)]
    if incident.kind == "event":
        roles = ("target", "affected", "object", "party")
        first = next((role for role in roles if any(actor.role == role for actor in incident.actors)), None)
        named = [page.actor(actor.id, actor.text) for actor in incident.actors if actor.role == first]
        if named:
            parts.append(page.f.join(list(dict.fromkeys(named))[:3], ", "))
    else:
        parts.extend(_speaker(page, incident))
    parts.extend(_amount(page, figure) for figure in incident.figures[:2])
    return page.f.join(parts)


def _snippet(page: Page, incident: Incident) -> Quote | None:
    """The first words of what is not an event, so that a closed entry says what it is about."""
    claims = page.ix.claims_of(incident)
    if incident.kind == "event" or not claims:
        return None
    words = shorten(" ".join(claims[0].quote.split()), SNIPPET)
    return quote(page, dataclasses.replace(claims[0], quote=words, spans=(), figures=()))


def denied_or(page: Page, incident: Incident) -> Text:
    """The type, or the type said not to have happened where every account denies it."""
    claims = page.ix.claims_of(incident)
    what = page.type_word(incident.type)
    return page.f.say("claim.not", what=what) if claims and all(c.polarity == "-" for c in claims) else what


def _speaker(page: Page, incident: Incident) -> list[Text]:
    for claim in page.ix.claims_of(incident):
        if claim.attribution and claim.attribution[0].kind != "narrator":
            return [page.actor(claim.attribution[0].id, claim.attribution[0].who)]
    return []


def _amount(page: Page, figure: IncidentFigure) -> Text:
    approximators = {value.approximator for value in figure.values}
    hedge = approximators.pop() if len(approximators) == 1 else "exact"
    return page.amount(figure.measure, figure.low, figure.high, hedge)


def _under(page: Page, incident: Incident) -> Text:
    parts: list[Text] = []
    if incident.place is not None:
        parts.append(page.foreign(str(page.plain.place(incident.place))))
        radius = page.mask.radius(incident.place)
        if incident.place.area is not None:
            parts.append(page.f.no_point(incident.place.area.radius_km))
        elif radius is not None:
            parts.append(page.f.known_to(radius))
        elif incident.place.lat is None:
            parts.append(page.f.say("place.unresolved"))
    parts.append(page.f.say("incident.reports", len(incident.reports)))
    roots = independent(incident.roots)
    parts.append(page.f.say("ledger.roots", roots) if roots else page.f.say("incident.no_roots"))
    return page.f.join(parts)


def _chips(page: Page, incident: Incident) -> list[Chip]:
    chips: list[Chip] = []
    figure = next((figure for figure in incident.figures if figure.relation == "disagree"), None)
    if figure is not None:
        chips.append(relation_chip(page, "disagree", page.f.interval(figure.low, figure.high)))
    elif any(disagreement.kind == "disagree" for disagreement in incident.disagreements):
        chips.append(relation_chip(page, "disagree"))
    found = page.ix.findings_of.get(incident.id, [])
    labels: dict[str, Chip] = {}
    for finding in sorted(found, key=lambda finding: not is_potential(finding)):
        chip = support_chip(page) if finding.supports and not is_potential(finding) else label_chip(page, finding)
        labels.setdefault(str(chip.text), chip)
    if incident.kind == "event" and not found and page.ix.record.agreements and track(incident) == "military":
        labels["none"] = Chip("is-unknown", "i-unknown", page.f.say("incident.no_finding"))
    return chips + list(labels.values())[:3]


def _axes(page: Page, incident: Incident) -> tuple[tuple[Text, Text, Text], ...]:
    say = page.f.say
    roots = page.f.join([page.root(root) for root in incident.roots], ", ")
    named = [actor for actor in incident.actors if actor.role == "perpetrator"]
    who = page.f.join([_asserted(page, actor) for actor in named], "; ")
    place = incident.place
    return (
        (say("incident.what"), page.word("occurrence", incident.occurrence), roots or say("incident.no_roots")),
        (say("incident.who"), page.word("responsibility", incident.responsibility), who),
        (
            say("incident.where"),
            page.foreign(str(page.plain.place(place))) if place else say("place.unknown"),
            where_note(page, place) if place else "",
        ),
        (say("incident.when"), page.f.time(incident.time), when_note(page, incident.time) if incident.time else ""),
    )


def _asserted(page: Page, actor: IncidentActor) -> Text:
    parts: list[Text] = [page.actor(actor.id, actor.text)]
    if actor.basis != "stated":
        parts.append(page.f.say(f"claim.{actor.basis}"))
    for key, roots in (("incident.asserted", actor.asserted_by), ("incident.denied", actor.denied_by)):
        if roots:
            parts.append(page.f.say(key, who=page.f.join([page.root(root) for root in roots], ", ")))
    return page.f.join(parts, ", ")


def fig(page: Page, figure: IncidentFigure) -> Fig:
    """A figure with its chip, range, drawing and reason."""
    return Fig(
        chip=relation_chip(page, figure.relation),
        value=_amount(page, figure),
        whom=page.population(figure.population),
        kept=kept(page, figure) if figure.relation in ("disagree", "compatible", "agree") else "",
        svg=figure_svg(page, figure),
        why=page.ours(figure.why) if figure.why else "",
    )
