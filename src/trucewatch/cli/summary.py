"""cli: a run in a few lines for the person at the terminal."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from trucewatch.model import Agreement, Finding, Record
from trucewatch.model.finding import POTENTIAL


def text(record: Record, out: Path) -> str:
    """Counts, how each term stands, how many accounts disagree, and where the report lies."""
    counts = record.run.counts
    lines = [
        f"Reports {counts['reports']}, claims {counts['claims']}, incidents {counts['incidents']}, "
        f"of these {_disagreements(record)} with accounts that disagree; rejected {counts['rejected']}."
    ]
    if record.run.held_back:
        lines.append(f"Reports held back because they came after {record.run.as_of}: {len(record.run.held_back)}.")
    if record.run.edge_reports:
        lines.append(f"Reports let in that may have come after {record.run.as_of}: {len(record.run.edge_reports)}.")
    for agreement in record.agreements:
        lines += ["", f"{agreement.title} ({agreement.id})", *_terms(agreement, record.findings)]
    if (out / "report.html").is_file():
        lines += ["", f"The report: {out / 'report.html'}"]
    return "\n".join(lines)


def _disagreements(record: Record) -> int:
    return sum(
        any(item.kind == "disagree" for item in incident.disagreements)
        or any(figure.relation == "disagree" for figure in incident.figures)
        for incident in record.incidents
        if incident.merged_into is None
    )


def _terms(agreement: Agreement, findings: tuple[Finding, ...]) -> list[str]:
    held = [finding for finding in findings if finding.agreement == agreement.id]
    width = max((len(provision.id) for provision in agreement.provisions), default=0)
    return [
        f"  {provision.id:<{width}}  {provision.title}: {_standing([f for f in held if f.provision == provision.id])}"
        for provision in agreement.provisions
        if any(finding.provision == provision.id for finding in held)
    ]


def _standing(findings: list[Finding]) -> str:
    """Labels with their counts; what people are shown as a potential violation says so."""
    counted = Counter(finding.label for finding in findings)
    return ", ".join(
        f"{label.replace('_', ' ')} {count}" + (" (potential violation)" if label in POTENTIAL else "")
        for label, count in sorted(counted.items())
    )
