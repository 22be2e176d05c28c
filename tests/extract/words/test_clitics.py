"""Words that are written on to others: parted where the rest is known, left alone where nothing is."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge
from trucewatch.extract.words.clitics import is_joined
from trucewatch.extract.words.token import Mark, Marker
from trucewatch.languages.fold import fold


def _marks(text: str) -> list[Mark]:
    folded = fold(text)
    return Marker(knowledge().packs["ar"], knowledge()).marks(folded, 0, len(folded.text))


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("وقصفت", ["و", "قصفت"]),
        ("بالمدفعية", ["ب", "المدفعيه"]),
        ("للنظام", ["ل", "النظام"]),
        ("وبدبابات", ["و", "ب", "دبابات"]),
        ("سيقصفون", ["س", "يقصفون"]),
        ("بلدة", ["بلده"]),
        ("والد", ["والد"]),
        ("قشبنغ", ["قشبنغ"]),
    ],
)
def test_prefixes_are_parted_where_what_is_left_is_known(word: str, keys: list[str]) -> None:
    assert [mark.key for mark in _marks(word)] == keys


def test_a_pronoun_behind_a_word_is_kept_as_a_sign_on_it() -> None:
    (mark,) = _marks("سيارتهم")
    assert mark.key == "سياره"
    assert mark.owned


@pytest.mark.parametrize(("word", "key"), [("شقيقاه", "شقيقان"), ("طفليها", "طفلين"), ("ابنتيه", "ابنتين")])
def test_a_dual_that_lost_its_ending_before_a_pronoun_is_a_dual_still(word: str, key: str) -> None:
    (mark,) = _marks(word)
    assert mark.key == key
    assert mark.owned


def test_parts_stand_at_their_own_offsets() -> None:
    text = "وبالمدفعية"
    assert [text[m.start : m.end] for m in _marks(text)] == ["و", "ب", "المدفعية"]


def test_signs_of_hashtags_and_handles_are_left_out() -> None:
    assert [mark.key for mark in _marks("#سرمين @ناشط")] == ["سرمين", "ناشط"]


def test_only_languages_that_list_prefixes_have_joined_words() -> None:
    assert is_joined(knowledge().packs["ar"])
    assert not is_joined(knowledge().packs["en"])
