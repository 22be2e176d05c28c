"""cli: a run in a few lines for the person at the terminal."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from trucewatch import ledger
from trucewatch.model import Agreement, Finding, Record
from trucewatch.model.finding import POTENTIAL


def text(record: Record, out: Path) -> str:
    """What is known in a few lines, and where the report lies."""
    return f"{standing(record)}\n\nThe report: {(out / 'report.html').as_posix()}"


def standing(record: Record) -> str:
    """Counts, on how many points accounts part, and how each term stands."""
    counts, parted = record.run.counts, ledger.counts(record)
    points = "point" if parted.real == 1 else "points"
    lines = [
        f"Reports {counts['reports']}, claims {counts['claims']}, incidents {counts['incidents']}; "
        f"rejected {counts['rejected']}.",
        f"Accounts part on {parted.real} {points} and only seem to on {parted.apparent}.",
    ]
    if record.run.held_back:
        lines.append(f"Reports held back because they came after {record.run.as_of}: {len(record.run.held_back)}.")
    if record.run.edge_reports:
        lines.append(f"Reports let in that may have come after {record.run.as_of}: {len(record.run.edge_reports)}.")
    for agreement in record.agreements:
        lines += ["", f"{agreement.title} ({agreement.id})", *_terms(agreement, record.findings)]
    return "\n".join(lines)


def _terms(agreement: Agreement, findings: tuple[Finding, ...]) -> list[str]:
    """One line for each term that something is known of, and one for all the others."""
    held = [finding for finding in findings if finding.agreement == agreement.id]
    terms = [(p, [f for f in held if f.provision == p.id]) for p in agreement.provisions]
    known = [(p, found) for p, found in terms if {f.label for f in found} - {"not_evaluable"}]
    width = max((len(provision.id) for provision, _ in known), default=0)
    lines = [f"  {p.id:<{width}}  {p.title}: {_standing(found)}" for p, found in known]
    rest = [p.id for p, found in terms if found and (p, found) not in known]
    return [*lines, f"  not evaluable from these reports: {', '.join(rest)}"] if rest else lines


def _standing(findings: list[Finding]) -> str:
    """Labels with their counts; what people are shown as a potential violation says so."""
    counted = Counter(finding.label for finding in findings)
    return ", ".join(
        f"{label.replace('_', ' ')} {count}" + (" (potential violation)" if label in POTENTIAL else "")
        for label, count in sorted(counted.items())
    )
