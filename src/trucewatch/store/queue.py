"""store: what waits for a person: potential violations nobody has looked at, and pairs that nobody is sure of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, true

from trucewatch import resolve
from trucewatch.model import Claim, Finding, Incident
from trucewatch.model.finding import POTENTIAL
from trucewatch.resolve import Judgement
from trucewatch.resolve.doubt import Doubt, doubts
from trucewatch.store import ask, tables
from trucewatch.store.asked import at
from trucewatch.store.held import Held

AMONG = 300
"""Incidents that came in last, among whose claims the pages look for pairs."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An incident with potential violations, none of whose claims anybody has accepted or rejected."""

    incident: str
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits: incidents first, then pairs that a person left unsure, then pairs on which the machine wavers."""

    violations: tuple[Waiting, ...]
    unsure: tuple[Judgement, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """How many incidents wait, those of them that came in last, and the pairs that a person left unsure."""

    total: int
    latest: tuple[Incident, ...]
    unsure: tuple[Judgement, ...]


def queue(kept: Held) -> Queue:
    """Everything that waits for a person, over all that is held."""
    judged = kept.judgements()
    looked_at = {claim for one in judged if one.verdict in ("accept", "reject") for claim in one.claims}
    claims = resolve.corrected(kept.claims(), judged).claims
    return Queue(
        violations=_violations(kept, looked_at),
        unsure=_unsure(judged),
        doubts=tuple(doubts(claims, kept.reports(), kept.incidents(), judged)),
    )


def head(kept: Held, most: int) -> Head:
    """How much waits, counted by index, and the first of it."""
    findings = tables.findings
    held = findings.c.label.in_(sorted(POTENTIAL)) & findings.c.incident.is_not(None)
    seen = _looked_at(kept)
    counted = select(func.count(findings.c.incident.distinct())).where(held, findings.c.incident.not_in(seen))
    newest = func.max(findings.c.known_from).desc()
    latest = select(findings.c.incident).where(held, findings.c.incident.not_in(seen)).group_by(findings.c.incident)
    found = kept.ask(latest.order_by(newest, findings.c.incident).limit(most), findings)
    return Head(
        total=int(kept.ask(counted, findings)[0][0]),
        latest=ask.incidents_by_id(kept, [id_ for (id_,) in found]),
        unsure=_unsure(kept.judgements()),
    )


def recent_doubts(kept: Held, *, among: int = AMONG) -> tuple[Doubt, ...]:
    """The pairs on which the machine wavers, looked for among the incidents that came in last."""
    incidents = [one for _, one in ask.latest(kept, size=among)]
    judged = kept.judgements()
    made = ask.claims(kept, list(dict.fromkeys(id_ for one in incidents for id_ in one.claims)))
    claims = resolve.corrected(made, judged).claims
    return tuple(doubts(claims, ask.reports(kept, ids=sorted({c.report for c in claims})), incidents, judged))


def _looked_at(kept: Held) -> Select[Any]:
    """The ids of incidents of which somebody has accepted or rejected a claim."""
    judged, links, incidents = tables.judgements, tables.incident_claims, tables.incidents
    named = func.json_each(judged.c.row, "$.claims").table_valued("value")
    return (
        select(incidents.c.id)
        .select_from(judged)
        .join(named, true())
        .join(links, links.c.claim == named.c.value)
        .join(incidents, incidents.c.pk == links.c.incident)
        .where(judged.c.verdict.in_(("accept", "reject")), at(judged, kept.n), at(incidents, kept.n))
    )


def _violations(kept: Held, looked_at: set[str]) -> tuple[Waiting, ...]:
    by_incident: dict[str, list[Finding]] = {}
    for finding in ask.findings(kept, ask.Where(labels=tuple(sorted(POTENTIAL)))):
        if finding.incident is not None:
            by_incident.setdefault(finding.incident, []).append(finding)
    waiting = []
    for id_, findings in by_incident.items():
        incident = ask.incident(kept, id_)
        if incident is not None and not looked_at & set(incident.claims):
            waiting.append(Waiting(id_, tuple(findings), ask.claims(kept, incident.claims)))
    return tuple(waiting)


def _unsure(judged: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The pairs on which the last word is `unsure`."""
    last: dict[frozenset[str], Judgement] = {}
    for one in judged:
        if len(one.claims) > 1:
            last[frozenset(one.claims)] = one
    return tuple(one for one in last.values() if one.verdict == "unsure")
