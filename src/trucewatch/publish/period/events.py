"""period: the events of the period, each with its accounts side by side and what follows for the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.actors import independent
from trucewatch.model import Incident
from trucewatch.publish.period.blocks import Block, Heading, Para, Words
from trucewatch.publish.period.tally import lies_in
from trucewatch.publish.views.claims import quote
from trucewatch.publish.views.incidents import title

if TYPE_CHECKING:
    from trucewatch.publish.period.build import Writer

MOST_WORDS = 4
"""Accounts whose words are given of one event; the rest are counted."""


def told(writer: Writer) -> list[Block]:
    """Every event of the period; those that only may lie in it say so."""
    if not writer.events:
        return [Para(writer.say("brief.none")), Para(writer.say("zero"), soft=True)]
    return [block for one in writer.events for block in _event(writer, one)]


def _event(writer: Writer, one: Incident) -> list[Block]:
    f, ix = writer.tools.f, writer.tools.ix
    held = writer.given.plan.stretch()
    tag = ix.tags.get(one.id)
    parts = [f.v(tag) if tag else "", title(writer.tools, one)]
    claims = ix.claims_of(one)
    roots = independent(one.roots)
    where = [
        f.time(one.time),
        writer.tools.plain.place(one.place),
        f.say("incident.reports", len(one.reports)),
        f.say("ledger.roots", roots) if roots else f.say("incident.no_roots"),
        writer.tools.word("occurrence", one.occurrence),
    ]
    blocks: list[Block] = [Heading(3, writer.flat(f.join(parts, " "))), Para(writer.flat(f.join(where)))]
    if lies_in(one, held) == "maybe":
        blocks.append(Para(writer.say("maybe"), soft=True))
    for claim in claims[:MOST_WORDS]:
        made = quote(writer.tools, claim)
        blocks.append(
            Words(" ".join(made.html.striptags().split()), writer.flat(made.cite), made.language, made.direction)
        )
    if len(claims) > MOST_WORDS:
        blocks.append(Para(writer.say("more", len(claims) - MOST_WORDS), soft=True))
    return blocks + _findings(writer, one)


def _findings(writer: Writer, one: Incident) -> list[Block]:
    said = []
    for finding in writer.tools.ix.findings_of.get(one.id, []):
        provision = writer.tools.ix.provisions.get((finding.agreement, finding.provision))
        if provision is None or finding.label == "outside":
            continue
        label = writer.tools.words.named("labels", finding.label) or finding.label
        name = writer.flat(writer.tools.ours(provision.title))
        said.append(Para(writer.say("finding", term=name, label=label)))
    return list(said)
