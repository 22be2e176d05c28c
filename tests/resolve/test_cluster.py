"""resolve: when two groups of claims may become one: counts and days of the week that no account of one act gives."""

from __future__ import annotations

from typing import Any

from tests.factories import a_claim, a_figure, a_report, a_time
from trucewatch.model import Claim, Figure, Report
from trucewatch.resolve import incidents
from trucewatch.resolve.cluster import Edge, Group, joined
from trucewatch.resolve.judgement import decided
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import subject

THURSDAY, FRIDAY = 3, 4


def groups(claims: list[Claim], reports: list[Report]) -> set[frozenset[str]]:
    """The claims of each incident."""
    return {frozenset(one.claims) for one in incidents(claims, reports)}


def made(told: dict[str, Figure], *pairs: tuple[str, str]) -> list[Group]:
    """Claims of one village and day, each with its count, joined by edges in this order."""
    known = {id_: subject(a_claim(id_, report=f"r_{id_}", figures=[figure]), "", "") for id_, figure in told.items()}
    edges = [Edge(1 - n / 100, pair, "", firm=True) for n, pair in enumerate(pairs)]
    return joined(known, edges, decided(()), Stories())


def counted(id_: str, killed: int, **fields: Any) -> Claim:
    """A strike on one village and day with its dead, told by a report of its own."""
    return a_claim(id_, report=f"r{id_[1:]}", figures=[a_figure(killed)], **fields)


def reports(*ids: str, **fields: Any) -> list[Report]:
    return [a_report(f"r{id_[1:]}", **fields) for id_ in ids]


def test_one_count_that_is_far_off_parts_no_groups_whose_others_agree() -> None:
    told = {"a": a_figure(12), "b": a_figure(30, "injured"), "c": a_figure(90), "d": a_figure(30, "injured")}
    first, second = [("a", "b"), ("c", "d")], ("b", "d")
    assert len(made(told, *first, second)) == 2
    assert len(made({**told, "e": a_figure(30, "injured")}, *first, ("d", "e"), second)) == 1


def test_two_groups_whose_counts_are_far_from_each_other_stay_apart() -> None:
    ids = ("c_1", "c_2", "c_3", "c_4")
    claims = [counted(id_, killed) for id_, killed in zip(ids, (12, 12, 90, 90), strict=True)]
    assert groups(claims, reports(*ids)) == {frozenset(ids[:2]), frozenset(ids[2:])}


def test_groups_of_which_one_names_other_days_of_the_week_stay_apart() -> None:
    words = "a drone struck the fuel market at noon and burned two lorries"
    undated = [a_claim(id_, report=f"r{id_[1:]}", time=None, quote=words) for id_ in ("c_1", "c_2")]
    dated = [a_claim(id_, report=f"r{id_[1:]}", time=a_time("2020-02-27"), quote=words) for id_ in ("c_3", "c_4")]
    known = reports("c_3", "c_4")
    for day, one in ((THURSDAY, True), (FRIDAY, False)):
        told = [*reports("c_1", published=None, meta={"weekdays": [day]}), *reports("c_2", published=None), *known]
        assert (len(groups([*undated, *dated], told)) == 1) == one


def test_people_of_a_country_may_be_attacked_and_killed_in_one_act() -> None:
    ids = ("c_1", "c_2")
    claims = [a_claim(ids[0], "civ.attack", report="r_1"), a_claim(ids[1], "civ.killing", report="r_2")]
    assert groups(claims, reports(*ids)) == {frozenset(ids)}
