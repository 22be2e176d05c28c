"""resolve: who is heard, and how many of them are independent."""

from __future__ import annotations

from typing import Any

from tests.factories import a_claim, a_figure, a_speaker, an_actor
from trucewatch.resolve.subject import Subject, subject
from trucewatch.resolve.voices import heard, of_the_enemy

ANKARA = a_speaker("Ankara", "party", "TUR")
DAMASCUS = a_speaker("Damascus", "party", "SYR.gov")


def told(root: str, report: str | None = None, **fields: Any) -> Subject:
    id_ = f"c_{root}_{report}_{fields.get('attribution', ('',))[0]}"
    return subject(a_claim(id_, report=report or f"r_{root}", **fields), "2020-03-05", root)


def test_a_party_relayed_by_two_agencies_is_one_voice() -> None:
    found = heard([told("A", attribution=[ANKARA]), told("B", attribution=[ANKARA])])
    assert (found.roots, found.voices, found.independent) == (2, ("party TUR",), 1)


def test_two_parties_in_one_report_are_one_root() -> None:
    found = heard([told("A", attribution=[ANKARA]), told("A", attribution=[DAMASCUS])])
    assert (found.roots, len(found.voices), found.independent) == (1, 2, 1)


def test_what_a_report_also_puts_in_its_own_words_rests_on_whom_it_quotes() -> None:
    found = heard([told("A", attribution=[ANKARA]), told("A"), told("B", attribution=[ANKARA])])
    assert found.independent == 1


def test_another_report_of_the_house_in_its_own_words_is_a_voice() -> None:
    found = heard([told("A", "r_1", attribution=[ANKARA]), told("B", "r_2")])
    assert found.independent == 2


def test_a_sides_word_on_the_other_sides_losses_bears_nothing_out() -> None:
    losses = [a_figure(21, "neutralised", population="SYR.army")]
    theirs = told("A", attribution=[ANKARA], figures=losses)
    other = told("B", attribution=[a_speaker("the Observatory", "monitor", "SOHR")], figures=losses)
    assert heard([theirs, other]).independent == 1
    assert "TUR's word on the other side's losses" in heard([theirs, other]).left_out
    assert heard([theirs]).independent == 1


def test_an_official_whose_side_is_not_known_counts_nobodys_enemies() -> None:
    governor = told("A", attribution=[a_speaker("the governor", "official")])
    assert not of_the_enemy(governor, a_figure(9, population="TUR.army"))
    assert of_the_enemy(told("A", attribution=[ANKARA]), a_figure(9, population="SYR.army"))
    assert not of_the_enemy(told("A", attribution=[ANKARA]), a_figure(9, population="TUR.army"))


def test_swapping_the_parties_swaps_whose_losses_are_left_out() -> None:
    def left_out(one: str, other: str) -> str:
        claim = told("A", attribution=[a_speaker(one, "party", one)], actors=[an_actor(other, "target")],
                     figures=[a_figure(5, population=other)])  # fmt: skip
        return heard([claim, told("B")]).left_out.replace(one, "ONE")

    assert left_out("TUR", "SYR.army") == left_out("SYR", "TUR.army") != ""


def test_words_that_another_root_quoted_before_are_its_voice() -> None:
    first, later = told("A"), told("B")
    assert heard([first, later]).independent == 2
    assert heard([first, later], {later.id: "A"}).independent == 1
