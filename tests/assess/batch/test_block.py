"""Provisions held against all incidents at once say what was said of them one by one, to the last letter."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.assess.told import events, hundred
from tests.assess.dated_truce import CONDITIONS, VERSIONS, dated_truce
from tests.assess.one_by_one import one_by_one
from tests.assess.worlds import Told, told, truce
from tests.factories import a_report
from trucewatch.assess import Profile, available, findings, load_agreement, load_profile
from trucewatch.assess.batch.block import block
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.questions import Questions
from trucewatch.assess.case import Case
from trucewatch.assess.cases import told_in
from trucewatch.assess.evidence import gather
from trucewatch.assess.prohibition import counts
from trucewatch.assess.seal import sealed
from trucewatch.model import Agreement, Claim, Finding, Incident

NOW = "2031-04-20T00:00:00Z"
PROFILE = load_profile()
STRICT = replace(
    PROFILE, min_roots=3, self_denial_disputes=True, time_share=0.5, hash="strict", undated_within_days=5,
    reliability={"monitor a": "B", "nor": "D"}, least_reliability="C",
)  # fmt: skip


def both(
    incidents: Sequence[Incident], claims: Sequence[Claim], agreement: Agreement, now: str, profile: Profile = PROFILE
) -> tuple[list[Finding], list[Finding]]:
    """What `assess` finds about single incidents, and what asking each by itself does."""
    made = findings(incidents, claims, [a_report()], [agreement], valid=now, known=now, profile=profile)
    forbidden = {item.id for item in agreement.provisions if item.kind == "prohibition"}
    evidence = gather(incidents, claims, [a_report()], {})
    case = Case(agreement, profile, now, now, evidence=evidence)
    return [f for f in made if f.incident and f.provision in forbidden], one_by_one(case, evidence, claims)


def same(
    incidents: Sequence[Incident], claims: Sequence[Claim], agreement: Agreement, now: str, profile: Profile = PROFILE
) -> int:
    """Hold both beside each other, hashes and all; how many there were."""
    fast, slow = both(incidents, claims, agreement, now, profile)
    assert [one.hash for one in fast] == [one.hash for one in slow]
    assert fast == slow
    return len(slow)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 6).flatmap(lambda n: st.tuples(*(told(number=at) for at in range(n)))), st.booleans())
def test_random_incidents_get_the_same_findings(world: Sequence[Told], strict: bool) -> None:
    claims = [claim for _, group in world for claim in group]
    same([one for one, _ in world], claims, truce(), NOW, STRICT if strict else PROFILE)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 6).flatmap(lambda n: st.tuples(*(told(number=at) for at in range(n)))),
    st.booleans(),
    st.sampled_from(CONDITIONS),
)
def test_lines_with_dated_versions_give_the_same_findings(world: Sequence[Told], strict: bool, where: str) -> None:
    claims = [claim for _, group in world for claim in group]
    same([one for one, _ in world], claims, dated_truce(VERSIONS, where), NOW, STRICT if strict else PROFILE)


@functools.cache
def compared_in(name: str) -> int:
    agreement = load_agreement(name)
    return sum(same(incidents, claims, agreement, now) for now, incidents, claims in told_in(name))


@pytest.mark.parametrize("name", available())
def test_the_cases_of_every_agreement_get_the_same_findings(name: str) -> None:
    assert compared_in(name) > 0


@pytest.mark.parametrize("name", ["idlib-2018", "idlib-2020", "astana-2017"])
@pytest.mark.parametrize("profile", [PROFILE, STRICT], ids=["default", "strict"])
def test_made_up_reporting_gets_the_same_findings(name: str, profile: Profile) -> None:
    incidents, claims, _ = events(400, 3)
    assert same(incidents, claims, load_agreement(name), "2021-06-01", profile) > 100


def test_a_hundred_provisions_get_the_same_findings() -> None:
    incidents, claims, _ = events(60, 5)
    fast, slow = both(incidents, claims, hundred(), "2021-06-01")
    assert fast == slow
    assert len({one.label for one in slow}) > 4


def test_the_line_joined_of_pieces_is_the_line_of_the_whole() -> None:
    incidents, claims, _ = events(300, 11)
    fast, _ = both(incidents, claims, load_agreement("idlib-2020"), "2021-06-01", STRICT)
    bare = [replace(one, hash="", evidence_hash="") for one in fast]
    assert list(sealed(bare, gather(incidents, claims, [a_report()], {}), claims)) == fast
    assert any(one.grades for one in fast)


def test_labels_alone_are_those_of_the_findings() -> None:
    incidents, claims, reports = events(500, 9)
    text = hundred(12)
    evidence = gather(incidents, claims, reports, {})
    questions = Questions(Columns(Case(text, PROFILE, "2021-06-01", "2021-06-01", evidence=evidence), evidence))
    whole = Questions(Columns(questions.columns.case, evidence))
    for provision in text.provisions:
        act = questions.columns.case.act(provision)
        if provision.kind == "prohibition" and act is not None:
            rows = questions.columns.told.nonzero()[0]
            held = block(provision, act, whole, rows)
            assert block(provision, act, questions, rows).labels == [one.label for one in held.findings()]
            assert sum(counts(provision, questions).values()) > 50


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.data())
def test_a_part_of_the_incidents_gets_what_it_gets_among_all(seed: int, data: st.DataObject) -> None:
    incidents, claims, _ = events(40, seed)
    text = load_agreement("idlib-2020")
    everything = {one.id: one.hash for one in both(incidents, claims, text, "2021-06-01")[0]}
    some = data.draw(st.lists(st.sampled_from(incidents), max_size=20, unique_by=lambda one: one.id))
    for one in both(some, claims, text, "2021-06-01")[0]:
        assert everything[one.id] == one.hash
