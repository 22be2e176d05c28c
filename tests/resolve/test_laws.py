"""resolve: laws of grouping: order, doubles and arrival change nothing, and swapped parties mirror the incidents."""

from __future__ import annotations

import dataclasses
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.grouping.truce import Truce, truce
from trucewatch.model import Claim, Figure
from trucewatch.resolve import incidents

SWAPPED = {"SYR.army": "TUR.army", "TUR.army": "SYR.army"}


def of(given_: Truce) -> list[frozenset[str]]:
    return [frozenset(incident.claims) for incident in incidents(given_.claims, given_.reports)]


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(1, 50), random=st.randoms(use_true_random=False))
def test_shuffled_input_gives_the_same_incidents(seed: int, random: object) -> None:
    made = truce(60, seed)
    claims, reports = list(made.claims), list(made.reports)
    random.shuffle(claims)  # type: ignore[attr-defined]
    random.shuffle(reports)  # type: ignore[attr-defined]
    assert incidents(claims, reports) == incidents(made.claims, made.reports)


@settings(deadline=None, max_examples=15)
@given(st.integers(1, 50))
def test_claims_and_reports_given_twice_change_no_group(seed: int) -> None:
    made = truce(60, seed)
    doubled = Truce(made.claims * 2, made.reports * 2, made.truth)
    assert {frozenset(group) for group in of(doubled)} == set(of(made))


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(1, 50), cut=st.integers(1, 40))
def test_reports_that_arrive_in_two_parts_give_what_they_give_at_once(seed: int, cut: int) -> None:
    made = truce(60, seed)
    late = {report.id for report in made.reports[cut:]}
    by_arrival = sorted(made.claims, key=lambda claim: claim.report in late)
    reports = [*made.reports[cut:], *made.reports[:cut]]
    assert incidents(by_arrival, reports) == incidents(made.claims, made.reports)


@settings(deadline=None, max_examples=15)
@given(st.integers(1, 50))
def test_every_claim_lies_in_exactly_one_incident(seed: int) -> None:
    made = truce(60, seed)
    assert sorted(itertools.chain.from_iterable(of(made))) == sorted(claim.id for claim in made.claims)


@settings(deadline=None, max_examples=15)
@given(st.integers(1, 50))
def test_swapped_parties_give_the_same_groups(seed: int) -> None:
    made = truce(60, seed)
    mirrored = Truce([_mirrored(claim) for claim in made.claims], made.reports, made.truth)
    assert set(of(mirrored)) == set(of(made))


def _mirrored(claim: Claim) -> Claim:
    actors = tuple(dataclasses.replace(a, id=_swap(a.id), text=_swap(a.text) or "") for a in claim.actors)
    return dataclasses.replace(claim, actors=actors, figures=tuple(map(_counting_the_other, claim.figures)))


def _counting_the_other(figure: Figure) -> Figure:
    return dataclasses.replace(figure, population=_swap(figure.population))


def _swap(name: str | None) -> str | None:
    return SWAPPED.get(name or "", name)
