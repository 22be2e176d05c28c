"""resolve: the five articles, extracted by hand, grouped as they should be. Runs where the articles lie."""

from __future__ import annotations

import functools

import pytest

from bench.seeds_oracle import seeds
from trucewatch.model import Incident
from trucewatch.resolve import incidents

pytestmark = pytest.mark.seeds


@functools.cache
def found() -> dict[str, Incident]:
    """Row of the table -> its incident."""
    return {claim: incident for incident in incidents(*seeds()) for claim in incident.claims}


def rows(incident: Incident, field: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(row.kind, row.claims) for row in incident.disagreements if row.field == field}


def test_the_strike_of_27_february_is_one_event_with_33_against_34() -> None:
    strike = found()["S1-027"]
    assert set(strike.claims) - {"S3-041"} == {"S0-052", "S1-027", "S3-007", "S4-028"}
    assert strike.time is not None
    assert (strike.kind, strike.time.start) == ("event", "2020-02-27")
    (killed,) = strike.figures
    assert (killed.relation, killed.low, killed.high, killed.best) == ("disagree", 33, 34, None)
    assert rows(strike, "time") == {("disagree", ("S1-027", "S4-028"))}
    assert strike.responsibility == "alleged"


def test_totals_and_two_more_are_facts_of_their_own() -> None:
    assert found()["S0-011"].claims == ("S0-011",)
    assert found()["S0-051"].claims == ("S0-051",)


def test_a_million_displaced_is_one_figure_that_agrees() -> None:
    displaced = found()["S0-023"]
    assert {"S0-023", "S3-015", "S3-020", "S4-026"} <= set(displaced.claims)
    assert displaced.kind == "figure"
    assert displaced.figures[0].relation in ("agree", "compatible")


def test_syrians_in_turkey_disagree_and_all_refugees_differ_in_scope() -> None:
    hosted = found()["S3-022"]
    assert {"S0-063", "S3-022", "S4-039"} <= set(hosted.claims)
    assert [figure.relation for figure in hosted.figures] == ["disagree", "differs_in_scope"]


def test_the_entry_into_force_only_seems_to_disagree() -> None:
    entry = found()["S1-007"]
    assert {"S1-007", "S4-004", "S4-007"} <= set(entry.claims)
    assert {kind for kind, _ in rows(entry, "time")} == {"apparent_only"}


def test_the_corridor_is_twelve_kilometres_wide_and_six_on_each_side() -> None:
    corridor = found()["S1-037"]
    assert {"S1-037", "S4-017", "S4-018"} <= set(corridor.claims)
    assert {kind for kind, _ in rows(corridor, "figure")} == {"apparent_only"}
    assert "S0-043" not in corridor.claims


def test_six_hours_hold_three() -> None:
    talks = found()["S1-008"]
    assert "S3-005" in talks.claims
    assert talks.figures[0].relation == "compatible"
    assert {kind for kind, _ in rows(talks, "figure")} == {"apparent_only"}


def test_what_cites_another_house_is_not_independent_of_it() -> None:
    assert found()["S3-023"].roots == ("Bloomberg",)


def test_accusations_are_statements_and_evidence_of_nothing() -> None:
    accusations = [found()[row] for row in ("S0-042", "S0-045", "S0-047", "S0-048", "S0-049", "S1-031", "S3-026")]
    assert {incident.kind for incident in accusations} == {"statement"}
    assert {incident.responsibility for incident in accusations} == {"none"}


def test_air_strikes_that_stopped_stand_alone_as_an_event() -> None:
    halt = found()["S4-006"]
    assert (halt.kind, halt.claims) == ("event", ("S4-006",))


def test_the_21_are_an_event_before_the_truce_and_not_killed() -> None:
    strike = found()["S4-027"]
    assert strike.time is not None
    assert (strike.kind, strike.time.start) == ("event", "2020-03-05T16:00")
    assert [(figure.measure, figure.best) for figure in strike.figures] == [("neutralised", None)]


def test_no_demand_threat_hope_or_prediction_is_an_event() -> None:
    spoken = {
        claim.id for claim in seeds()[0] if claim.modality not in ("happened", "ongoing", "state", "denied", "accused")
    }
    assert {found()[id_].kind for id_ in spoken} <= {"statement", "term", "state", "figure"}
