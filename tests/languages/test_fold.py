"""Folding for matching, and the way back to the text as received."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.languages.fold import fold, match_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Idlib", "idlib"),
        ("réfugiés déplacés", "refugies deplaces"),
        ("İdlib’e", "idlib'e"),
        ("ıslak", "islak"),
        ("“truce”", '"truce"'),
        ("«trêve»", '"treve"'),
        ("cease‑fire – now", "cease-fire - now"),
        ("cease\u00adfire", "ceasefire"),
        ("a\u00a0b\u2009c", "a b c"),
        ("٣٤ جندياً", "34 جنديا"),
        ("إدلب وأريحا", "ادلب واريحا"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
        ("ёлка", "елка"),
        ("''truce''", '"truce"'),
    ],
)
def test_what_writers_interchange_becomes_one(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_plain_text_keeps_its_offsets() -> None:
    folded = fold("The truce held.")
    assert folded.back is None
    assert folded.span(4, 9) == (4, 9)


def test_offsets_lead_back_over_what_was_dropped_and_what_grew() -> None:
    text = "\u200fcease\u00adfire in Straße"
    folded = fold(text)
    start = folded.text.index("ceasefire")
    assert text[slice(*folded.span(start, start + 9))] == "cease\u00adfire"
    start = folded.text.index("strasse")
    assert text[slice(*folded.span(start, start + 7))] == "Straße"


@given(st.text(max_size=200))
def test_every_folded_stretch_comes_from_a_stretch_of_the_text(text: str) -> None:
    folded = fold(text)
    assert folded.original == text
    for start in range(0, len(folded.text), 7):
        a, b = folded.span(start, min(start + 3, len(folded.text)))
        assert 0 <= a < b <= len(text)


@given(st.text(st.characters(max_codepoint=0x06FF, exclude_characters="ŉ"), max_size=200))
def test_folding_twice_changes_nothing_in_latin_greek_cyrillic_hebrew_and_arabic(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=100))
def test_capitals_make_no_key(text: str) -> None:
    if text.upper().lower() == text.lower():
        assert match_key(text.upper()) == match_key(text.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jisr ash-Shughūr", "jisr ash shughur"),
        ("Ma'arat al-Nu’man", "ma arat al nu man"),
        ("  M-4  highway ", "m 4 highway"),
        ("إدلب", "ادلب"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


def test_signs_alone_have_no_key() -> None:
    assert match_key("– … !") == ""


def test_arabic_words_that_a_post_cuts_apart_between_strokes_are_whole_and_lead_back() -> None:
    text = "قصـ*ـف عنيـ ـف على البـ.ـلدة"
    folded = fold(text)
    assert folded.text == "قصف عنيف علي البلده"
    at = folded.text.index("البلده")
    assert text[slice(*folded.span(at, at + 6))] == "البـ.ـلدة"
