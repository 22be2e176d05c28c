"""resolve: a claim with what follows from its report and its root, ready for comparison."""

from __future__ import annotations

from trucewatch.model import Claim, Report
from trucewatch.resolve.clock import bounded, publication, undated, weekdays
from trucewatch.resolve.roots import Root
from trucewatch.resolve.subject import Subject, subject


def ready(claim: Claim, report: Report | None, origin: Root) -> Subject:
    """The subject of a claim."""
    published = publication(report.published if report else None)
    return subject(
        bounded(claim, report), published, origin.name, weekdays(claim, report), undated=undated(claim, report)
    )
