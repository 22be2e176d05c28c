"""Whether a word of force means force."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, words
from trucewatch.extract.meaning.force import about_its_thing, beside, hits_somebody, is_figurative, undergoers


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The price of bread exploded.", "explode"),
        ("The ministers clashed over the budget.", "clash"),
        ("Rebels attacked the proposal.", "attack"),
    ],
)
def test_prices_budgets_and_proposals_make_a_figure_of_speech(text: str, lemma: str) -> None:
    found = clause(parsed_one(text), lemma)
    assert found.verb.verb is not None
    assert is_figurative(found.verb.verb, found)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("A car exploded.", "explode"),
        ("Two clans clashed over the hill.", "clash"),
        ("Rebels attacked the base.", "attack"),
    ],
)
def test_cars_hills_and_bases_do_not(text: str, lemma: str) -> None:
    found = clause(parsed_one(text), lemma)
    assert found.verb.verb is not None
    assert not is_figurative(found.verb.verb, found)


def test_a_disaster_hits_nobody_and_a_shell_hits_whatever_stands_there() -> None:
    assert not hits_somebody(clause(parsed_one("A hurricane struck the town."), "strike"))
    assert hits_somebody(clause(parsed_one("A shell struck the orchard."), "strike"))


def test_an_aircraft_is_shot_down_and_a_tool_is_not() -> None:
    for text, wanted in (("Rebels shot down a helicopter.", True), ("Rebels shot down the idea.", False)):
        found = clause(parsed_one(text), "shoot down")
        assert found.verb.verb is not None
        assert about_its_thing(found.verb.verb, found) is wanted


def test_what_stands_between_subject_and_verb_and_what_is_undergone() -> None:
    sentence = parsed_one("Raids by helicopters flattened the market.")
    found = clause(sentence, "flatten")
    assert [words(i, sentence) for i in beside(found)] == ["helicopters"]
    assert [words(i, sentence) for i in undergoers(found)] == ["the market"]
