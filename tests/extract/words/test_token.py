"""Words and signs, and the longest known phrase at each."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import english, knowledge, marks
from trucewatch.extract.words.cut import tokenize
from trucewatch.languages.fold import fold


def _tokens(text: str, language: str = "en") -> list[str]:
    folded = fold(text)
    return [token.text for token in tokenize(folded, 0, len(folded.text), knowledge().packs[language])]


@pytest.mark.parametrize(
    ("text", "language", "tokens"),
    [
        ("Turkey's army", "en", ["turkey", "'s", "army"]),
        ("They didn't leave", "en", ["they", "did", "n't", "leave"]),
        ("Ma'arat al-Numan", "en", ["ma'arat", "al", "-", "numan"]),
        ("1,200 or 3.5km", "en", ["1,200", "or", "3.5", "km"]),
        ("the 15th", "en", ["the", "15", "th"]),
        ("l'armée d'Idlib", "fr", ["l'", "armee", "d'", "idlib"]),
        ("1 200 soldats", "fr", ["1 200", "soldats"]),
    ],
)
def test_words_numbers_and_signs_are_parted(text: str, language: str, tokens: list[str]) -> None:
    assert _tokens(text, language) == tokens


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("1,200", "en", 1200), ("3.7", "en", 3.7), ("1 200", "fr", 1200), ("3,7", "fr", 3.7), ("٣٤", "en", 34)],
)
def test_a_number_has_the_value_that_its_language_writes(text: str, language: str, value: float) -> None:
    folded = fold(text)
    (token,) = tokenize(folded, 0, len(folded.text), knowledge().packs[language])
    assert token.number == value


def _keys(text: str) -> list[str]:
    return [mark.key for mark in marks(text) if mark.is_word]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the rocket launcher", "rocket launcher"),
        ("an air strike", "air strike"),
        ("the demilitarised zone", "demilitarised zone"),
        ("according to them", "according to"),
        ("Jisr al-Shughur", "jisr al shughur"),
        ("Syrian Observatory for Human Rights", "syrian observatory for human rights"),
    ],
)
def test_the_longest_known_phrase_wins(text: str, key: str) -> None:
    assert key in _keys(text)


@pytest.mark.parametrize("text", ["cease-fire", "cease fire", "Cease‑Fire", "CEASE-FIRE"])
def test_hyphens_and_capitals_make_no_difference(text: str) -> None:
    assert _keys(text) == ["cease fire"]


def test_a_phrase_does_not_run_over_a_comma() -> None:
    assert "air strike" not in _keys("by air, strike by strike")


def test_a_name_in_small_letters_is_no_place() -> None:
    assert not any(mark.places for mark in marks("harem and hass"))
    assert any(mark.places for mark in marks("near Harem"))


def test_inflected_forms_carry_their_sense() -> None:
    (mark,) = [m for m in marks("shelled") if m.sense("verb")]
    sense = mark.sense("verb")
    assert sense is not None
    assert sense.lemma == "shell"
    assert sense.type == "kin.shelling"


@given(st.text(max_size=200))
def test_marks_cover_every_token_once_and_in_order(text: str) -> None:
    folded = fold(text)
    tokens = tokenize(folded, 0, len(folded.text), english())
    found = marks(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = sum(1 for t in tokens if any(m.start <= t.start and t.end <= m.end for m in found))
    assert covered == len(tokens)


def test_letters_of_two_scripts_are_two_words_in_a_script_without_capitals() -> None:
    assert _tokens("بلدة سرمينpic.example", "ar") == ["بلده", "سرمين", "pic", ".", "example"]
