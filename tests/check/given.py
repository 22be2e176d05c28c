"""What the checker is given: a record, the cases beside an agreement, a small world."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from tests.assess.test_laws import NOW, PROFILE
from tests.assess.worlds import Told
from tests.factories import a_report
from trucewatch.assess import findings, load_agreement, load_profile
from trucewatch.assess.cases import CASES, Cases
from trucewatch.assess.text.load import folder
from trucewatch.assess.text.strictyaml import read
from trucewatch.assess.told import incident, reports
from trucewatch.check import Given, Standard
from trucewatch.model import ActorRole, Agreement, Claim, Coverage, Finding, Incident, Record


def of_record(record: Record) -> Given:
    """A record as the checker takes it."""
    standard = Standard.of(load_profile())
    parts = record.findings, record.incidents, record.claims, record.reports, record.agreements
    return Given(*parts, standard, lineage=record.lineage)


def of_world(world: Iterable[Told], agreement: Agreement, now: str = NOW) -> Given:
    """A small world, each claim in a report of its own, and the findings on it."""
    world = list(world)
    incidents = [one for one, _ in world]
    claims = [_whole(claim, one) for one, group in world for claim in group]
    told = [a_report(f"r_{claim.id}", text=claim.quote, published="2031-04-01") for claim in claims] or [a_report()]
    made = findings(incidents, claims, told, [agreement], valid=now, known=now, profile=PROFILE)
    return Given(made, incidents, claims, told, [agreement], Standard.of(PROFILE))


def _whole(claim: Claim, incident: Incident) -> Claim:
    """The claim with everybody whom its incident names, the nameless too."""
    cast = tuple(ActorRole(one.role, one.text, one.id, one.basis) for one in incident.actors)
    return dataclasses.replace(claim, report=f"r_{claim.id}", actors=cast)


def of_cases(name: str) -> Iterator[tuple[str, Given]]:
    """Every case beside a packaged agreement, by its name."""
    agreement, profile = load_agreement(name), load_profile()
    for case in Cases.model_validate(read(folder(name) / CASES).data).cases:
        pairs = [incident(told.model_dump(by_alias=False), at) for at, told in enumerate(case.incidents)]
        incidents, claims = [one for one, _ in pairs], [claim for _, group in pairs for claim in group]
        seen = [Coverage(w.who, tuple(w.types), w.from_, w.to, w.zone) for w in case.coverage]
        told = reports(claims, case.as_of)
        made = findings(
            incidents, claims, told, [agreement], valid=case.as_of, known=case.as_of, coverage=seen, profile=profile
        )
        yield case.name, Given(made, incidents, claims, told, [agreement], Standard.of(profile), seen)


def of_told(text: Agreement, provision: str, label: str) -> Finding:
    """A finding with a label and nothing else."""
    kinds = {term.id: term.kind for term in text.provisions}
    return Finding(f"f_{provision}", text.id, text.hash, "", provision, kinds[provision], label)  # type: ignore[arg-type]
