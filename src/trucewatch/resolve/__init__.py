"""resolve: which claims are about one thing, why, and where they part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.model import Claim, Incident, Lineage, Report
from trucewatch.resolve.candidates import in_order
from trucewatch.resolve.cluster import Edge, edges, joined
from trucewatch.resolve.columns import Columns
from trucewatch.resolve.correct import correct, corrected
from trucewatch.resolve.judgement import Decided, Judgement, decided
from trucewatch.resolve.lineage import lineage
from trucewatch.resolve.merge import incident
from trucewatch.resolve.ready import ready
from trucewatch.resolve.roots import Root, roots, roots_of
from trucewatch.resolve.stories import Stories, stories
from trucewatch.resolve.subject import Subject
from trucewatch.undisturbed import undisturbed

__all__ = [
    "Decided",
    "Grouped",
    "Judgement",
    "Root",
    "correct",
    "corrected",
    "grouped",
    "incident",
    "incidents",
    "lineage",
    "roots",
]


def incidents(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    judgements: Iterable[Judgement] = (),
    links: Iterable[Lineage] | None = None,
) -> list[Incident]:
    """Group claims into incidents, earliest first. Every claim lies in exactly one; order of input is no matter.

    `links` is the lineage of the reports where it has been found already.
    """
    return list(grouped(claims, reports, judgements, links).incidents)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Incidents, and all that they were made from: subjects, roots, what is told of reports, and the edges."""

    incidents: tuple[Incident, ...]
    reports: Sequence[Report]
    subjects: Sequence[Subject]
    origin: Mapping[str, Root]
    told: Stories
    edges: Sequence[Edge]


def grouped(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    judgements: Iterable[Judgement] = (),
    links: Iterable[Lineage] | None = None,
) -> Grouped:
    """As `incidents`, with what a store needs so that other claims can join them."""
    with undisturbed():
        known = {report.id: report for report in reports}
        origin = roots_of(claims, lineage(claims, reports) if links is None else links)
        people = decided(judgements)
        subjects = in_order(ready(claim, known.get(claim.report), origin[claim.id]) for claim in claims)
        told, columns = stories(known.values(), subjects), Columns(subjects)
        found = edges(subjects, told, columns)
        made = joined({subject.id: subject for subject in subjects}, found, people, told, columns.compare)
        first = {id(group): min(s.sort_key for s in group.members) for group in made}
        ordered = sorted(made, key=lambda group: first[id(group)])
        merged = tuple(incident(group, people, origin) for group in ordered)
        return Grouped(merged, list(known.values()), subjects, origin, told, found)
