"""store: what stands after a change: incidents and findings over all that is held, appended where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch import assess, resolve
from trucewatch.model import Finding, Report
from trucewatch.store import rows, tables
from trucewatch.store.append import apart_from, append_changed
from trucewatch.store.held import Held
from trucewatch.store.joined import Told, stand
from trucewatch.store.knowledge import Knowledge
from trucewatch.store.remembered import Places, places, prints, remember, remembered
from trucewatch.store.store import Change

FINDING_KEY = ("agreement", "provision", "incident", "ordinal")


@dataclass(frozen=True, slots=True)
class Stood:
    """How many incidents and findings stand, and how many of them are new or changed."""

    incidents: int
    findings: int
    incidents_changed: int
    findings_changed: int


def restand(change: Change, held: Held, knowledge: Knowledge, read: Sequence[Report] | None = None) -> Stood:
    """What stands over all reports, claims and judgements; what is different is appended.

    `read` are all reports, in order, where the change has them already.

    Findings are worked out anew only where something that they rest on has changed; the others are not even read.
    """
    reports, judged = held.reports() if read is None else read, held.judgements()
    claims = resolve.corrected(held.claims(), judged).claims
    links = resolve.lineage(claims, reports)
    incidents, new_incidents = stand(change, held, Told(reports, claims, judged, links))
    where = places(knowledge.stack)
    memory, numbers = remembered(change, where)
    memory.prints = prints(change, claims, {claim for one in judged for claim in one.claims})
    findings = assess.findings(
        incidents, claims, reports, knowledge.stack,
        profile=knowledge.profile, coverage=knowledge.coverage, links=links, memory=memory,
    )  # fmt: skip
    left = [numbers[key] for key in memory.recalled]
    new_findings = append_changed(
        change, tables.findings, FINDING_KEY, finding_rows(findings, where), within=apart_from(tables.findings, left)
    )
    remember(change, memory)
    change.details["as_of"] = memory.as_of
    return Stood(len(incidents), len(findings) + len(left), new_incidents, len(new_findings))


def finding_rows(findings: Iterable[Finding], where: Places) -> list[rows.Row]:
    """Findings as rows, in an order that does not depend on how many there are."""
    seen: dict[tuple[str, str, str | None], int] = {}
    made = []
    for finding in findings:
        key = (finding.agreement, finding.provision, finding.incident)
        seen[key] = seen.get(key, -1) + 1
        made.append(rows.finding_row(finding, *where[key[0], key[1]], seen[key]))
    return made
