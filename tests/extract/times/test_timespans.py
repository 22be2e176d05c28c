"""Stretches counted in units."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, marks
from trucewatch.extract.times.timephrase import time_phrases


@pytest.mark.parametrize(
    ("text", "what", "unit", "number"),
    [
        ("a year ago", "ago", "year", 1),
        ("two days later", "then", "day", 2),
        ("three weeks earlier", "then", "week", -3),
        ("hours later", "then", "hour", None),
        ("over the next 48 hours", "within", "hour", 48),
        ("in recent weeks", "recent", "week", None),
        ("early last week", "unit", "week", -1),
        ("for six hours", "length", "hour", 6),
    ],
)
def test_what_the_words_say(text: str, what: str, unit: str, number: int | None) -> None:
    (phrase,) = time_phrases(marks(text), knowledge().packs["en"])
    assert (phrase.what, phrase.unit, phrase.number) == (what, unit, number)


def test_a_bare_unit_is_no_time() -> None:
    assert time_phrases(marks("a week of fighting in the year of the flood"), knowledge().packs["en"]) == []
