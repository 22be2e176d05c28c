"""publish: findings as cards with their facets, and those outside a term as lines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Facet, Finding
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor, is_potential
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import label_chip, support_chip
from trucewatch.publish.views.terms import readings


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One question of a finding with its answer and reason."""

    name: Text
    value: Text
    why: Text
    decisive: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in full."""

    anchor: str
    chip: Chip
    term: Text
    event: Text
    facets: tuple[FacetRow, ...]
    why: tuple[Text, ...]
    would_change: Text
    readings: Text
    grades: Text = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in one line."""

    anchor: str
    chip: Chip
    term: Text
    event: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one agreement: potential violations, those not decided, those outside by deciding facet."""

    title: Text
    apart: bool
    as_of: Text
    potential: tuple[Card, ...]
    evidence: tuple[Line, ...]
    other: tuple[Card, ...]
    outside: tuple[tuple[Text, tuple[Line, ...]], ...]


def groups(page: Page) -> list[Group]:
    """Findings against events, agreement by agreement."""
    agreements = page.ix.ordered_agreements()
    return [_group(page, agreement.id, apart=number > 0) for number, agreement in enumerate(agreements)]


def _group(page: Page, agreement: str, *, apart: bool) -> Group:
    found = [f for f in page.ix.record.findings if f.agreement == agreement and _held(page, f)]
    found.sort(key=lambda f: page.ix.order(f.incident))
    outside: dict[Text, list[Line]] = defaultdict(list)
    for finding in found:
        if finding.label == "outside":
            outside[_term(page, finding)].append(line(page, finding))
    rest = [f for f in found if f.label != "outside" and not is_potential(f) and not f.supports]
    return Group(
        title=page.ours(page.ix.agreements[agreement].title),
        apart=apart,
        as_of=page.f.join(list(dict.fromkeys(_as_of(page, finding) for finding in found)), "; "),
        potential=tuple(card(page, finding) for finding in found if is_potential(finding)),
        evidence=tuple(line(page, f) for f in found if f.supports and not is_potential(f)),
        other=tuple(card(page, finding) for finding in rest),
        outside=tuple((term, tuple(lines)) for term, lines in outside.items()),
    )


def _held(page: Page, finding: Finding) -> bool:
    return finding.incident is not None and finding.incident in page.ix.incidents


def of_incident(page: Page, incident: str) -> list[Line]:
    """The findings of one incident, in short."""
    return [line(page, finding) for finding in page.ix.findings_of.get(incident, [])]


def line(page: Page, finding: Finding) -> Line:
    """A finding with the reason that decides it."""
    decisive = [finding.facets[name].why for name in finding.decisive if name in finding.facets]
    why = "; ".join(decisive or list(finding.why[:1]))
    return Line(
        anchor=anchor("f", finding.id),
        chip=support_chip(page) if finding.supports and not is_potential(finding) else label_chip(page, finding),
        term=_term(page, finding, agreement=True),
        event=_event(page, finding),
        why=page.f.join([_by(page, finding), page.ours(why) if why else ""], ": "),
    )


def _by(page: Page, finding: Finding) -> Text:
    names: list[Text] = [page.word("facets", name) for name in finding.decisive]
    return Markup("<b>{}</b>").format(page.f.join(names, ", ")) if names else ""


def card(page: Page, finding: Finding) -> Card:
    """A finding with every facet."""
    changes = [_named(page, text) for text in finding.would_change]
    return Card(
        anchor=anchor("f", finding.id),
        chip=label_chip(page, finding),
        term=_term(page, finding),
        event=_event(page, finding),
        facets=tuple(_facet(page, finding, name, facet) for name, facet in finding.facets.items()),
        why=tuple(_named(page, why) for why in finding.why if not _repeats(finding, why)),
        would_change=page.f.join(list(changes), "; ") or page.f.say("findings.nothing"),
        readings=readings(page, finding) if finding.readings else "",
        grades=_grades(page, finding),
    )


def _grades(page: Page, finding: Finding) -> Text:
    """The user's grades of the roots, each with that of what is told beside it."""
    if not finding.grades:
        return ""
    said = [page.f.join([page.root(root), page.f.v(grade)], " ") for root, grade in finding.grades.items()]
    return page.f.say("findings.grades", grades=page.f.join(list(said), ", "))


def _named(page: Page, text: str) -> Text:
    """A reason that begins with the code of a facet, with the facet's word in its place."""
    code, colon, rest = text.partition(": ")
    word = page.words.named("facets", code) if colon else None
    return page.f.join([word, page.ours(rest)], ": ") if word is not None else page.ours(text)


def _repeats(finding: Finding, why: str) -> bool:
    """Whether a reason only says again what a facet says."""
    return any(facet.why and facet.why.rstrip(".") in why for facet in finding.facets.values())


def _facet(page: Page, finding: Finding, name: str, facet: Facet) -> FacetRow:
    why = page.ours(facet.why)
    if facet.p is not None and facet.value == "N" and facet.p != (1.0, 1.0):
        low, high = (page.f.v(f"{value:.2f}") for value in facet.p)
        why = Markup("{} ({})").format(why, page.f.say("findings.probability", low=low, high=high))
    return FacetRow(page.word("facets", name), page.word("facet_values", facet.value), why, name in finding.decisive)


def _as_of(page: Page, finding: Finding) -> Text:
    valid, known = finding.as_of.get("valid"), finding.as_of.get("known")
    if not valid and not known:
        return ""
    return page.f.say("findings.as_of", valid=page.f.instant(valid), known=page.f.instant(known))


def _term(page: Page, finding: Finding, *, agreement: bool = False) -> Text:
    provision = page.ix.provisions.get((finding.agreement, finding.provision))
    if provision is None:
        return page.f.v(finding.provision)
    article = page.f.say("terms.article", n=page.f.v(provision.article)) if provision.article else ""
    text = page.f.join([article, page.ours(provision.title)], ", ")
    linked = page.link("p", f"{finding.agreement}.{finding.provision}", text)
    return page.f.join([page.ours(page.ix.agreements[finding.agreement].title), linked]) if agreement else linked


def _event(page: Page, finding: Finding) -> Text:
    incident = page.ix.incidents.get(finding.incident or "")
    if incident is None:
        return ""
    tag = page.ix.tags.get(incident.id)
    name = page.f.join([page.f.v(tag) if tag else "", page.type_word(incident.type)], " · ")
    return page.f.join([page.link("i", incident.id, name), page.f.time(incident.time)])
