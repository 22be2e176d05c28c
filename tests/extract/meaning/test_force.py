"""Whether a word of force means force."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, told, words
from trucewatch.extract.cases import is_fact
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


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The convoy came under fire.", "come under fire"),
        ("A checkpoint came under attack by gunmen.", "come under attack"),
        ("The soldiers came under fire from the hill.", "come under fire"),
    ],
)
def test_convoys_and_soldiers_come_under_fire(text: str, lemma: str) -> None:
    assert hits_somebody(clause(parsed_one(text), lemma))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The plan came under attack.", "come under attack"),
        ("The minister came under fire from diplomats.", "come under fire"),
        ("The army came under fire over its budget.", "come under fire"),
        ("Turkey came under attack from critics.", "come under attack"),
    ],
)
def test_plans_and_ministers_do_in_words_only(text: str, lemma: str) -> None:
    assert not hits_somebody(clause(parsed_one(text), lemma))


@pytest.mark.parametrize(
    "text",
    [
        "The striker killed the game.",
        "Shares bombed on Monday.",
        "The rebels launched an attack on the budget.",
        "Fighting broke out between fans after the match.",
        "The senator was ambushed by reporters.",
    ],
)
def test_sport_business_and_politics_hurt_nobody(text: str) -> None:
    assert not any(is_fact(claim) for claim in told(text))


def test_an_attack_on_a_base_over_a_budget_is_one() -> None:
    assert any(is_fact(claim) for claim in told("The rebels launched an attack on the base over the budget."))
