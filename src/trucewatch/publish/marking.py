"""publish: the handling that reports ask for (Traffic Light Protocol 2.0): of several, the strictest holds."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model import Incident, Report
from trucewatch.publish.index import Index

MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def strictest_of(reports: Iterable[Report]) -> str | None:
    """The strictest marking that a report carries, or None when none carries one."""
    found = [report.marking for report in reports if report.marking]
    return max(found, key=MARKINGS.index) if found else None


def marking_of(incident: Incident, ix: Index) -> str | None:
    """The strictest marking of the reports that tell of an incident."""
    return strictest_of(ix.reports[id_] for id_ in incident.reports if id_ in ix.reports)
