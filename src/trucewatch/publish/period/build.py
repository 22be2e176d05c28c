"""period: the report of a period, section by section, from what was known at its cut-off and at the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC

from markupsafe import Markup

from trucewatch.model import Coverage, Incident, Record
from trucewatch.publish.format import Text
from trucewatch.publish.instants import clock
from trucewatch.publish.page import Page, page, striptags
from trucewatch.publish.period import changes, events, sections
from trucewatch.publish.period.blocks import Block, Document, Facts, Heading
from trucewatch.publish.period.plan import Plan
from trucewatch.publish.period.tally import lies_in
from trucewatch.publish.views.header import strictest

_OPEN = re.compile(r'<bdi(?: lang="[^"]*")?(?: dir="(ltr|rtl)")?[^>]*>')


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is made of: its plan, what was known at both cut-offs, and the change of the store that held it."""

    plan: Plan
    now: Record
    before: Record
    change: int | None = None
    seen: tuple[Coverage, ...] = ()
    """Who is stated to have seen what, where and when."""


@dataclass(frozen=True, slots=True)
class Writer:
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
    writer = _writer(given, language, unmask=unmask)
    agreements = writer.tools.ix.ordered_agreements()
    name = (
        writer.flat(writer.tools.ours(agreements[0].title))
        if agreements
        else writer.flat(writer.tools.f.say("ui.title_plain"))
    )
    days = writer.flat(writer.tools.f.days(given.plan.first, given.plan.last))
    parts: list[Block] = [Heading(1, writer.say("title", agreement=name, days=days)), _facts(writer)]
    for key, blocks in (
        ("brief", sections.brief(writer)),
        ("duties", sections.duties(writer)),
        ("counts", sections.counts(writer)),
        ("counters", sections.counters(writer)),
        ("events", events.told(writer)),
        ("access", sections.access(writer)),
        ("coverage", sections.coverage(writer)),
        ("ledger", changes.ledger(writer)),
        ("corrections", changes.corrections(writer)),
        ("method", sections.method(writer)),
    ):
        parts += [Heading(2, writer.say(f"heads.{key}")), *blocks]
    title = writer.say("title", agreement=name, days=days)
    return Document(title, language, writer.tools.words.direction, given.plan.cutoff, tuple(parts))


def _writer(given: Period, language: str, *, unmask: bool) -> Writer:
    zone = clock(given.plan.zone)
    now, before = (replace(page(record, language, unmask=unmask), zone=zone) for record in (given.now, given.before))
    held = given.plan.stretch()
    found = [one for one in now.ix.incidents.values() if one.kind == "event" and lies_in(one, held) != "out"]
    found.sort(key=lambda one: (one.time.start or "" if one.time else "", one.id))
    return Writer(given, now, before, tuple(found))


def _facts(writer: Writer) -> Block:
    given, f = writer.given, writer.tools.f
    zone = clock(given.plan.zone)
    local = writer.flat(f.instant(given.plan.cutoff, zone))
    rows = [
        (writer.say("known"), f"{local} ({writer.flat(f.instant(given.plan.cutoff, UTC))})"),
        (writer.say("against"), writer.flat(f.days(*given.plan.earlier))),
        (writer.say("rests"), writer.say("rests_on", len(given.now.reports))),
    ]
    if given.change is not None:
        rows.append((writer.say("change"), writer.flat(f.v(str(given.change)))))
    marking = strictest(writer.tools)
    rows.append((writer.say("marking"), marking or "TLP:CLEAR"))
    return Facts(tuple(rows))


__all__ = ["Period", "Writer", "document"]
