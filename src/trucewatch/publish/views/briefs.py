"""publish: what the report comes to, in a few sentences with their chips."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.ledger import LedgerRow
from trucewatch.ledger import rows as ledger_rows
from trucewatch.model import Agreement
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor, is_potential
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import none_chip, relation_chip, support_chip
from trucewatch.publish.views.claims import what
from trucewatch.publish.views.clocks import due_days
from trucewatch.publish.views.coverage import after_entry


@dataclass(frozen=True, slots=True)
class Brief:
    """One sentence with its chip; `more` is what should be read beside it."""

    chip: Chip
    bold: Text
    more: Text


def in_brief(page: Page, agreements: list[Agreement]) -> list[Brief]:
    """What the report comes to: potential violations, evidence for keeping, duties, disagreements, other texts."""
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
    told = [page.ix.claims[claim] for claim in claims[:3] if claim in page.ix.claims]
    words = [page.f.join([what(page, claim), page.claim_link(claim.id)], " ") for claim in told]
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
    word = page.f.say("chips.pending" if ahead else "labels.overdue")
    chip = Chip("is-pending" if ahead else "is-potential", "i-pending", word)
    return Brief(chip, _colon(page, page.f.join(bold, "; ")), page.f.join(list(items), "; "))


def _open(page: Page) -> Brief | None:
    """The points on which accounts part, as many as the ledger has."""
    real = [row for row in ledger_rows(page.ix.record) if row.kind == "disagree"]
    if not real:
        return None
    items = [_parted(page, row) for row in real[:3]]
    link = Markup('<a href="#ledger">{}</a>').format(page.f.say("short.ledger"))
    bold = _colon(page, page.f.say("brief.open", len(real)))
    return Brief(relation_chip(page, "disagree"), bold, page.f.join([*items, link], "; "))


def _parted(page: Page, row: LedgerRow) -> Text:
    """What a row is about, leading to it."""
    incident = page.ix.incidents[row.incident]
    figure = next((f for f in incident.figures if (f.measure, f.population) == (row.measure, row.population)), None)
    what = page.f.say(f"ledger.field.{row.field}")
    if figure is not None:
        what = page.amount(figure.measure, figure.low, figure.high)
    return page.f.join([page.link("d", row.id, what), page.incident_link(row.incident)], ", ")
