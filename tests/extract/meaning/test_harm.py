"""What a clause tells of people harmed."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one
from trucewatch.extract.meaning.harm import Harm, harm_of


def _harm(text: str, lemma: str) -> Harm | None:
    return harm_of(clause(parsed_one(text), lemma))


@pytest.mark.parametrize(
    ("text", "lemma", "measure"),
    [
        ("Two soldiers were killed.", "kill", "killed"),
        ("Two soldiers are dead.", "be", "killed"),
        ("A guard was fatally shot.", "shoot", "killed"),
        ("The guard was beaten to death.", "beat", "killed"),
        ("A trader was taken to hospital.", "take", "injured"),
        ("The trader is in critical condition.", "be", "injured"),
        ("The trader suffered a gunshot wound.", "suffer", "injured"),
        ("A girl was hit by a stray bullet.", "hit", "injured"),
        ("A cook was hospitalised.", "hospitalise", "injured"),
    ],
)
def test_harm_is_told_by_verbs_by_states_and_by_what_is_done_for_the_hurt(text: str, lemma: str, measure: str) -> None:
    found = _harm(text, lemma)
    assert found is not None
    assert found.measure == measure


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The truck was taken to a garage.", "take"),
        ("Supplies were taken to the hospital.", "take"),
        ("The bridge is in critical condition.", "be"),
        ("The minister was not taken to hospital.", "take"),
        ("The party suffered a defeat.", "suffer"),
    ],
)
def test_things_and_the_unhurt_are_not_harmed(text: str, lemma: str) -> None:
    assert _harm(text, lemma) is None


def test_the_act_that_did_it_names_the_harm() -> None:
    found = _harm("Two soldiers died in an air strike.", "die")
    assert found is not None
    assert found.type == "kin.air_strike"


def test_who_is_dead_has_died() -> None:
    found = _harm("Three people are dead.", "be")
    assert found is not None
    assert found.modality == "happened"
