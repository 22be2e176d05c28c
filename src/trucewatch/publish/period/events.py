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
    from trucewatch.publish.period.build import Desk

MOST_WORDS = 4
"""Accounts whose words are given of one event; the rest are counted."""


def told(desk: Desk) -> list[Block]:
    """Every event of the period; those that only may lie in it say so."""
    if not desk.events:
        return [Para(desk.say("brief.none")), Para(desk.say("zero"), soft=True)]
    return [block for one in desk.events for block in _event(desk, one)]


def _event(desk: Desk, one: Incident) -> list[Block]:
    f, ix = desk.tools.f, desk.tools.ix
    held = desk.given.plan.stretch()
    tag = ix.tags.get(one.id)
    parts = [f.v(tag) if tag else "", title(desk.tools, one)]
    claims = ix.claims_of(one)
    roots = independent(one.roots)
    where = [
        f.time(one.time),
        desk.tools.plain.place(one.place),
        f.say("incident.reports", len(one.reports)),
        f.say("ledger.roots", roots) if roots else f.say("incident.no_roots"),
        desk.tools.word("occurrence", one.occurrence),
    ]
    blocks: list[Block] = [Heading(3, desk.flat(f.join(parts, " "))), Para(desk.flat(f.join(where)))]
    if lies_in(one, held) == "maybe":
        blocks.append(Para(desk.say("maybe"), soft=True))
    for claim in claims[:MOST_WORDS]:
        made = quote(desk.tools, claim)
        blocks.append(
            Words(" ".join(made.html.striptags().split()), desk.flat(made.cite), made.language, made.direction)
        )
    if len(claims) > MOST_WORDS:
        blocks.append(Para(desk.say("more", len(claims) - MOST_WORDS), soft=True))
    return blocks + _findings(desk, one)


def _findings(desk: Desk, one: Incident) -> list[Block]:
    said = []
    for finding in desk.tools.ix.findings_of.get(one.id, []):
        provision = desk.tools.ix.provisions.get((finding.agreement, finding.provision))
        if provision is None or finding.label == "outside":
            continue
        label = desk.tools.words.named("labels", finding.label) or finding.label
        name = desk.flat(desk.tools.ours(provision.title))
        said.append(Para(desk.say("finding", term=name, label=label)))
    return list(said)
