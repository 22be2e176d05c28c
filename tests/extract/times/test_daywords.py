"""Words that name days, in letters and figures."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, marks
from trucewatch.extract.times.timephrase import time_phrases
from trucewatch.extract.times.timewords import TimePhrase


def _one(text: str, language: str = "en") -> TimePhrase:
    (phrase,) = time_phrases(marks(text, language), knowledge().packs[language])
    return phrase


@pytest.mark.parametrize("text", ["on 27/02/2020", "on 27-02-2020", "on 27.02.2020", "on 2020-02-27", "on 2020/02/27"])
def test_a_date_in_figures(text: str) -> None:
    phrase = _one(text)
    assert (phrase.what, phrase.year, phrase.month, phrase.day) == ("date", 2020, 2, 27)


def test_where_either_figure_may_be_the_month_both_are_kept() -> None:
    phrase = _one("on 03/04/2020")
    assert (phrase.month, phrase.day, phrase.other) == (4, 3, (3, 4))


def test_a_language_that_writes_the_day_first_knows_no_other_order() -> None:
    phrase = _one("le 03/04/2020", "fr")
    assert (phrase.month, phrase.day, phrase.other) == (4, 3, None)


def test_a_month_in_the_thirteenth_place_is_the_day() -> None:
    phrase = _one("on 02/27/2020")
    assert (phrase.month, phrase.day) == (2, 27)


@pytest.mark.parametrize("text", ["about 27.5 km away", "the 10.05 ratio", "a score of 3/4"])
def test_decimals_and_fractions_are_no_dates(text: str) -> None:
    assert time_phrases(marks(text), knowledge().packs["en"]) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 1-4 March", (1, 4)),
        ("on March 1-4", (1, 4)),
        ("between 1 and 4 March", (1, 4)),
        ("between March 1 and 4", (1, 4)),
        ("from the 1st to the 4th of March", (1, 4)),
        ("on March 5 - 12 soldiers fled", (5, None)),
    ],
)
def test_days_of_one_month_make_a_stretch(text: str, days: tuple[int, int | None]) -> None:
    phrase = _one(text)
    assert (phrase.month, phrase.day, phrase.second_day) == (3, *days)


def test_a_month_of_the_hijri_calendar_is_marked_so() -> None:
    phrase = _one("on 15 Rajab 1441")
    assert (phrase.lunar, phrase.year, phrase.month, phrase.day) == (True, 1441, 7, 15)


def test_a_day_that_has_a_name() -> None:
    assert _one("on Christmas Day").unit == "12-25"
    assert _one("on Easter Monday 2019").year == 2019


def test_a_season_dates_only_beside_words_of_time() -> None:
    assert _one("last summer").month == 6
    assert _one("in the winter of 2019").year == 2019
    assert time_phrases(marks("the spring water was cut off"), knowledge().packs["en"]) == []


def test_a_day_without_its_month() -> None:
    phrase = _one("they left on the 5th.")
    assert (phrase.what, phrase.day) == ("ordinal", 5)
    assert time_phrases(marks("they fired on the 5th brigade"), knowledge().packs["en"]) == []


def test_may_and_march_are_also_a_name_and_a_verb() -> None:
    assert time_phrases(marks("May said that the army would leave"), knowledge().packs["en"]) == []
    assert _one("in May").month == 5
