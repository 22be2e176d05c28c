"""What kinds of speech there are and what each makes of what is said."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge
from trucewatch.extract.clauses.speech import SPEECH, content_type, speech_of


def test_an_accusation_outweighs_saying() -> None:
    found = speech_of({"say", "accuse"})
    assert found is not None
    assert found[0] == "accuse"


def test_what_is_no_speech_is_none() -> None:
    assert speech_of({"act", "harm"}) is None
    assert speech_of(set()) is None


@pytest.mark.parametrize("name", SPEECH)
def test_no_kind_of_speech_makes_its_content_a_fact(name: str) -> None:
    speech = SPEECH[name]
    assert speech.reports or speech.gives is not None
    assert speech.gives is None or speech.gives.startswith("dip.")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", SPEECH)
def test_every_kind_has_verbs_in_every_language(name: str, language: str) -> None:
    pack = knowledge().packs[language]
    assert any(name in s.classes for senses in pack.phrases.values() for s in senses if s.kind == "verb")


@pytest.mark.parametrize(
    ("modal", "own", "cue", "code"),
    [
        ("should", False, "say", "dip.demand"),
        ("possible", False, "say", "dip.prediction"),
        ("future", True, "say", "dip.commitment"),
        ("future", False, "say", "dip.prediction"),
        ("future", True, "warn", "dip.threat"),
        (None, False, "say", "dip.position"),
    ],
)
def test_what_is_said_of_the_future_is_a_demand_a_promise_or_a_prediction(
    modal: str | None, own: bool, cue: str, code: str
) -> None:
    assert content_type(modal, own=own, cue=cue)[0] == code
