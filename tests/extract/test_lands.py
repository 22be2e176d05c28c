"""The countries of the actor lists, by the gazetteer's codes."""

from __future__ import annotations

from tests.extract.reading import knowledge


def test_the_states_of_both_lists_are_joined() -> None:
    codes = knowledge().lands.codes
    assert codes["SYR"] == "SY"
    assert codes["TUR"] == "TR"
    assert sum(len(code) == 2 for code in codes.values()) > 180


def test_a_conflict_is_at_home_where_its_actors_are() -> None:
    assert knowledge().lands.homes["syria"] == {"SY"}
