"""resolve: whose side an id stands on."""

from __future__ import annotations

from trucewatch.resolve.sides import same_actor, side


def test_an_army_a_ministry_and_a_person_stand_for_their_state() -> None:
    assert {side(id_) for id_ in ("SYR", "SYR.army", "SYR.gov", "SYR.assad")} == {"SYR"}


def test_groups_in_a_country_are_not_its_government() -> None:
    assert side("SYR.opp") == side("SNA") == "SYR.opp"
    assert side("SYR.opp") != side("SYR.army")


def test_an_id_of_no_list_counts_by_what_stands_before_its_dot() -> None:
    assert side("ZZZ.army") == side("ZZZ") == "ZZZ"


def test_without_an_id_the_folded_words_count() -> None:
    assert side(None, "Les Réfugiés") == side("", "les refugies") == "les refugies"


def test_a_part_may_be_its_whole_and_two_parts_are_two() -> None:
    assert same_actor("TUR.army", "TUR")
    assert same_actor("SNA", "SYR.opp")
    assert not same_actor("TUR.army", "SYR.army")
