"""Stretches counted in units."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, marks, told
from trucewatch.extract.times.timephrase import time_phrases


@pytest.mark.parametrize(
    ("text", "what", "unit", "number"),
    [
        ("a year ago", "ago", "year", 1),
        ("a few days ago", "recent", "day", None),
        ("nearly two weeks ago", "ago", "week", 2),
        ("a few days later", "then", "day", None),
        ("at the beginning of the month", "unit", "month", 0),
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


@pytest.mark.parametrize(
    ("language", "text", "what", "number"),
    [
        ("ar", "قبل أسبوع", "ago", 1),
        ("ar", "قبل أيام", "recent", None),
        ("ru", "неделю назад", "ago", 1),
        ("fr", "il y a quelques jours", "recent", None),
        ("tr", "ayın başından beri", "unit", 0),
        ("fr", "depuis la fin du mois de février", "month", None),
        ("ru", "до 1963 года", "year", None),
        ("ru", "соглашение 2018 года", "year", None),
    ],
)
def test_what_the_words_of_other_languages_say(language: str, text: str, what: str, number: int | None) -> None:
    (phrase,) = time_phrases(marks(text, language), knowledge().packs[language])
    assert (phrase.what, phrase.number) == (what, number)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("قتل أربعة جنود خلال الساعات الـ24 الماضية.", "2020-03-04"),
        ("قتل أربعة جنود خلال الساعات 48 الماضية.", "2020-03-03"),
        ("قتل أربعة جنود خلال الساعات الأربع والعشرين الماضية.", "2020-03-04"),
    ],
)
def test_a_number_between_its_unit_and_past_counts_back(text: str, start: str) -> None:
    (claim,) = told(text, "ar")
    assert claim.time is not None
    assert claim.time.start == start
