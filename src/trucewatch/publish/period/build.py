"""period: the report of a period, section by section, from what was known at its cut-off and at the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC

from markupsafe import Markup

from trucewatch.model import Incident, Record
from trucewatch.publish.format import Text
from trucewatch.publish.instants import clock
from trucewatch.publish.page import Page, page, striptags
from trucewatch.publish.period import changes, events, sections
from trucewatch.publish.period.blocks import Block, Document, Facts, Heading
from trucewatch.publish.period.plan import Plan
from trucewatch.publish.period.tally import lies_in

_OPEN = re.compile(r'<bdi(?: lang="[^"]*")?(?: dir="(ltr|rtl)")?[^>]*>')


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is made of: its plan, what was known at both cut-offs, and the change of the store that held it."""

    plan: Plan
    now: Record
    before: Record
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """A period with the tools to write it in one language."""

    given: Period
    tools: Page
    earlier: Page
    events: tuple[Incident, ...]
    """Events that lie in the period or may, in the order of time."""

    def say(self, key: str, count: float | None = None, /, **values: object) -> str:
        """Our words under a key of the period's group."""
        return self.flat(self.tools.f.say(f"period.{key}", count, **values))

    def flat(self, text: Text) -> str:
        """Words without markup; what markup set apart in another direction, isolates set apart."""
        if not isinstance(text, Markup):
            return text
        if self.tools.words.direction == "rtl":
            marks = {"ltr": "\u2066", "rtl": "\u2067", None: "\u2068"}
            text = Markup(_OPEN.sub(lambda at: marks[at[1]], str(text)).replace("</bdi>", "\u2069"))
        return " ".join(striptags(text).split())


def document(given: Period, language: str = "en", *, unmask: bool = False) -> Document:
    """The report as blocks."""
    desk = _desk(given, language, unmask=unmask)
    agreements = desk.tools.ix.ordered_agreements()
    name = (
        desk.flat(desk.tools.ours(agreements[0].title)) if agreements else desk.flat(desk.tools.f.say("ui.title_plain"))
    )
    days = desk.flat(desk.tools.f.days(given.plan.first, given.plan.last))
    parts: list[Block] = [Heading(1, desk.say("title", agreement=name, days=days)), _facts(desk)]
    for key, blocks in (
        ("brief", sections.brief(desk)),
        ("duties", sections.duties(desk)),
        ("counts", sections.counts(desk)),
        ("counters", sections.counters(desk)),
        ("events", events.told(desk)),
        ("access", sections.access(desk)),
        ("coverage", sections.coverage(desk)),
        ("ledger", changes.ledger(desk)),
        ("corrections", changes.corrections(desk)),
        ("method", sections.method(desk)),
    ):
        parts += [Heading(2, desk.say(f"heads.{key}")), *blocks]
    title = desk.say("title", agreement=name, days=days)
    return Document(title, language, desk.tools.words.direction, given.plan.cutoff, tuple(parts))


def _desk(given: Period, language: str, *, unmask: bool) -> Desk:
    zone = clock(given.plan.zone)
    now, before = (replace(page(record, language, unmask=unmask), zone=zone) for record in (given.now, given.before))
    held = given.plan.stretch()
    found = [one for one in now.ix.incidents.values() if one.kind == "event" and lies_in(one, held) != "out"]
    found.sort(key=lambda one: (one.time.start or "" if one.time else "", one.id))
    return Desk(given, now, before, tuple(found))


def _facts(desk: Desk) -> Block:
    given, f = desk.given, desk.tools.f
    zone = clock(given.plan.zone)
    local = desk.flat(f.instant(given.plan.cutoff, zone))
    rows = [
        (desk.say("known"), f"{local} ({desk.flat(f.instant(given.plan.cutoff, UTC))})"),
        (desk.say("against"), desk.flat(f.days(*given.plan.earlier))),
        (desk.say("rests"), desk.say("rests_on", len(given.now.reports))),
    ]
    if given.change is not None:
        rows.append((desk.say("change"), desk.flat(f.v(str(given.change)))))
    marking = max((report.marking for report in given.now.reports if report.marking), default=None)
    rows.append((desk.say("marking"), marking or "TLP:CLEAR"))
    return Facts(tuple(rows))


__all__ = ["Desk", "Period", "document"]
