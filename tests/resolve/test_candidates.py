"""resolve: a missing field hides no pair, and blocks stay small."""

from __future__ import annotations

from typing import Any

from tests.factories import IDLIB, a_claim, a_figure, a_place, a_time, an_actor
from trucewatch.resolve import candidates
from trucewatch.resolve.candidates import REACH
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject, subject


def told(id_: str, type_: str = "kin.air_strike", **fields: Any) -> Subject:
    fields.setdefault("report", f"r_{id_}")
    return subject(a_claim(id_, type_, **fields), "2020-03-06", "root")


def pairs(subjects: list[Subject], stories: Stories) -> set[tuple[str, str]]:
    return {(one.id, other.id) for one, other in candidates.pairs(subjects, stories)}


def found(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return pairs([told("a", **one), told("b", **other)], Stories({})) == {("a", "b")}


def test_a_shared_day_and_village_finds_a_pair_of_different_types() -> None:
    assert found({}, {"type_": "kin.shelling"})


def test_points_that_are_near_find_each_other_over_the_edge_of_a_cell() -> None:
    here, there = a_place("A", lat=35.999, lon=36.499), a_place("B", lat=36.001, lon=36.501)
    assert found({"place": here}, {"place": there})


def test_without_a_place_both_sides_or_one_and_a_count_of_the_day_find_the_pair() -> None:
    sides = [an_actor("TUR"), an_actor("SYR", "target")]
    assert found({"place": None, "actors": sides}, {"actors": [an_actor("TUR.army"), an_actor("SYR.army", "target")]})
    counts = {"actors": [an_actor("TUR")], "figures": [a_figure(2)]}
    assert found({"place": None, **counts}, counts)


def test_a_day_and_one_side_or_a_day_and_a_province_find_no_pair() -> None:
    assert not found({"place": None, "actors": [an_actor("TUR")]}, {"actors": [an_actor("TUR.army")]})
    assert not found({"place": IDLIB}, {"place": IDLIB})


def test_without_a_day_a_great_number_finds_the_pair() -> None:
    undated = {"time": a_time(None, "2020-03-06", "open"), "place": IDLIB, "figures": [a_figure(30)]}
    assert found(undated, {"figures": [a_figure(34)], "place": IDLIB})


def test_days_far_apart_find_nothing() -> None:
    assert not found({}, {"time": a_time("2020-03-20", "2020-03-21"), "quote": "Other words of another day."})


def test_a_crowded_block_grows_with_the_claims_and_not_with_their_square() -> None:
    crowd = [told(f"c_{n:04}", quote=f"Unlike words {n} of this claim") for n in range(400)]
    assert len(pairs(crowd, Stories({}))) <= 400 * REACH


def test_acts_of_one_report_and_of_two_reports_of_one_story_are_compared() -> None:
    here, there = told("a", report="r_1"), told("b", report="r_1", time=a_time("2020-03-20", "2020-03-21"))
    other = told("c", report="r_2", place=None, time=None, quote="Words of another report.")
    assert pairs([here, there], Stories({})) == {("a", "b")}
    assert pairs([here, other], Stories({})) == set()
    assert pairs([here, other], Stories({("r_1", "r_2"): 0.3})) == {("a", "c")}
