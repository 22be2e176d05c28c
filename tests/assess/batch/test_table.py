"""Facets as columns give what the evaluator gives one by one."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.worlds import Told, told, truce
from tests.factories import a_report
from trucewatch.assess import available, findings, load_agreement, load_profile
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.table import Table, table
from trucewatch.assess.case import Case
from trucewatch.assess.cases import told_in
from trucewatch.assess.evidence import gather
from trucewatch.assess.labels import FACETS
from trucewatch.model import Agreement, Claim, Finding, Incident

NOW = "2031-04-20T00:00:00Z"
PROFILE = load_profile()


def columns(incidents: Sequence[Incident], claims: Sequence[Claim], agreement: Agreement, now: str) -> Columns:
    evidence = gather(incidents, claims)
    return Columns(tuple(evidence), Case(agreement, PROFILE, now, now, evidence=evidence))


def lines(found: Table, held: Columns) -> dict[str, str]:
    return dict(zip((held.evidence[row].incident.id for row in found.rows), found.letters(), strict=True))


def one_by_one(made: Sequence[Finding], provision: str) -> dict[str, str]:
    """What the evaluator says of each event, by incident."""
    events = [f for f in made if f.provision == provision and set(f.facets) == set(FACETS) and f.incident]
    return {str(f.incident): "".join(f.facets[name].value for name in FACETS) for f in events}


def digest(values: dict[str, str]) -> str:
    return hashlib.sha256(repr(sorted(values.items())).encode()).hexdigest()


def same(incidents: Sequence[Incident], claims: Sequence[Claim], agreement: Agreement, now: str) -> int:
    """Hold both ways beside each other, by content hash; how many rows were compared."""
    made = findings(incidents, claims, [a_report()], [agreement], valid=now, known=now, profile=PROFILE)
    held = columns(incidents, claims, agreement, now)
    compared = 0
    for provision in agreement.provisions:
        if provision.kind == "prohibition":
            batch, single = lines(table(provision, held), held), one_by_one(made, provision.id)
            assert digest(batch) == digest(single), (provision.id, batch, single)
            compared += len(single)
    return compared


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 6).flatmap(lambda n: st.tuples(*(told(number=at) for at in range(n)))))
def test_random_incidents_get_the_same_facets(world: Sequence[Told]) -> None:
    same([one for one, _ in world], [claim for _, group in world for claim in group], truce(), NOW)


@functools.cache
def compared_in(name: str) -> int:
    agreement = load_agreement(name)
    return sum(same(incidents, claims, agreement, now) for now, incidents, claims in told_in(name))


@pytest.mark.parametrize("name", available())
def test_the_cases_of_every_agreement_get_the_same_facets(name: str) -> None:
    assert compared_in(name) > 0


def test_only_rows_without_a_false_facet_survive() -> None:
    agreement = load_agreement("idlib-2020")
    for now, incidents, claims in told_in("idlib-2020"):
        held = columns(incidents, claims, agreement, now)
        for provision in agreement.provisions:
            if provision.kind == "prohibition":
                found = table(provision, held)
                kept = {held.evidence[row].incident.id for row in found.survivors}
                assert kept == {name for name, letters in lines(found, held).items() if "F" not in letters}
