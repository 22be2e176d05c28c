"""store: what stands after a change: incidents and findings over all that is held, appended where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from trucewatch import assess, resolve
from trucewatch.assess import Memory
from trucewatch.model import Agreement, Finding, Report
from trucewatch.store import rows, tables
from trucewatch.store.append import append_changed
from trucewatch.store.held import Held
from trucewatch.store.joined import Standing, Told, stand
from trucewatch.store.knowledge import Knowledge
from trucewatch.store.remembered import remember, remembered
from trucewatch.store.store import Change

FEW = 500
"""Incidents that a question may name."""
FINDING_KEY = ("agreement", "provision", "incident", "ordinal")


@dataclass(frozen=True, slots=True)
class Stood:
    """How many incidents and findings stand, and how many of them are new or changed."""

    incidents: int
    findings: int
    incidents_changed: int
    findings_changed: int


def restand(change: Change, held: Held, knowledge: Knowledge, told: Sequence[Report] | None = None) -> Stood:
    """What stands over all reports, claims and judgements; what is different is appended.

    `told` are all reports, in order, where they have been read already. Findings are worked out anew only where
    something that they rest on has changed.
    """
    memory = remembered(change)
    reports, judged = held.reports() if told is None else told, held.judgements()
    claims = resolve.corrected(held.claims(), judged).claims
    links = resolve.lineage(claims, reports)
    stood = stand(change, held, Told(reports, claims, judged, links))
    memory.evidence = _known_evidence(memory, stood)
    findings = assess.findings(
        stood.incidents, claims, reports, knowledge.stack,
        profile=knowledge.profile, coverage=knowledge.coverage, links=links, memory=memory,
    )  # fmt: skip
    new_findings = _keep_findings(change, findings, knowledge.stack, memory, stood.reached)
    remember(change, memory)
    change.details["as_of"] = findings[0].as_of if findings else {}
    return Stood(len(stood.incidents), len(findings), stood.appended, new_findings)


def _known_evidence(memory: Memory, stood: Standing) -> dict[str, str]:
    """The hashes of incidents with their claims, of those that the change did not reach, by what was found of them."""
    if stood.reached is None:
        return {}
    claims = {one.id: frozenset(one.claims) for one in stood.incidents if one.id not in stood.reached}
    return {
        one.incident: one.evidence_hash
        for one in memory.held.values()
        if one.incident in claims and one.evidence_hash and claims[one.incident].issuperset(one.supports)
    }


def _keep_findings(
    change: Change,
    findings: Sequence[Finding],
    stack: Sequence[Agreement],
    memory: Memory,
    reached: frozenset[str] | None,
) -> int:
    """Append the findings that differ from those that stand; how many do.

    Where all that stands of the incidents which a change did not reach was taken over, only the others are looked at.
    """
    within, made = None, findings
    if reached is not None:
        fresh = {one.incident for one in findings if one.incident is not None and one.id not in memory.taken}
        touched = sorted(fresh | reached)
        about = tables.findings.c.incident
        others = {one.id for one in findings if one.incident is not None and one.incident not in fresh | reached}
        if len(touched) <= FEW and others == _standing_apart_from(change, touched):
            within = or_(about.is_(None), about.in_(touched))
            made = [one for one in findings if one.id not in others]
    return len(append_changed(change, tables.findings, FINDING_KEY, finding_rows(made, stack), within=within))


def _standing_apart_from(change: Change, incidents: Sequence[str]) -> set[str]:
    """The ids of the standing findings about single incidents other than these."""
    table = tables.findings
    asked = select(table.c.id).where(table.c.known_to.is_(None), table.c.incident.is_not(None))
    return set(change.connection.execute(asked.where(table.c.incident.not_in(incidents))).scalars())


def finding_rows(findings: Iterable[Finding], stack: Sequence[Agreement]) -> list[rows.Row]:
    """Findings as rows, in an order that does not depend on how many there are."""
    position = {agreement.id: i for i, agreement in enumerate(stack)}
    terms = {(a.id, term.id): i for a in stack for i, term in enumerate(a.provisions)}
    seen: dict[tuple[str, str, str | None], int] = {}
    made = []
    for finding in findings:
        key = (finding.agreement, finding.provision, finding.incident)
        seen[key] = seen.get(key, -1) + 1
        made.append(rows.finding_row(finding, position[key[0]], terms[key[0], key[1]], seen[key]))
    return made
