"""publish: the dates of an agreement itself: its phases, days that were put off, and instants that wait for an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trucewatch.model import Agreement, Anchor
from trucewatch.model.agreement import Phase
from trucewatch.publish.format import Text
from trucewatch.publish.instants import clock, moment
from trucewatch.publish.page import Page


@dataclass(frozen=True, slots=True)
class Dated:
    """A phase from `start` to `end`, or a day that was put off, now `[start, end]`."""

    kind: str
    start: datetime
    end: datetime
    label: str
    when: Text
    what: Text


@dataclass(frozen=True, slots=True)
class Waiting:
    """An instant that no report has settled yet, with what it waits for."""

    what: Text
    why: Text


def dates(page: Page) -> list[Dated]:
    """Phases and extensions of every agreement, those that have an instant."""
    found = []
    for agreement in page.ix.ordered_agreements():
        found += [one for phase in agreement.phases.values() if (one := _phase(page, agreement, phase)) is not None]
        for anchor in agreement.anchors.values():
            found += list(_extensions(page, agreement, anchor))
    return found


def waiting(page: Page) -> list[Waiting]:
    """The instants that wait for an act, of terms that are not settled by it yet."""
    return [
        Waiting(
            page.f.join([page.ours(agreement.title), page.ours(anchor.why or anchor.id)]), _act(page, agreement, anchor)
        )
        for agreement in page.ix.ordered_agreements()
        for anchor in agreement.anchors.values()
        if anchor.event is not None and not _settled(page, agreement, anchor)
    ]


def _instants(agreement: Agreement, anchor: Anchor | None) -> tuple[datetime, datetime] | None:
    """When an anchor lies, after all that was agreed to put it off."""
    if anchor is None:
        return None
    last = anchor.amended[-1] if anchor.amended else anchor
    first, second = moment(last.earliest), moment(last.latest)
    start, end = first or second, second or first
    zone = clock(agreement.tz)
    return None if start is None or end is None else (start.utc(zone), end.utc(zone))


def _phase(page: Page, agreement: Agreement, phase: Phase) -> Dated | None:
    begins = _instants(agreement, agreement.anchors.get(phase.from_))
    ends = _instants(agreement, agreement.anchors.get(phase.to or ""))
    if begins is None or ends is None:
        return None
    days = page.brief.days(*(edge.astimezone(page.zone).date() for edge in (begins[0], ends[1])))
    name = page.plain_ours(phase.name)
    what = page.f.join([page.ours(agreement.title), page.ours(phase.name)])
    return Dated("phase", begins[0], ends[1], name, days, what)


def _extensions(page: Page, agreement: Agreement, anchor: Anchor) -> Iterator[Dated]:
    zone = clock(agreement.tz)
    for one in anchor.amended:
        first, last = moment(one.earliest), moment(one.latest)
        if first is None or last is None:
            continue
        until = page.brief.end_of(one.latest, page.zone)
        label = str(page.plain.say("timeline.extended", when=page.plain.end_of(one.latest, page.zone)))
        what = page.f.join(
            [page.ours(agreement.title), page.f.say("timeline.extended", when=until), page.ours(one.why)]
        )
        yield Dated("extended", first.utc(zone), last.utc(zone), label, page.brief.instant(one.since), what)


def _settled(page: Page, agreement: Agreement, anchor: Anchor) -> bool:
    """Whether every duty that ends by an anchor has its day already: then the reports have told of the act."""
    bound = {
        p.id for p in agreement.provisions if p.when is not None and anchor.id in (p.when.by, p.when.from_, p.when.to)
    }
    found = [f for p in bound for f in page.ix.findings_on.get((agreement.id, p), []) if f.instance and f.instance.due]
    return bool(found)


def _act(page: Page, agreement: Agreement, anchor: Anchor) -> Text:
    act = agreement.acts.get(anchor.event or "")
    types: list[Text] = [page.type_word(code.removesuffix(".*")) for code in act.types] if act is not None else []
    return page.f.say("timeline.waits", act=page.f.join(types[:4], ", ") or page.f.v(anchor.event or ""))
