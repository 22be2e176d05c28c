"""Dates and weekdays as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.languages.fold import fold
from trucewatch.read.dates import bare_weekdays, days_between, last_of_week, written_dates
from trucewatch.read.words import load_words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "signed on March 5, 2020 in the evening", ["2020-03-05"]),
        ("en", "on the 5th of March 2020", ["2020-03-05"]),
        ("en", "on Friday October 27th of 2023, four", ["2023-10-27"]),
        ("en", "since September 2018", ["2018-09"]),
        ("en", "at 2020-03-05T10:00Z exactly", ["2020-03-05T10:00Z"]),
        ("fr", "le 1er février 2020 et en mars 2020", ["2020-02-01", "2020-03"]),
        ("ar", "يوم 6 آذار/مارس 2020", ["2020-03-06"]),
        ("ar", "الثلاثاء 10 من آب 2021", ["2021-08-10"]),
        ("ar", "الأربعاء 3/ أيار 2023", ["2023-05-03"]),
        ("ar", "20/ تشرين الثاني/ 2023", ["2023-11-20"]),
        ("ru", "6 марта 2020 года", ["2020-03-06"]),
        ("tr", "6 Ağustos 2020", ["2020-08-06"]),
        ("en", "13/03/2020 but not 05/03/2020, whose order is open", ["2020-03-13"]),
        ("en", "the 12-kilometre road and 34 dead", []),
    ],
)
def test_dates_are_read_as_written(language: str, text: str, expected: list[str]) -> None:
    assert [d.iso() for d in written_dates(fold(text), load_words(language))] == expected


def test_a_date_without_a_year_has_no_iso_form_but_a_day_in_each_year() -> None:
    (written,) = written_dates(fold("on Feb. 27"), load_words("en"))
    assert written.iso() is None
    assert written.on(2020) == date(2020, 2, 27)


def test_a_day_that_does_not_exist_is_known_not_to() -> None:
    (written,) = written_dates(fold("30 February 2020"), load_words("en"))
    assert not written.exists
    assert written.on(2020) is None


def test_words_of_what_is_to_come_mark_a_date_as_ahead() -> None:
    (patrols,) = written_dates(fold("to be policed by patrols from March 15"), load_words("en"))
    (killed,) = written_dates(fold("were killed on Feb. 27"), load_words("en"))
    (cleared,) = written_dates(fold("engineers cleared rubble from the bridge, he said on March 3"), load_words("en"))
    assert patrols.future
    assert not killed.future
    assert not cleared.future


def test_only_weekdays_of_these_days_count() -> None:
    text = fold("He said on Friday that last Monday and every Sunday differ; Tuesday, 3 March was calm.")
    words = load_words("en")
    assert [w.day for w in bare_weekdays(text, words, written_dates(text, words))] == [4]


@pytest.mark.parametrize(
    ("days", "expected"), [({2, 3, 4}, 4), ({6, 0}, 0), ({3}, 3), (set(), None), ({0, 2, 4, 6}, None)]
)
def test_the_last_of_weekdays_close_together(days: set[int], expected: int | None) -> None:
    assert last_of_week(days) == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 80), st.integers(0, 6))
def test_days_between_are_that_weekday_and_all_of_them(first: date, length: int, weekday: int) -> None:
    last = first + timedelta(days=length)
    expected = [d for i in range(length + 1) if (d := first + timedelta(days=i)).weekday() == weekday]
    assert days_between(first, last, weekday) == expected


@given(st.text(max_size=300))
def test_spans_of_dates_lie_in_the_text(text: str) -> None:
    for written in written_dates(fold(text), load_words("en")):
        assert 0 <= written.span[0] < written.span[1] <= len(text)


@pytest.mark.parametrize(("language", "day"), [("ar", "2020-03-05"), ("fr", "2020-03-05"), ("en", None), (None, None)])
def test_only_english_leaves_the_order_of_figures_open(language: str | None, day: str | None) -> None:
    found = written_dates(fold("05/03/2020"), load_words(language or "en"), language)
    assert [d.iso() for d in found] == ([day] if day else [])


def test_dates_in_figures_may_have_hyphens() -> None:
    assert [d.iso() for d in written_dates(fold("ليوم 11-7-2023"), load_words("ar"), "ar")] == ["2023-07-11"]
