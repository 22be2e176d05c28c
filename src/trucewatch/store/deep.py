"""store: whether what stands is what working everything out at once would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch import assess, resolve
from trucewatch.model import Finding, Incident
from trucewatch.store.fault import Fault
from trucewatch.store.held import held
from trucewatch.store.knowledge import loaded
from trucewatch.store.store import Store


def deep(store: Store) -> Iterator[Fault]:
    """Where the standing incidents and findings differ from those of one run over all that is held.

    Changes join what stands, and take over what they do not touch; this takes nothing over.
    """
    kept = held(store)
    with store.reading() as connection, loaded(connection, kept.n) as knowledge:
        reports, judged = kept.reports(), kept.judgements()
        claims = resolve.corrected(kept.claims(), judged).claims
        links = resolve.lineage(claims, reports)
        incidents = resolve.incidents(claims, reports, judged, links)
        findings = assess.findings(
            incidents, claims, reports, knowledge.stack,
            profile=knowledge.profile, coverage=knowledge.coverage, links=links,
        )  # fmt: skip
    yield from _parted("incident", kept.incidents(), incidents)
    yield from _parted("finding", _timeless(kept.findings()), _timeless(findings))


def _timeless(findings: Sequence[Finding]) -> list[Finding]:
    """Without the instants, which stand in the log once for all."""
    return [replace(one, as_of={}) for one in findings]


def _parted(
    what: str, standing: Sequence[Incident] | Sequence[Finding], made: Sequence[Incident] | Sequence[Finding]
) -> Iterator[Fault]:
    here, there = ({one.id: one for one in things} for things in (standing, made))
    for name in sorted(here.keys() | there.keys()):
        if name not in there:
            yield Fault(f"{what} {name}", "it stands, and a run over all that is held does not give it")
        elif name not in here:
            yield Fault(f"{what} {name}", "a run over all that is held gives it, and it does not stand")
        elif here[name] != there[name]:
            yield Fault(f"{what} {name}", "it says something else than a run over all that is held gives")
