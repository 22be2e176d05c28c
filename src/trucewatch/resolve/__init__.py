"""resolve: which claims are about one thing, why, and where they part."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from trucewatch.model import Claim, Incident, Lineage, Report
from trucewatch.resolve.clock import bounded, publication, weekdays
from trucewatch.resolve.cluster import groups
from trucewatch.resolve.correct import correct, corrected
from trucewatch.resolve.judgement import Judgement, decided
from trucewatch.resolve.lineage import lineage
from trucewatch.resolve.merge import incident
from trucewatch.resolve.roots import Root, roots, roots_of
from trucewatch.resolve.stories import stories
from trucewatch.resolve.subject import Subject, subject

__all__ = ["Judgement", "Root", "correct", "corrected", "incidents", "lineage", "roots"]


def incidents(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    judgements: Iterable[Judgement] = (),
    links: Iterable[Lineage] | None = None,
) -> list[Incident]:
    """Group claims into incidents, earliest first. Every claim lies in exactly one; order of input is no matter.

    `links` is the lineage of the reports where it has been found already.
    """
    with _seldom_collected():
        return _incidents(claims, reports, judgements, links)


def _incidents(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    judgements: Iterable[Judgement],
    links: Iterable[Lineage] | None,
) -> list[Incident]:
    known = {report.id: report for report in reports}
    origin = roots_of(claims, lineage(claims, reports) if links is None else links)
    people = decided(judgements)
    ready = [_ready(claim, known.get(claim.report), origin[claim.id]) for claim in claims]
    made = groups(ready, people, stories(known.values(), ready))
    first = {id(group): min(s.sort_key for s in group.members) for group in made}
    return [incident(group, people, origin) for group in sorted(made, key=lambda group: first[id(group)])]


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for rings of garbage seldom: what is made here goes in none, and looking costs a seventh of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _ready(claim: Claim, report: Report | None, origin: Root) -> Subject:
    published = publication(report.published if report else None)
    return subject(bounded(claim, report), published, origin.name, weekdays(claim, report))
