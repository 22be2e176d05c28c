"""publish: how each term of each agreement stands, as cards with a clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from trucewatch.model import Agreement, Finding, Provision
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor, is_potential
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import label_chip, none_chip, support_chip
from trucewatch.publish.views.clocks import Clock, clock_of

MOST_LINKS = 8


@dataclass(frozen=True, slots=True)
class Term:
    """One provision as a card."""

    anchor: str
    tone: str
    article: Text
    title: Text
    chips: tuple[Chip, ...]
    clock: Clock | None
    says: Text
    lines: tuple[Text, ...]
    basis: Text


@dataclass(frozen=True, slots=True)
class Stack:
    """One agreement with its terms, and the provisions that bind nobody to an act, set beside them."""

    id: str
    title: Text
    apart: bool
    note: Text
    terms: tuple[Term, ...]
    beside: tuple[Term, ...] = field(default=())


def stacks(page: Page) -> list[Stack]:
    """Every agreement of the record, the one asked for first; each text stands under its own name."""
    return [_stack(page, agreement, apart=number > 0) for number, agreement in enumerate(page.ix.ordered_agreements())]


def _stack(page: Page, agreement: Agreement, *, apart: bool) -> Stack:
    duties = [p for p in agreement.provisions if p.kind in ("prohibition", "obligation")]
    rest = [p for p in agreement.provisions if p.kind not in ("prohibition", "obligation")]
    return Stack(
        id=anchor("a", agreement.id),
        title=page.ours(agreement.title),
        apart=apart,
        note=page.ours(agreement.note) if agreement.note else "",
        terms=tuple(_term(page, agreement, provision) for provision in duties),
        beside=tuple(_term(page, agreement, provision) for provision in rest),
    )


def _term(page: Page, agreement: Agreement, provision: Provision) -> Term:
    found = page.ix.findings_on.get((agreement.id, provision.id), [])
    chips = _chips(page, provision, found)
    return Term(
        anchor=anchor("p", f"{agreement.id}.{provision.id}"),
        tone=chips[0].css if chips else "",
        article=page.f.say("terms.article", n=page.f.v(provision.article))
        if provision.article
        else page.f.say("terms.no_article"),
        title=page.ours(provision.title),
        chips=tuple(chips),
        clock=clock_of(page, agreement, provision, found),
        says=page.ours(provision.paraphrase),
        lines=tuple(_lines(page, provision, found)),
        basis=_basis(page, agreement, provision),
    )


def _chips(page: Page, provision: Provision, found: list[Finding]) -> list[Chip]:
    potential = [f for f in found if is_potential(f)]
    if provision.kind == "prohibition":
        supports = any(f.supports for f in found)
        if potential:
            text = page.f.say("terms.potential_n", len(potential))
            return [Chip("is-potential", "i-potential", text)] + ([support_chip(page)] if supports else [])
        whole = [label_chip(page, f) for f in found if f.incident is None and not f.supports]
        chips = whole[:1] or [none_chip(page)]
        if supports and all(chip.css != "is-support" for chip in chips):
            chips.append(support_chip(page))
        return chips
    unique: dict[str, Chip] = {}
    for finding in _as_a_whole(provision, found):
        unique.setdefault(finding.label, label_chip(page, finding))
    return list(unique.values())


def _as_a_whole(provision: Provision, found: list[Finding]) -> list[Finding]:
    """Of a quota the finding on all its periods, which names no claims; of other terms all findings."""
    whole = [finding for finding in found if not finding.supports] if provision.form == "quota" else []
    return whole or found


def _lines(page: Page, provision: Provision, found: list[Finding]) -> list[Text]:
    lines: list[Text] = []
    events = [f for f in found if f.incident is not None and not f.supports]
    if events:
        lines.append(_compared(page, events))
    supports = list(dict.fromkeys(claim for f in found for claim in f.supports))
    if supports:
        links = page.f.join([page.claim_link(claim) for claim in supports[:MOST_LINKS]], ", ")
        links = page.f.join([links, "…"], " ") if len(supports) > MOST_LINKS else links
        lines.append(page.f.join([page.f.say("terms.supports", len(supports)), Markup("({})").format(links)], " "))
    for finding in _as_a_whole(provision, found):
        if finding.incident is None:
            lines.extend(_instance_lines(page, finding))
    return list(dict.fromkeys(lines))


def _compared(page: Page, events: list[Finding]) -> Text:
    outside = sum(f.label == "outside" for f in events)
    potential = sum(is_potential(f) for f in events)
    parts = [page.f.say("terms.compared", len({f.incident for f in events}))]
    if outside:
        parts.append(page.f.say("terms.outside_n", outside))
    if potential:
        parts.append(page.f.say("terms.potential_n", potential))
    shown = sorted(events, key=lambda f: page.ix.order(f.incident))
    links = [page.incident_link(f.incident) for f in shown[:8] if f.incident]
    return page.f.join([page.f.join(parts, ", "), Markup("({})").format(page.f.join(list(links), ", "))], " ")


def _instance_lines(page: Page, finding: Finding) -> list[Text]:
    lines: list[Text] = []
    if finding.instance is not None and finding.instance.count is not None:
        count = finding.instance.count
        counted = page.f.interval(count.get("low"), count.get("high"))
        of = count.get("of")
        key = "terms.counted" if of is not None else "terms.counted_only"
        lines.append(page.f.say(key, count=counted, of=page.f.number(of) if of is not None else ""))
    lines.extend(page.ours(why) for why in finding.why[:2])
    if finding.readings:
        lines.append(readings(page, finding))
    return lines


def readings(page: Page, finding: Finding) -> Text:
    """What each reading of the words gives, readings that agree together."""
    by_label: dict[str, list[Text]] = {}
    for name, label in finding.readings.items():
        by_label.setdefault(label, []).append(page.ours(name))
    shown = {label: page.words.named("labels", label) or page.f.v(label) for label in by_label}
    if len(by_label) == 1 and len(finding.readings) > 1:
        (label,) = by_label
        return page.f.say("findings.every", label=shown[label], names=page.f.join(by_label[label], ", "))
    parts = [page.f.join([page.f.join(names, ", "), shown[label]], ": ") for label, names in by_label.items()]
    return page.f.join([page.f.say("findings.readings"), page.f.join(parts, "; ")], ": ")


def _basis(page: Page, agreement: Agreement, provision: Provision) -> Text:
    kind = page.words.text(f"kinds.{provision.kind}")
    form = page.words.named("forms", provision.form) if provision.form else None
    parts: list[Text] = [page.f.join([kind, form or ""], ", "), page.words.text(f"bases.{provision.basis}")]
    if provision.bearers:
        names = page.f.join([page.actor(bearer, bearer) for bearer in provision.bearers], ", ")
        parts.append(page.f.say("terms.binds", who=names))
    if provision.readings:
        said = page.f.join([page.ours(one) for one in provision.readings], "; ")
        parts.append(page.f.join([page.f.say("terms.readings"), said], ": "))
    if provision.note:
        parts.append(page.ours(provision.note))
    source = next((source for source in agreement.sources if source.url.startswith(("https://", "http://"))), None)
    if source is not None:
        text = page.f.say("terms.text")
        parts.append(Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(source.url, text))
    return page.f.join(parts)
