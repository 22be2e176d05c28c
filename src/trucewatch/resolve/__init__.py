"""resolve: which claims are about one thing, why, and where they part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.model import Claim, Incident, Report
from trucewatch.resolve.clock import bounded, publication
from trucewatch.resolve.cluster import groups
from trucewatch.resolve.correct import correct, corrected
from trucewatch.resolve.judgement import Judgement, decided
from trucewatch.resolve.merge import incident
from trucewatch.resolve.roots import Root, roots
from trucewatch.resolve.stories import stories
from trucewatch.resolve.subject import Subject, subject

__all__ = ["Judgement", "Root", "correct", "corrected", "incidents", "roots"]


def incidents(
    claims: Sequence[Claim], reports: Sequence[Report], judgements: Iterable[Judgement] = ()
) -> list[Incident]:
    """Group claims into incidents, earliest first. Every claim lies in exactly one; order of input is no matter."""
    known = {report.id: report for report in reports}
    origin = roots(claims, reports)
    people = decided(judgements)
    ready = [_ready(claim, known.get(claim.report), origin[claim.id]) for claim in claims]
    made = groups(ready, people, stories(reports))
    first = {id(group): min(s.sort_key for s in group.members) for group in made}
    return [incident(group, people, origin) for group in sorted(made, key=lambda group: first[id(group)])]


def _ready(claim: Claim, report: Report | None, origin: Root) -> Subject:
    published = publication(report.published if report else None)
    return subject(bounded(claim, report), published, origin.name)
