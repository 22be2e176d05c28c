"""publish: the head of the report: what it rests on, and what it found in four sentences."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.actors import independent
from trucewatch.model import Agreement
from trucewatch.publish.actor_names import root_id
from trucewatch.publish.format import Text
from trucewatch.publish.instants import earliest_day
from trucewatch.publish.marking import strictest_of
from trucewatch.publish.page import Page
from trucewatch.publish.views.briefs import Brief, in_brief
from trucewatch.publish.views.coverage import after_entry

Pair = tuple[Text, Text]

_OWN_VOICE = frozenset({"narrator", "agency", "outlet"})
"""Who tells a claim when nobody is quoted for it: the house that writes."""


@dataclass(frozen=True, slots=True)
class Count:
    """A big number with what it counts and a note."""

    value: Text
    noun: Text
    note: Text
    to: str


@dataclass(frozen=True, slots=True)
class Header:
    """The masthead."""

    page_title: str
    title: Text
    marking: str
    marked: bool
    facts: tuple[Pair, ...]
    counts: tuple[Count, ...]
    briefs: tuple[Brief, ...]


def header(page: Page) -> Header:
    """The head of the report."""
    agreements = page.ix.ordered_agreements()
    title = page.ours(agreements[0].title) if agreements else page.f.say("ui.title_plain")
    plain = page.plain_ours(agreements[0].title) if agreements else str(page.plain.say("ui.title_plain"))
    marking = strictest(page)
    return Header(
        page_title=str(page.plain.say("ui.title", agreement=plain, date=page.plain.end_of(page.ix.as_of(), page.zone))),
        title=title,
        marking=marking or "TLP:CLEAR",
        marked=marking is not None,
        facts=tuple(_facts(page, agreements)),
        counts=tuple(_counts(page)),
        briefs=tuple(in_brief(page, agreements)),
    )


def strictest(page: Page) -> str | None:
    """The strictest marking that a report carries, or None when none carries one."""
    return strictest_of(page.ix.record.reports)


def _facts(page: Page, agreements: list[Agreement]) -> list[Pair]:
    say, run = page.f.say, page.ix.record.run
    as_of = page.f.end_of(page.ix.as_of(), page.zone)
    known = say("ui.known_all") if run.as_of is None else say(f"ui.known_{_known(run.known_by)}")
    facts: list[Pair] = [(say("ui.as_of"), as_of), (say("ui.known_by"), known)]
    if not agreements:
        return [*facts, (say("ui.text_held"), say("ui.no_agreement"))]
    first, rest = agreements[0], agreements[1:]
    operative = sum(provision.kind in ("prohibition", "obligation") for provision in first.provisions)
    held: list[Text] = [say("ui.operative", operative)]
    if rest:
        links = [page.link("a", a.id, page.ours(a.title)) for a in rest]
        held.append(say("ui.supplements", titles=page.f.join(list(links), ", ")))
    parties = sorted(
        {(page.plain_actor(p.id, p.name), p.id) for p in first.parties if p.kind in ("state", "guarantor")}
    )
    boxes = [Markup('<span class="party">{}</span>').format(page.actor(id_, name)) for name, id_ in parties]
    facts += [(say("ui.text_held"), page.f.join(held, "; ")), (say("ui.signed"), page.f.instant(first.signed))]
    return [*facts, (say("ui.parties"), page.f.join(list(boxes), " "))]


def _known(known_by: str) -> str:
    return "acquired" if known_by == "acquired" else "published"


def _counts(page: Page) -> list[Count]:
    say, record, number = page.f.say, page.ix.record, page.f.number
    days = sorted(day for report in record.reports if (day := earliest_day(report.published)))
    span = say("counts.reports_span", span=page.f.days(days[0], days[-1])) if days else ""
    roots = sorted({root_id(root) for root in _roots(page)})
    bare = len({r.id for r in record.reports} - {claim.report for claim in record.claims if page.ix.root(claim)})
    named = page.f.join([page.root(root) for root in roots[:8]], ", ")
    if len(roots) > 8:
        named = page.f.join([named, "…"], " ")
    root_note = [
        say("counts.roots_named", names=named) if roots else "",
        say("counts.roots_unstated", bare) if bare else "",
    ]
    count, to = independent(roots), "lineage" if record.lineage else "coverage"
    after, entry = after_entry(page)
    counts = [
        Count(number(len(record.reports)), say("counts.reports", len(record.reports)), span, "reports"),
        Count(number(count), say("counts.roots", count), page.f.join(root_note, ". "), to),
        _languages(page),
        _claims(page),
        _incidents(page),
    ]
    return [*counts, Count(number(after), say("counts.after", after), "", "coverage")] if entry else counts


def _roots(page: Page) -> set[str]:
    """The roots that are stated: by the lineage where the record holds one, so that both give the same count."""
    record = page.ix.record
    links = {page.ix.stated(link.root) for link in record.lineage if link.basis != "quotation"}
    return {root for root in (links or {page.ix.root(claim) for claim in record.claims}) if root}


def _languages(page: Page) -> Count:
    codes = [report.language or "unknown" for report in page.ix.record.reports]
    known = sorted(set(codes) - {"unknown"})
    note = page.f.join(
        [
            page.f.join([page.word("languages", code), page.f.number(codes.count(code))], " ")
            for code in sorted(set(codes))
        ],
        ", ",
    )
    return Count(page.f.number(len(known)), page.f.say("counts.languages", len(known)), note, "coverage")


def _claims(page: Page) -> Count:
    claims = page.ix.record.claims
    own = sum(not c.attribution or c.attribution[0].kind in _OWN_VOICE for c in claims)
    note = page.f.say("counts.claims_note", own=page.f.number(own), ascribed=page.f.number(len(claims) - own))
    return Count(page.f.number(len(claims)), page.f.say("counts.claims", len(claims)), note, "incidents")


def _incidents(page: Page) -> Count:
    incidents = page.ix.incidents
    events = sum(incident.kind == "event" for incident in incidents.values())
    note = page.f.say("counts.incidents_note", events=page.f.number(events))
    return Count(page.f.number(len(incidents)), page.f.say("counts.incidents", len(incidents)), note, "incidents")
