"""Notes without a verb."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed_one, told
from trucewatch.extract.clauses.notes import is_note, note_of


@pytest.mark.parametrize(
    "text",
    [
        "Drone strike on a car near Sarmada.",
        "On 2 June, shelling of the town.",
        "BREAKING: air strikes on the market",
        "Clashes between rebels and the army near Saraqib, two dead.",
    ],
)
def test_an_act_that_stands_first_without_a_verb_is_a_note(text: str) -> None:
    clause = note_of(parsed_one(text).items)
    assert clause is not None
    assert is_note(clause)


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes hit the town.",
        "The attack, which killed two, was condemned.",
        "No shelling today.",
        "Rebels near the front.",
        "Residents of the town fled after the shelling.",
    ],
)
def test_a_sentence_with_a_verb_of_its_own_or_without_an_act_is_none(text: str) -> None:
    assert note_of(parsed_one(text).items) is None


def test_the_harm_behind_the_act_of_a_note_is_its_own() -> None:
    (claim,) = told("Drone strike on a car near Sarmada, 2 killed.")
    assert claim.type == "kin.drone_strike"
    assert [(f.measure, f.low) for f in claim.figures] == [("killed", 2)]


def test_a_headline_is_read_as_before() -> None:
    claims = told(
        "Air strike on a clinic\n\nThe mayor spoke.", title="Air strike on a clinic", meta={"title_span": [0, 22]}
    )
    assert [c for c in claims if c.section == "headline"] == []
