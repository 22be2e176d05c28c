"""coverage: what the reports could see, as counts per day, language, source, root and side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from trucewatch.actors import side_of
from trucewatch.model import Claim, CoverageRow, Report


def rows(reports: Iterable[Report], claims: Sequence[Claim]) -> tuple[CoverageRow, ...]:
    """One row for each report's day, language, source, and the roots and sides that its claims come from.

    A report without any claim keeps a row of its own, so that silence is seen as silence.
    """
    told: dict[str, Counter[tuple[str | None, str]]] = {}
    for claim in claims:
        told.setdefault(claim.report, Counter())[claim.root, side_of(claim)] += 1
    counted: Counter[tuple[str, str, str, str, str]] = Counter()
    seen: dict[tuple[str, str, str, str, str], set[str]] = {}
    for report in reports:
        for (root, side), count in (told.get(report.id) or Counter({(None, ""): 0})).items():
            key = (_day(report) or "", report.language or "", report.source or "", root or "", side)
            counted[key] += count
            seen.setdefault(key, set()).add(report.id)
    return tuple(_row(key, len(seen[key]), counted[key]) for key in sorted(seen))


def _row(key: tuple[str, str, str, str, str], reports: int, claims: int) -> CoverageRow:
    day, language, source, root, side = (part or None for part in key)
    return CoverageRow(reports, claims, day=day, language=language, source=source, root=root, side=side)


def _day(report: Report) -> str | None:
    """The day a report appeared, or None where its date does not fix one."""
    text = report.published or ""
    return text[:10] if len(text) >= 10 and "/" not in text else None
