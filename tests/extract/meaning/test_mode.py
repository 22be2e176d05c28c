"""How real a clause is: only what is told as done is an event."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, told
from trucewatch.extract.cases import is_fact
from trucewatch.extract.meaning.mode import mode_of


def _mode(text: str, lemma: str) -> tuple[str, str, bool]:
    sentence = parsed_one(text)
    found = mode_of(clause(sentence, lemma), sentence)
    return found.modality, found.polarity, found.silent


@pytest.mark.parametrize(
    ("text", "lemma", "modality"),
    [
        ("The army shelled the town.", "shell", "happened"),
        ("The army has shelled the town.", "shell", "happened"),
        ("The town was shelled.", "shell", "happened"),
        ("The army is shelling the town.", "shell", "ongoing"),
        ("The army will shell the town.", "shell", "predicted"),
        ("The army might shell the town.", "shell", "possible"),
        ("The army must shell the town.", "shell", "demanded"),
        ("The army plans to shell the town.", "shell", "planned"),
        ("Turkey accused the army of shelling the town.", "shell", "accused"),
        ("The army denied attacking the town.", "attack", "denied"),
        ("Turkey demanded that the army leave the town.", "leave", "demanded"),
        ("Turkey hopes that the army leaves the town.", "leave", "hoped"),
        ("The army threatened to bombard the town.", "bombard", "threatened"),
        ("The army promised to leave the town.", "leave", "promised"),
    ],
)
def test_tense_modals_and_what_governs_a_clause_decide(text: str, lemma: str, modality: str) -> None:
    assert _mode(text, lemma)[0] == modality


@pytest.mark.parametrize("text", ["The army did not shell the town.", "The army has never shelled the town."])
def test_a_negation_turns_the_polarity(text: str) -> None:
    assert _mode(text, "shell")[1] == "-"


@pytest.mark.parametrize(
    "text",
    [
        "If the army shelled the town, many fled.",
        "The army denied that it had shelled the town.",
    ],
)
def test_what_another_claim_speaks_for_is_silent(text: str) -> None:
    assert _mode(text, "shell")[2]


def test_what_somebody_is_accused_of_is_alleged_and_not_silent() -> None:
    assert _mode("Turkey accused the army of shelling the town.", "shell") == ("accused", "+", False)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Residents saw soldiers shelling the town.", "shell"),
        ("Residents saw the soldiers shoot a guard.", "shoot"),
        ("Residents heard jets bombing the hills.", "bomb"),
    ],
)
def test_what_somebody_is_seen_doing_is_done(text: str, lemma: str) -> None:
    assert _mode(text, lemma) == ("happened", "+", False)


FRAMES = [
    "{who} denied that {act}.",
    "{who} hopes that {act}.",
    "{who} threatened the town after talks.",
    "If {act}, {who} will respond.",
    "{who} fears that {act}.",
    "{who} demanded proof that {act}.",
]


@pytest.mark.parametrize("who", ["Turkey", "The army", "A diplomat"])
@pytest.mark.parametrize("frame", FRAMES)
def test_no_act_inside_an_unreal_frame_is_told_as_a_fact(frame: str, who: str) -> None:
    text = frame.format(who=who, act="government forces have shelled the old market")
    assert [claim for claim in told(text) if is_fact(claim)] == []


MODALS = ["will", "would", "could", "might", "may", "should", "must", "is expected to", "is due to"]
ACTS = ["shell the town", "bomb the town", "storm the town", "capture the town", "arrest the mayor", "kill the mayor"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("modal", MODALS)
def test_no_act_under_a_modal_is_told_as_a_fact(modal: str, act: str) -> None:
    assert [claim for claim in told(f"The army {modal} {act}.") if is_fact(claim)] == []


PAST = ["shelled the town", "bombed the town", "stormed the town", "captured the town", "arrested two men"]


@pytest.mark.parametrize("act", PAST)
def test_the_same_acts_in_the_past_are_facts(act: str) -> None:
    assert [claim for claim in told(f"The army {act}.") if is_fact(claim)]
