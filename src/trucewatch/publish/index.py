"""publish: looks things of a record up: who belongs to whom, and by which short label and anchor it is shown."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from trucewatch.model import Agreement, Claim, Finding, Incident, Lineage, Provision, Record, Report
from trucewatch.model.finding import POTENTIAL

Track = Literal["military", "diplomatic", "terms", "figures", "background"]
MILITARY = ("kin", "pos", "wd", "civ", "hum", "mon", "crowd", "harm")
"""Families of which an event is drawn on a map."""
UNSTATED = "not stated: "
"""Before the id of a report that names no root; it is counted as a root of its own."""
_SAFE = re.compile(r"[A-Za-z0-9_.-]{1,80}")


def anchor(kind: str, id_: str) -> str:
    """A name for a place in the page, safe whatever the id holds."""
    if _SAFE.fullmatch(id_):
        return f"{kind}-{id_}"
    return f"{kind}-x{hashlib.sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def track(incident: Incident) -> Track:
    """The section of the report that an incident stands in."""
    family = incident.type.split(".")[0]
    if incident.kind == "term" or family == "term":
        return "terms"
    if incident.kind == "figure":
        return "figures"
    if incident.kind == "state" or family == "state":
        return "background"
    if incident.kind == "event" and family in MILITARY:
        return "military"
    return "diplomatic"


def is_potential(finding: Finding) -> bool:
    """Whether a finding is shown to people as a potential violation."""
    return finding.kind == "prohibition" and finding.label in POTENTIAL


@dataclass(frozen=True, slots=True)
class Index:
    """A record with its look-ups. Ids that lead nowhere are simply not found."""

    record: Record
    reports: dict[str, Report]
    labels: dict[str, str]
    """Report id to `R1`, `R2`, in the order of the record."""
    claims: dict[str, Claim]
    incidents: dict[str, Incident]
    incident_of: dict[str, str]
    """Claim id to the id of its incident."""
    findings_of: dict[str, list[Finding]]
    findings_on: dict[tuple[str, str], list[Finding]]
    agreements: dict[str, Agreement]
    provisions: dict[tuple[str, str], Provision]
    whole: dict[str, Lineage]
    """Report id to the link of the whole report."""
    apart: dict[str, list[Lineage]]
    """Report id to the links of single claims in it."""
    owed: dict[str, Lineage]
    """Claim id to the house that is cited for it."""
    tags: dict[str, str]
    """Incident id to `A`, `B`, for military events in order of time."""
    tracks: dict[Track, tuple[Incident, ...]]

    def link(self, claim: Claim) -> Lineage | None:
        """By which link a claim has its root; None where the record holds no lineage."""
        return self.owed.get(claim.id) or self.whole.get(claim.report)

    def root(self, claim: Claim) -> str | None:
        """The root of a claim; None where it is not stated."""
        link = self.link(claim)
        if link is None:
            return claim.root
        return None if link.basis == "unstated" else self.stated(link.root)

    @staticmethod
    def stated(root: str | None) -> str | None:
        """A root by its name, or None for one that stands for a report of which none is stated."""
        return None if root is None or root.startswith(UNSTATED) else root

    def label(self, report: str) -> str:
        """The short name of a report."""
        return self.labels.get(report, report)

    def named(self, actor: str | None) -> str | None:
        """The name of a party by its actor id; of a part of a party, the party's name and the part."""
        names = {party.id: party.name for agreement in self.record.agreements for party in agreement.parties}
        whole, _, part = (actor or "").partition(".")
        if actor in names or whole not in names:
            return names.get(actor or "")
        return f"{names[whole]} ({part})"

    def order(self, incident: str | None) -> tuple[int, str]:
        """The place of an incident in the order of its tags; those without one come last."""
        tag = self.tags.get(incident or "", "~~~~")
        return len(tag), tag

    def claims_of(self, incident: Incident) -> list[Claim]:
        """The claims of an incident that the record holds."""
        return [self.claims[id_] for id_ in incident.claims if id_ in self.claims]

    def ordered_agreements(self) -> list[Agreement]:
        """The agreements asked for, then the texts that they stand on."""
        asked = [self.agreements[id_] for id_ in self.record.run.agreements if id_ in self.agreements]
        primary = asked or list(self.record.agreements)
        supplements = {id_ for agreement in primary for id_ in agreement.supplements}
        first = [agreement for agreement in primary if agreement.id not in supplements] or primary
        return first + [agreement for agreement in self.record.agreements if agreement not in first]

    def as_of(self) -> str | None:
        """The instant the report is valid for: as asked, as the findings say, or the last publication."""
        if self.record.run.as_of:
            return self.record.run.as_of
        valid = sorted({f.as_of["valid"] for f in self.record.findings if f.as_of.get("valid")})  # type: ignore[type-var]
        if valid:
            return valid[-1]
        published = sorted(r.published.split("/")[-1] for r in self.record.reports if r.published)
        return published[-1] if published else None


def _start(incident: Incident) -> tuple[str, str]:
    time = incident.time
    return ((time.start or time.end or "9") if time else "9", incident.id)


def index(record: Record) -> Index:
    """Build the look-ups of a record."""
    live = [incident for incident in record.incidents if incident.merged_into is None]
    tracks: dict[Track, list[Incident]] = defaultdict(list)
    for incident in sorted(live, key=_start):
        tracks[track(incident)].append(incident)
    findings_of, findings_on = defaultdict(list), defaultdict(list)
    apart: dict[str, list[Lineage]] = defaultdict(list)
    for link in record.lineage:
        if not link.whole:
            apart[link.report].append(link)
    for finding in record.findings:
        findings_on[finding.agreement, finding.provision].append(finding)
        if finding.incident is not None:
            findings_of[finding.incident].append(finding)
    return Index(
        record=record,
        reports={report.id: report for report in record.reports},
        labels={report.id: f"R{number}" for number, report in enumerate(record.reports, 1)},
        claims={claim.id: claim for claim in record.claims},
        incidents={incident.id: incident for incident in live},
        incident_of={claim: incident.id for incident in live for claim in incident.claims},
        findings_of=dict(findings_of),
        findings_on=dict(findings_on),
        agreements={agreement.id: agreement for agreement in record.agreements},
        provisions={(a.id, p.id): p for a in record.agreements for p in a.provisions},
        whole={link.report: link for link in record.lineage if link.whole},
        apart=dict(apart),
        owed={claim: link for link in record.lineage if link.basis == "cites" for claim in link.claims},
        tags={incident.id: letters(number) for number, incident in enumerate(tracks["military"])},
        tracks={name: tuple(items) for name, items in tracks.items()},
    )
