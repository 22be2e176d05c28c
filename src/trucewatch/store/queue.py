"""store: what waits for a person: potential violations nobody has looked at, and pairs that nobody is sure of."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch import resolve
from trucewatch.model import Claim, Finding
from trucewatch.model.finding import POTENTIAL
from trucewatch.resolve import Judgement
from trucewatch.resolve.doubt import Doubt, doubts
from trucewatch.store import ask
from trucewatch.store.held import Held


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


def queue(kept: Held) -> Queue:
    """Everything that waits for a person."""
    judged = kept.judgements()
    looked_at = {claim for one in judged if one.verdict in ("accept", "reject") for claim in one.claims}
    claims = resolve.corrected(kept.claims(), judged).claims
    return Queue(
        violations=_violations(kept, looked_at),
        unsure=_unsure(judged),
        doubts=tuple(doubts(claims, kept.reports(), kept.incidents(), judged)),
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
