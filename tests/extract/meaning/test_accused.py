"""What somebody is accused of: an allegation with its figures, blamed on whom it is laid on, and never a fact."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact
from trucewatch.model import Claim


def _alleged(text: str) -> list[Claim]:
    return [claim for claim in told(text) if claim.modality == "accused" and not claim.type.startswith("dip.")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey accused the army of shelling the market.", "kin.shelling"),
        ("Turkey accused the army of having shelled the market.", "kin.shelling"),
        ("Turkey blamed the army for shelling the market.", "kin.shelling"),
        ("Turkey accused the army of a drone strike on the depot.", "kin.drone_strike"),
        ("The army was accused of shelling the market.", "kin.shelling"),
        ("The army was accused by Turkey of shelling the market.", "kin.shelling"),
        ("The governor said the army had been accused of shelling the market.", "kin.shelling"),
    ],
)
def test_the_act_stands_beside_the_accusation(text: str, kind: str) -> None:
    assert [claim.type for claim in _alleged(text)] == [kind]
    assert [claim.type for claim in told(text) if claim.type == "dip.accusation"] == ["dip.accusation"]
    assert not any(is_fact(claim) for claim in told(text))


def test_whom_the_act_harmed_is_alleged_with_it() -> None:
    (claim,) = _alleged("Turkey accused the army of shelling the market, killing 40 people.")
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 40, 40)]


def test_the_accused_is_blamed_and_the_accuser_says_so() -> None:
    (claim,) = _alleged("Turkey accused the rebels of shelling the market in Ariha.")
    assert [(a.role, a.text, a.basis) for a in claim.actors] == [("perpetrator", "rebels", "blamed")]
    assert claim.attribution[0].id == "TUR"


@pytest.mark.parametrize(
    "text",
    [
        "Turkey did not accuse the army of shelling the market.",
        "Turkey may accuse the army of shelling the market.",
        "Turkey accused the army of planning to shell the market.",
        "Turkey accused the army of not shelling the market.",
        "Turkey denied that it had accused the army of shelling the market.",
        "Did Turkey accuse the army of shelling the market?",
        "Turkey accused the opposition of an attack on the budget.",
    ],
)
def test_nothing_is_alleged_where_nobody_is_accused_of_having_done_it(text: str) -> None:
    assert _alleged(text) == []


def test_what_the_accuser_does_next_is_no_part_of_it() -> None:
    text = "Turkey accused the army of shelling the market and withdrew its observers."
    assert [claim.type for claim in _alleged(text)] == ["kin.shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey blamed the drone strike on the army.",
        "The drone strike was blamed on the army.",
    ],
)
def test_an_act_laid_on_somebody_has_been(text: str) -> None:
    (claim,) = [claim for claim in told(text) if is_fact(claim)]
    assert claim.type == "kin.drone_strike"
    assert [(a.text, a.basis) for a in claim.actors if a.role == "perpetrator"] == [("army", "blamed")]


def test_who_is_held_responsible_is_accused() -> None:
    (claim,) = _alleged("The government holds the army responsible for the deaths of two nurses.")
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 2, 2)]
    assert [(a.text, a.basis) for a in claim.actors if a.role == "perpetrator"] == [("army", "blamed")]


def test_an_accusation_told_by_its_noun_is_no_fact() -> None:
    assert [claim.type for claim in _alleged("The accusation that the army shelled the town was repeated.")] == [
        "kin.shelling"
    ]
