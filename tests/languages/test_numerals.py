"""languages: which words count one."""

from __future__ import annotations

import pytest

from trucewatch.languages.numerals import counts_one


@pytest.mark.parametrize("text", ["one soldier", "1", "1 civilian", "une femme", "جندي واحد", "один солдат"])
def test_a_numeral_counts(text: str) -> None:
    assert counts_one(text)


@pytest.mark.parametrize("text", ["a soldier", "the boy", "he", "a 17-year-old", "جندي", "солдат"])
def test_a_person_told_of_is_not_counted(text: str) -> None:
    assert not counts_one(text)
