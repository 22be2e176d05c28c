"""Other transliterations of one Arabic name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer.variants import spelling_keys


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("kafr zita", "kafar zita"),
        ("kafr nabl", "kafrnabl"),
        ("jisr ash shughur", "jisr al shughur"),
        ("al latamna", "latamna"),
        ("ayn issa", "ein issa"),
        ("dayr hafir", "deir hafir"),
        ("salamiyah", "salamiya"),
        ("suqaylabiyah", "suqaylabiyeh"),
    ],
)
def test_a_name_is_found_in_another_transliteration(key: str, other: str) -> None:
    assert other in spelling_keys(key)


def test_short_words_are_not_made() -> None:
    assert spelling_keys("al bab") == {"al bab", "el bab"}


def test_a_near_spelling_is_another_name() -> None:
    assert "saraqab" not in spelling_keys("saraqib")
    assert spelling_keys("ادلب") == {"ادلب"}


@given(st.text(alphabet="abdehiklmnrs ", max_size=20).map(lambda text: " ".join(text.split())))
def test_the_key_itself_is_kept_and_spaces_stay_single(key: str) -> None:
    keys = spelling_keys(key)
    assert key in keys
    assert all(other == " ".join(other.split()) for other in keys)
