"""model: a record is everything one run knows; `publish` shows it and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.model.agreement import Agreement
from trucewatch.model.claim import Claim
from trucewatch.model.finding import Finding
from trucewatch.model.incident import Incident
from trucewatch.model.lineage import Lineage
from trucewatch.model.report import Rejected, Report
from trucewatch.model.reported import ReportedTerm


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many reports of one day, language, source and root there were: what the reports could see."""

    reports: int
    claims: int
    day: str | None = None
    language: str | None = None
    source: str | None = None
    root: str | None = None
    side: str | None = None
    """`party`, `monitor`, `agency`, `outlet` or None; never a judgement of trust."""


@dataclass(frozen=True, slots=True)
class RunInfo:
    """How a record came about: versions, hashes, options and counts."""

    version: str
    as_of: str | None = None
    known_by: str = "published"
    agreements: tuple[str, ...] = ()
    hashes: dict[str, str] = field(default_factory=dict)
    options: dict[str, object] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    edge_reports: tuple[str, ...] = ()
    """Reports let in only by the earliest edge of their publication interval."""
    held_back: tuple[str, ...] = ()
    """Reports that `as_of` cut off."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one run knows, in the order of the reports."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...]
    coverage: tuple[CoverageRow, ...]
    rejected: tuple[Rejected, ...]
    run: RunInfo
    lineage: tuple[Lineage, ...] = ()
    """Who took it from whom, in the order of the reports."""
    terms: tuple[ReportedTerm, ...] = ()
    """What claims say that the agreements contain, beside the texts."""
