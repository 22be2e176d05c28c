"""resolve: whether it happened, and who did it."""

from __future__ import annotations

from typing import Any

from tests.factories import a_claim, a_speaker, an_actor
from trucewatch.resolve.ladders import occurrence, responsibility
from trucewatch.resolve.subject import Subject, subject

ASSAD = an_actor("SYR.army")


def told(root: str = "A", **fields: Any) -> Subject:
    return subject(a_claim(f"c_{root}", **fields), "2020-03-05", root)


def test_two_roots_corroborate_and_one_reports() -> None:
    assert occurrence([told("A")], {})[0] == "reported"
    assert occurrence([told("A"), told("B")], {})[0] == "corroborated"


def test_a_denial_contests_and_an_accusation_alone_is_no_evidence() -> None:
    assert occurrence([told("A"), told("B", modality="denied")], {})[0] == "contested"
    assert occurrence([told("A", modality="accused")], {})[0] == "insufficient"


def test_only_a_person_verifies() -> None:
    assert occurrence([told("A")], {"c_A": "B. judged accept"}) == ("verified", "B. judged accept")


def test_nobody_named_is_nobody_responsible() -> None:
    assert responsibility([told("A")])[0] == "none"


def test_the_doers_own_word_admits_and_another_partys_word_alleges() -> None:
    own = told("A", actors=[ASSAD], attribution=[a_speaker("Damascus", "party", "SYR.gov")])
    theirs = told("A", actors=[ASSAD], attribution=[a_speaker("Ankara", "party", "TUR")])
    assert responsibility([own])[0] == "admitted"
    assert responsibility([theirs])[0] == "alleged"


def test_a_denial_by_anybody_contests_who_did_it() -> None:
    denial = told("B", actors=[ASSAD], modality="denied")
    assert responsibility([told("A", actors=[ASSAD]), denial])[0] == "contested"


def test_two_accounts_with_two_doers_contest_and_a_monitor_assesses() -> None:
    rival = told("B", actors=[an_actor("TUR.army")])
    monitor = told("C", actors=[ASSAD], attribution=[a_speaker("SOHR", "monitor", "SOHR")])
    assert responsibility([told("A", actors=[ASSAD]), rival])[0] == "contested"
    assert responsibility([monitor])[0] == "assessed"


def test_swapping_the_parties_mirrors_the_ladders() -> None:
    def case(one: str, other: str) -> tuple[str, str]:
        members = [
            told("A", actors=[an_actor(one)], attribution=[a_speaker(other, "party", other)]),
            told("B", actors=[an_actor(one)], attribution=[a_speaker(one, "party", one)], modality="denied"),
        ]
        return occurrence(members, {})[0], responsibility(members)[0]

    assert case("SYR.army", "TUR.army") == case("TUR.army", "SYR.army") == ("contested", "contested")


def test_a_doers_denial_of_his_part_leaves_open_what_an_outsider_tells() -> None:
    denial = told("B", actors=[ASSAD], attribution=[a_speaker("Damascus", "party", "SYR.gov")], modality="denied")
    assert occurrence([told("A", actors=[ASSAD]), denial], {})[0] == "reported"
    assert responsibility([told("A", actors=[ASSAD]), denial])[0] == "contested"


def test_a_patrol_that_its_own_side_denies_is_contested() -> None:
    patrol = told("A", type="mon.patrol", actors=[an_actor("TUR.army")])
    denial = told("B", type="mon.patrol", actors=[an_actor("TUR.army")], modality="denied",
                  attribution=[a_speaker("Ankara", "party", "TUR")])  # fmt: skip
    assert occurrence([patrol, denial], {})[0] == "contested"


def test_each_step_says_why() -> None:
    ankara = [a_speaker("Ankara", "party", "TUR")]
    assert occurrence([told("A"), told("B")], {})[1] == "2 independent roots"
    assert occurrence([told("A")], {})[1] == "one independent root"
    relayed = occurrence([told("A", attribution=ankara), told("B", attribution=ankara)], {})
    assert relayed == ("reported", "2 roots carry one voice, TUR")


def test_two_sides_of_a_clash_are_no_rivals() -> None:
    ours = told("A", type="kin.armed_clash", actors=[an_actor("SYR.army", "party")])
    theirs = told("B", type="kin.armed_clash", actors=[an_actor("TUR.army", "party")])
    assert responsibility([ours, theirs])[0] == "alleged"
