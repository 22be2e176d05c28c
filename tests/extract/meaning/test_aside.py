"""What a sentence speaks of without telling it."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, told
from trucewatch.extract.cases import is_fact
from trucewatch.extract.meaning.aside import is_asked, set_aside


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Did gunmen kidnap the doctor?", "kidnap"),
        ("It is unclear whether the army shelled the town.", "shell"),
        ("The film shows how the army shelled the town.", "shell"),
        ("She dreamt that the army shelled the town.", "shell"),
        ("Reports that the army shelled the town are false.", "shell"),
        ("The officers talked about attacking the convoy.", "attack"),
        ("When rebels shell the town, the army will respond.", "shell"),
        ("They marched to mourn the men killed in the raid.", "kill"),
    ],
)
def test_what_is_asked_played_doubted_or_mourned_is_set_aside(text: str, lemma: str) -> None:
    sentence = parsed_one(text)
    assert set_aside(clause(sentence, lemma), sentence)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The army shelled the town.", "shell"),
        ("When rebels shelled the town, the army responded.", "shell"),
        ("Reports that the army shelled the town spread quickly.", "shell"),
        ("The army took the hill by shelling the town.", "shell"),
    ],
)
def test_what_is_told_is_not_set_aside(text: str, lemma: str) -> None:
    sentence = parsed_one(text)
    assert not set_aside(clause(sentence, lemma), sentence)


def test_a_question_inside_a_quotation_does_not_ask_what_stands_outside() -> None:
    sentence = parsed_one('The army shelled the town, and she asked: "Where can we go?"')
    assert not is_asked(clause(sentence, "shell"), sentence)
    assert is_asked(clause(sentence, "go"), sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Crowds rallied against the execution of a priest.",
        "The talks were about the siege of the town.",
        "Officers were warned of an attack on the port.",
        "The army called off the offensive.",
    ],
)
def test_an_act_that_is_only_a_topic_is_no_event(text: str) -> None:
    assert [c.type for c in told(text) if is_fact(c) and c.type.startswith(("kin.", "civ.", "hum."))] == []


@pytest.mark.parametrize(
    "text",
    [
        "The agency warned of shelling the town.",
        "Residents feared bombing the camp.",
        "They discussed attacking a convoy.",
    ],
)
def test_a_verbal_noun_that_is_warned_of_or_discussed_is_no_fact(text: str) -> None:
    assert [claim for claim in told(text) if is_fact(claim)] == []


def test_what_is_done_after_something_was_discussed_is_a_fact() -> None:
    found = told("The ministers discussed the truce, and warplanes bombed the camp.")
    assert [claim.type for claim in found if is_fact(claim)] == ["kin.air_strike"]
