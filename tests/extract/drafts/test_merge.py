"""One claim for an act and its harm."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact
from trucewatch.model import Claim


def _facts(text: str) -> list[Claim]:
    return [claim for claim in told(text) if is_fact(claim)]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town, killing three people.",
        "Three people were killed when the army shelled the town.",
        "The army shelled the town, which killed three people.",
        "Shelling killed three people in the town.",
        "Three people were killed by shelling in the town.",
        "Three people died in the shelling of the town.",
    ],
)
def test_an_act_and_the_deaths_it_caused_are_one_claim(text: str) -> None:
    (claim,) = _facts(text)
    assert claim.type == "kin.shelling"
    assert [(f.measure, f.low, f.high) for f in claim.figures if f.measure == "killed"] == [("killed", 3, 3)]


def test_killed_and_wounded_in_one_breath_are_one_claim() -> None:
    (claim,) = _facts("Two soldiers were killed and five were wounded in the attack on the base.")
    assert {(f.measure, f.low) for f in claim.figures} == {("killed", 2), ("injured", 5)}


def test_the_claim_covers_the_words_of_both() -> None:
    (claim,) = _facts("The army shelled the town, killing three people.")
    assert claim.quote == "The army shelled the town, killing three people"


def test_two_acts_stay_two_claims() -> None:
    types = [c.type for c in _facts("The army shelled the town on Monday. Warplanes bombed the camp on Tuesday.")]
    assert types == ["kin.shelling", "kin.air_strike"]


def test_an_act_that_did_not_happen_takes_no_harm() -> None:
    found = told("Three people died after the army had threatened to storm the town.")
    assert not any(c.type == "kin.ground_offensive" and c.figures for c in found)


@pytest.mark.parametrize(
    ("text", "code", "killed", "injured"),
    [
        ("A six-hour battle left 18 fighters dead.", "kin.armed_clash", 18, None),
        ("The raid left two men dead and four wounded.", "kin.raid_infiltration", 2, 4),
        ("Three dead, five wounded in the village.", "harm.killed", 3, 5),
    ],
)
def test_losses_told_by_states_join_their_act_and_one_another(
    text: str, code: str, killed: float, injured: float | None
) -> None:
    (claim,) = [c for c in told(text) if c.figures]
    assert claim.type == code
    wanted = {"killed": killed} | ({"injured": injured} if injured is not None else {})
    assert {f.measure: f.low for f in claim.figures} == wanted
