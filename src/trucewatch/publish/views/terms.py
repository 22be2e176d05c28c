"""publish: how each term of each agreement stands, as cards with a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from markupsafe import Markup

from trucewatch.model import Agreement, Finding, Provision
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor, is_potential
from trucewatch.publish.instants import clock, day_on, last_day
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.chips import label_chip, none_chip, support_chip

MOST_CELLS = 40
Cell = Literal["gone", "", "due", "alt"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A big value with its words, and a cell a day: gone, to come, due, or due by another reading."""

    big: Text
    words: Text
    cells: tuple[Cell, ...] = ()
    alt: Text = ""


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
        clock=_clock(page, agreement, provision, found),
        says=page.ours(provision.paraphrase),
        lines=tuple(_lines(page, found)),
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
    for finding in found:
        unique.setdefault(finding.label, label_chip(page, finding))
    return list(unique.values())


def _lines(page: Page, found: list[Finding]) -> list[Text]:
    lines: list[Text] = []
    events = [f for f in found if f.incident is not None and not f.supports]
    if events:
        lines.append(_compared(page, events))
    supports = list(dict.fromkeys(claim for f in found for claim in f.supports))
    if supports:
        links = page.f.join([page.claim_link(claim) for claim in supports], ", ")
        lines.append(page.f.join([page.f.say("terms.supports", len(supports)), Markup("({})").format(links)], " "))
    for finding in found:
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
    """What each reading of the words gives."""
    parts = [
        page.f.join([page.ours(name), page.words.named("labels", label) or page.f.v(label)], ": ")
        for name, label in finding.readings.items()
    ]
    return page.f.join([page.f.say("findings.readings"), page.f.join(parts, "; ")], ": ")


def _basis(page: Page, agreement: Agreement, provision: Provision) -> Text:
    kind = page.words.text(f"kinds.{provision.kind}")
    form = page.words.named("forms", provision.form) if provision.form else None
    parts: list[Text] = [kind + (f", {form}" if form else ""), page.words.text(f"bases.{provision.basis}")]
    if provision.bearers:
        names = page.f.join([page.actor(bearer, bearer) for bearer in provision.bearers], ", ")
        parts.append(page.f.say("terms.binds", who=names))
    if provision.readings:
        parts.append(page.f.join([page.f.say("terms.readings"), page.ours("; ".join(provision.readings))], ": "))
    if provision.note:
        parts.append(page.ours(provision.note))
    source = next((source for source in agreement.sources if source.url.startswith(("https://", "http://"))), None)
    if source is not None:
        text = page.f.say("terms.text")
        parts.append(Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(source.url, text))
    return page.f.join(parts)


def due_days(page: Page, due: tuple[str | None, str | None]) -> Text:
    """The days on which a duty falls due, on the clock of the report."""
    first, last = last_day(due[0], page.zone), last_day(due[1], page.zone)
    if first is None or last is None:
        return page.f.interval_of(due[0], due[1], page.zone)
    return page.f.days(first, last)


# Clocks


def _clock(page: Page, agreement: Agreement, provision: Provision, found: list[Finding]) -> Clock | None:
    zone = clock(agreement.tz)
    today = last_day(page.ix.as_of(), zone)
    if today is None:
        return None
    if provision.kind == "prohibition":
        return _force_clock(page, agreement, today)
    dues = [f.instance.due for f in found if f.instance is not None and f.instance.due is not None]
    if not dues or provision.kind != "obligation":
        return None
    first, last = last_day(dues[0][0], zone), last_day(dues[0][1], zone)
    due = first or last
    return None if due is None else _due_clock(page, entry_day(agreement), due, last or due, today)


def entry_day(agreement: Agreement) -> date | None:
    """The day an agreement enters into force on its own clock, the latest where the text allows several."""
    entry = agreement.anchors.get(agreement.effective or "")
    text = (entry.latest or entry.earliest) if entry else agreement.signed
    return day_on(text, clock(agreement.tz))


def _force_clock(page: Page, agreement: Agreement, today: date) -> Clock | None:
    entry = agreement.anchors.get(agreement.effective or "")
    since = day_on(entry.latest or entry.earliest, clock(agreement.tz)) if entry else None
    if entry is None or since is None:
        return None
    when = page.f.interval_of(entry.earliest, entry.latest, clock(agreement.tz))
    if today < since:
        return Clock(page.f.number((since - today).days), page.f.say("terms.from", when=when))
    return Clock(
        page.f.say("terms.day", n=page.f.number((today - since).days + 1)), page.f.say("terms.since", when=when)
    )


def _due_clock(page: Page, start: date | None, due: date, last: date, today: date) -> Clock:
    left = (due - today).days
    words = page.f.say("terms.due", when=page.f.days(due, last))
    if left == 0:
        return Clock(page.f.number(0), page.f.join([page.f.say("terms.due_today"), words]))
    key = "terms.days_left" if left > 0 else "terms.days_past"
    cells = _cells(start, due, last, today)
    return Clock(
        page.f.number(abs(left)), page.f.join([page.f.say(key, abs(left)), words]), cells, _alt(page, cells, due, last)
    )


def _cells(start: date | None, due: date, last: date, today: date) -> tuple[Cell, ...]:
    first = start if start is not None and start <= due else due
    length = (last - first).days + 1
    if length > MOST_CELLS or length < 2 or (today - last).days > MOST_CELLS:
        return ()
    return tuple(_cell(number, (due - first).days, (today - first).days) for number in range(length))


def _cell(number: int, due: int, today: int) -> Cell:
    if number == due:
        return "due"
    if number > due:
        return "alt"
    return "gone" if number <= today else ""


def _alt(page: Page, cells: tuple[Cell, ...], due: date, last: date) -> Text:
    gone = page.plain.number(cells.count("gone"))
    whole = page.plain.number(sum(cell != "alt" for cell in cells))
    shown = {"gone": gone, "all": whole, "due": page.plain.day(due)}
    if last == due:
        return page.plain.say("terms.cells", **shown)
    return page.plain.say("terms.cells_alt", **shown, alt=page.plain.day(last))
