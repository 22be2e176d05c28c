"""store: the record of what was known at an instant K, as a run over the same reports gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from trucewatch import assess, coverage, resolve
from trucewatch.known import Cut, KnownBy, cut
from trucewatch.model import Claim, Finding, Incident, Lineage, Record
from trucewatch.pipeline import Options, about
from trucewatch.store.held import Held, held
from trucewatch.store.knowledge import Knowledge, loaded
from trucewatch.store.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """Which knowledge is asked for: what had appeared (or been retrieved) by `as_of`, as the store stood after `held`.

    `held` is the number of a change or an instant; None is now. With it, an old report is made again byte for byte even
    when reports of those days came in late.
    """

    as_of: str | None = None
    known_by: KnownBy = "published"
    held: int | str | None = None


NOW = Known()


def record(store: Store, asked: Known = NOW) -> Record:
    """Everything that was known: what `run` gives over the same reports, judgements and agreements."""
    kept = held(store, asked.held)
    with store.reading() as connection, loaded(connection, kept.n) as knowledge:
        return _record(kept, asked, knowledge)


def _record(kept: Held, asked: Known, knowledge: Knowledge) -> Record:
    let_in = cut(kept.reports(), asked.as_of, asked.known_by)
    ids = {report.id for report in let_in.reports}
    judged = kept.judgements()
    laid = resolve.corrected([claim for claim in kept.claims() if claim.report in ids], judged)
    claims = laid.claims
    links = resolve.lineage(claims, let_in.reports)
    if asked.as_of is None:
        incidents, findings = kept.incidents(), kept.findings()
    else:
        incidents, findings = _stood_at(asked.as_of, let_in, claims, judged, links, knowledge)
    held_back = set(let_in.held_back)
    made: dict[str, tuple[Any, ...]] = {
        "reports": let_in.reports,
        "claims": claims,
        "incidents": incidents,
        "findings": findings,
        "rejected": (
            *(item for item in kept.rejected() if item.source not in held_back),
            *laid.rejected,
        ),
    }
    seen = coverage.rows(let_in.reports, claims)
    options = _options(asked, knowledge)
    run = replace(about(options, let_in, knowledge.stack, made), agreements=knowledge.asked)
    return Record(
        reports=let_in.reports, claims=claims, incidents=incidents, findings=findings, rejected=made["rejected"],
        agreements=knowledge.stack, coverage=seen, run=run, lineage=links,
        terms=tuple(assess.reported_terms(claims, let_in.reports, knowledge.stack)),
    )  # fmt: skip


def _stood_at(
    as_of: str,
    let_in: Cut,
    claims: Sequence[Claim],
    judged: Sequence[resolve.Judgement],
    links: Sequence[Lineage],
    knowledge: Knowledge,
) -> tuple[tuple[Incident, ...], tuple[Finding, ...]]:
    """What stood at an instant, worked out over the reports let in."""
    incidents = resolve.incidents(claims, let_in.reports, judged, links)
    findings = assess.findings(
        incidents,
        claims,
        let_in.reports,
        knowledge.stack,
        valid=as_of,
        known=as_of,
        profile=knowledge.profile,
        links=links,
        coverage=knowledge.coverage,
    )
    return tuple(incidents), tuple(findings)


def _options(asked: Known, knowledge: Knowledge) -> Options:
    return Options(
        agreements=knowledge.asked,
        as_of=asked.as_of,
        known_by=asked.known_by,
        gazetteers=knowledge.gazetteers,
        actors=knowledge.actors,
        profile=knowledge.profile_file,
    )
