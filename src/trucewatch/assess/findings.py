"""assess: findings of every agreement: pure, and the same whatever the order of what comes in."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from trucewatch.assess import power, prohibition
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.questions import Questions
from trucewatch.assess.case import Case
from trucewatch.assess.duties import obligation
from trucewatch.assess.duties.excuse import excused
from trucewatch.assess.evidence import Evidence, gather, root_of
from trucewatch.assess.made import finding
from trucewatch.assess.memory import Brief, Memory
from trucewatch.assess.profile import Profile, load_profile
from trucewatch.assess.seal import sealed
from trucewatch.assess.text.quantity import iso, start_of
from trucewatch.assess.text.superseded import ended
from trucewatch.model import Agreement, Claim, Coverage, Finding, Incident, Lineage, Provision, Report
from trucewatch.model.lineage import origins
from trucewatch.undisturbed import undisturbed


def findings(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    reports: Iterable[Report],
    agreements: Iterable[Agreement],
    *,
    valid: str | None = None,
    known: str | None = None,
    profile: Profile | None = None,
    coverage: Sequence[Coverage] = (),
    links: Iterable[Lineage] = (),
    memory: Memory | None = None,
) -> list[Finding]:
    """Hold every provision against what was known.

    `valid` is the instant at which terms stand (ISO 8601), `known` the one by which the evidence given was known; each
    stands in for the other, and the last date of the reports for both. The order of incidents does not count. Without
    `coverage`, no silence of the reports is taken for proof. `links` is the lineage of the reports, by which roots are
    counted; without it each claim counts by the root it names or by its outlet. A text that another of them supersedes
    ends when that one enters into force. With a `memory`, findings that stand as they stood before are left out: the
    others, and those in `memory.stands`, are together what there would be without it.
    """
    told, read = list(claims), list(reports)
    last = known or valid or _last(read)
    instants, standard = (valid or last, known or last), profile or load_profile()
    with undisturbed():
        evidence = gather(incidents, told, read, origins(told, links))
        return [
            one
            for agreement in ended(agreements)
            for one in _of(agreement, evidence, told, read, instants, standard, coverage, memory)
        ]


def _of(
    agreement: Agreement,
    evidence: list[Evidence],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    instants: tuple[str | None, str | None],
    profile: Profile,
    coverage: Sequence[Coverage],
    memory: Memory | None,
) -> Iterator[Finding]:
    case = Case(
        agreement=agreement,
        profile=profile,
        valid=instants[0],
        known=instants[1],
        reports_from=min(
            (edge for edge in (_edges(report.published)[0] for report in reports) if edge is not None), default=None
        ),
        roots=len({root_of(claim) for claim in claims}),
        reports=len(reports),
        evidence=evidence,
        coverage=coverage,
    )
    as_of = {"valid": case.valid, "known": case.known}
    made, recalled = _held(Questions(Columns(case, evidence)), memory)
    if memory is not None:
        memory.as_of = as_of
    for one in sealed(excused(made, case, recalled), evidence, claims):
        yield one if one.as_of == as_of else replace(one, as_of=as_of)


def _held(questions: Questions, memory: Memory | None) -> tuple[list[Finding], list[Brief]]:
    """Findings made now, and those that stand from before."""
    made: list[Finding] = []
    recalled: list[Brief] = []
    for item in questions.columns.case.agreement.provisions:
        if item.kind == "prohibition":
            held = prohibition.findings(item, questions, memory)
            made += held.made
            recalled += held.recalled
        else:
            made += _whole(item, questions.columns.case)
    return made, recalled


def _whole(provision: Provision, case: Case) -> Iterator[Finding]:
    """Findings of a term that is held against everything at once."""
    if provision.kind == "obligation":
        yield from obligation.findings(provision, case)
    elif provision.kind == "power":
        yield from power.findings(provision, case)
    elif provision.kind == "principle":
        yield finding(case, provision, "not_evaluable", why=("A principle, which no event can fulfil or break.",))


def _last(reports: Sequence[Report]) -> str | None:
    ends = [edge for edge in (_edges(report.published)[1] for report in reports) if edge is not None]
    return iso(max(ends)) if ends else None


@functools.lru_cache(maxsize=65536)
def _edges(published: str | None) -> tuple[datetime | None, datetime | None]:
    """The earliest and latest instant at which a report may have appeared; whole days and months in UTC."""
    if not published:
        return None, None
    first, _, second = published.partition("/")
    low = None if first in ("", "..") else _moment(first)
    high = None if second == ".." else _moment(second or first)
    return low, high


def _moment(text: str) -> datetime:
    if len(text) <= 10:
        parts = [int(part) for part in text.split("-")] + [1, 1]
        return start_of(datetime(parts[0], parts[1], parts[2], tzinfo=UTC).date(), UTC)
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
