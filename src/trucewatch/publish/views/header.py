"""publish: the head of the report: what it rests on, and what it found in four sentences."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Agreement
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor, is_potential
from trucewatch.publish.instants import earliest_day
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import none_chip, relation_chip, support_chip
from trucewatch.publish.views.coverage import after_entry
from trucewatch.publish.views.terms import due_days

MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
Pair = tuple[Text, Text]


@dataclass(frozen=True, slots=True)
class Count:
    """A big number with what it counts and a note."""

    value: Text
    noun: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Brief:
    """One sentence with its chip; `more` is what should be read beside it."""

    chip: Chip
    bold: Text
    more: Text


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
    plain = page.mask.plain(agreements[0].title) if agreements else str(page.plain.say("ui.title_plain"))
    marking = strictest(page)
    return Header(
        page_title=str(page.plain.say("ui.title", agreement=plain, date=page.plain.end_of(page.ix.as_of(), page.zone))),
        title=title,
        marking=marking or "TLP:CLEAR",
        marked=marking is not None,
        facts=tuple(_facts(page, agreements)),
        counts=tuple(_counts(page)),
        briefs=tuple(_briefs(page, agreements)),
    )


def strictest(page: Page) -> str | None:
    """The strictest marking that a report carries, or None when none carries one."""
    found = [report.marking for report in page.ix.record.reports if report.marking]
    return max(found, key=MARKINGS.index) if found else None


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
        links = [Markup('<a href="#{}">{}</a>').format(anchor("a", a.id), page.ours(a.title)) for a in rest]
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
    roots = sorted({claim.root for claim in record.claims if claim.root})
    bare = len({r.id for r in record.reports} - {claim.report for claim in record.claims if claim.root})
    named = page.f.join([page.root(root) for root in roots[:8]], ", ")
    root_note = [
        say("counts.roots_named", names=named) if roots else "",
        say("counts.roots_unstated", bare) if bare else "",
    ]
    after, entry = after_entry(page)
    counts = [
        Count(number(len(record.reports)), say("counts.reports", len(record.reports)), span),
        Count(number(len(roots)), say("counts.roots", len(roots)), page.f.join(root_note, ". ")),
        _languages(page),
        _claims(page),
        _incidents(page),
    ]
    return [*counts, Count(number(after), say("counts.after", after), "")] if entry else counts


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
    return Count(page.f.number(len(known)), page.f.say("counts.languages", len(known)), note)


def _claims(page: Page) -> Count:
    claims = page.ix.record.claims
    own = sum(not c.attribution or c.attribution[0].kind == "narrator" for c in claims)
    note = page.f.say("counts.claims_note", own=page.f.number(own), ascribed=page.f.number(len(claims) - own))
    return Count(page.f.number(len(claims)), page.f.say("counts.claims", len(claims)), note)


def _incidents(page: Page) -> Count:
    incidents = page.ix.incidents
    events = sum(incident.kind == "event" for incident in incidents.values())
    note = page.f.say("counts.incidents_note", events=page.f.number(events))
    return Count(page.f.number(len(incidents)), page.f.say("counts.incidents", len(incidents)), note)


# In brief


def _briefs(page: Page, agreements: list[Agreement]) -> list[Brief]:
    if not agreements:
        return []
    out = [_potential(page, agreements[0])]
    out += [brief for brief in (_support(page, agreements), _ahead(page, agreements)) if brief]
    open_ = _open(page)
    out += [open_] if open_ else []
    return out + [_apart(page, agreement) for agreement in agreements[1:]]


def _count(page: Page, agreement: Agreement) -> int:
    return sum(is_potential(f) and f.agreement == agreement.id for f in page.ix.record.findings)


def headline(page: Page, agreement: Agreement) -> Text:
    """What the reports hold against a text, in one sentence."""
    count = _count(page, agreement)
    title = page.ours(agreement.title)
    return page.f.say("brief.some", count, title=title) if count else page.f.say("brief.none", title=title)


def _potential(page: Page, agreement: Agreement) -> Brief:
    count = _count(page, agreement)
    if count:
        chip = Chip("is-potential", "i-potential", page.f.say("terms.potential_n", count))
        link = Markup('<a href="#findings">{}</a>').format(page.f.say("short.findings"))
        more = page.f.join([page.f.say("brief.some_note"), _rests(page), link], " ")
        return Brief(chip, headline(page, agreement), more)
    return Brief(none_chip(page), headline(page, agreement), seen(page))


def seen(page: Page) -> Text:
    """What a zero rests on."""
    after, entry = after_entry(page)
    total = len(page.ix.record.reports)
    if entry is None:
        return page.f.say("brief.seen_all", total)
    return page.f.say("brief.seen", after, all=page.f.number(total))


def _rests(page: Page) -> Text:
    after, entry = after_entry(page)
    total = page.f.number(len(page.ix.record.reports))
    return page.f.say("brief.rests", after, all=total) if entry is not None else ""


def _apart(page: Page, agreement: Agreement) -> Brief:
    count = _count(page, agreement)
    chip = Chip("is-potential", "i-potential", page.f.say("terms.potential_n", count)) if count else none_chip(page)
    link = Markup('<a href="#{}">{}</a>').format(anchor("a", agreement.id), page.ours(agreement.title))
    return Brief(chip, headline(page, agreement), page.f.say("brief.apart", title=link))


def _support(page: Page, agreements: list[Agreement]) -> Brief | None:
    found = [f for f in page.ix.record.findings if f.agreement == agreements[0].id and f.supports]
    claims = list(dict.fromkeys(claim for f in found for claim in f.supports))
    if not claims:
        return None
    words = [
        page.f.join([page.type_word(page.ix.claims[c].type), page.claim_link(c)], " ")
        for c in claims[:3]
        if c in page.ix.claims
    ]
    return Brief(support_chip(page), _colon(page, page.f.say("brief.support", len(claims))), page.f.join(words, "; "))


def _colon(page: Page, what: Text) -> Text:
    return page.f.say("brief.colon", what=what)


def _ahead(page: Page, agreements: list[Agreement]) -> Brief | None:
    found = [f for f in page.ix.record.findings if f.agreement == agreements[0].id and f.kind == "obligation"]
    ahead = [f for f in found if f.label in ("pending", "inactive", "due")]
    late = [f for f in found if f.label in ("overdue", "not_performed")]
    if not ahead and not late:
        return None
    items = []
    for finding in (ahead + late)[:4]:
        provision = page.ix.provisions.get((finding.agreement, finding.provision))
        if provision is None:
            continue
        due = finding.instance.due if finding.instance else None
        name = page.link("p", f"{finding.agreement}.{finding.provision}", page.ours(provision.title))
        when = due_days(page, due) if due else page.f.say("terms.no_date")
        items.append(page.f.join([name, when], ", "))
    key, count = ("brief.ahead", len(ahead)) if ahead else ("brief.overdue", len(late))
    bold: list[Text] = [page.f.say(key, count)]
    if ahead and late:
        bold.append(page.f.say("brief.overdue", len(late)))
    chip = Chip("is-pending", "i-pending", page.f.say("chips.pending"))
    return Brief(chip, _colon(page, page.f.join(bold, "; ")), page.f.join(list(items), "; "))


def _open(page: Page) -> Brief | None:
    items = []
    for incident in page.ix.incidents.values():
        figures = [figure for figure in incident.figures if figure.relation == "disagree"]
        for figure in figures:
            amount = page.amount(figure.measure, figure.low, figure.high)
            items.append(page.f.join([amount, page.incident_link(incident.id)], ", "))
        others = [d for d in incident.disagreements if d.kind == "disagree" and (d.field != "figure" or not figures)]
        for disagreement in others:
            field = page.f.say(f"ledger.field.{disagreement.field}")
            items.append(page.f.join([field, page.incident_link(incident.id)], ", "))
    if not items:
        return None
    link = Markup('<a href="#ledger">{}</a>').format(page.f.say("short.ledger"))
    more = page.f.join([*items[:3], link], "; ")
    return Brief(relation_chip(page, "disagree"), _colon(page, page.f.say("brief.open", len(items))), more)
