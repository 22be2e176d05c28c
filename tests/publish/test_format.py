"""Numbers, ranges, dates and positions as words."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model import Time
from trucewatch.publish.format import Formatter
from trucewatch.publish.wording import load_words

EN = Formatter(load_words("en"), markup=False)
FR = Formatter(load_words("fr"), markup=False)
AR = Formatter(load_words("ar"), markup=False)
PAGE = Formatter(load_words("ar"))


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (33, 33, "33"),
        (33, 34, "33–34"),
        (27, None, "27 or more"),
        (None, 35, "up to 35"),
        (None, None, "number not stated"),
        (3_600_000, 3_700_000, "3.6–3.7 million"),
        (900_000, 1_000_000, "0.9–1 million"),
        (948_000, 948_000, "948,000"),
        (0, 21, "0–21"),
        (1.5, 1.5, "1.5"),
    ],
)
def test_a_figure_is_shown_as_what_is_known_of_it(low: float | None, high: float | None, shown: str) -> None:
    assert EN.interval(low, high) == shown


def test_numbers_follow_the_language() -> None:
    assert FR.interval(3_600_000, 3_700_000) == "3,6–3,7 millions"
    assert FR.number(948_000) == "948\u202f000"
    assert AR.number(33) == "\u206633\u2069"


def test_what_is_no_number_shows_as_a_question() -> None:
    assert EN.number(float("nan")) == "?"
    assert EN.interval(1, float("inf")) == "?–?" or "?" in EN.interval(1, float("inf"))


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_range_never_loses_its_bounds(one: float, other: float) -> None:
    low, high = sorted((round(one), round(other)))
    shown = EN.interval(low, high)
    assert ("–" in shown) == (EN.interval(low, low) != EN.interval(high, high) and "–" in shown)
    assert "None" not in shown
    assert "nan" not in shown


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (Time("2031-02-27", "2031-02-28"), "27 February 2031"),
        (Time("2031-02-27", "2031-03-02"), "27 February – 1 March 2031"),
        (Time("2030-12-31", "2031-01-02"), "31 December 2030 – 1 January 2031"),
        (Time("2031-03-05T16:00", "2031-03-05T16:01", "minute"), "5 March 2031, 16:00"),
        (Time("2031-03-05T16:00+03:00", "2031-03-05T17:00+03:00", "hour"), "5 March 2031, 16:00–17:00 +03:00"),
        (Time("2031-03-01", "2031-04-01", "month"), "March 2031"),
        (Time("2031-01-01", "2032-01-01", "year"), "2031"),
        (Time(None, "2031-03-05", "open"), "by 4 March 2031"),
        (Time(None, "2031-03-05", "open", "published"), "no day told; reported 4 March 2031"),
        (Time("2031-03-06", None, "open"), "from 6 March 2031"),
        (Time(), "date not stated"),
        (None, "date not stated"),
        (Time("soon", "later"), "soon/later"),
    ],
)
def test_a_time_is_shown_no_finer_than_it_was_told(time: Time | None, shown: str) -> None:
    assert EN.time(time) == shown


def test_two_instants_say_nothing_twice() -> None:
    zone = timezone(timedelta(hours=2))
    shown = EN.interval_of("2031-03-05T21:01Z", "2031-03-05T22:01Z", zone)
    assert shown == "5 March, 23:01 – 6 March 2031, 00:01 +02:00"
    assert EN.interval_of("2031-03-05T21:01Z", "2031-03-05T22:01Z", UTC) == "5 March 2031, 21:01–22:01 UTC"


def test_a_midnight_is_named_by_the_day_it_ends() -> None:
    zone = timezone(timedelta(hours=2))
    assert EN.end_of("2031-03-08T22:00Z", zone) == "8 March 2031, end of day"
    assert EN.end_of("2031-03-08T12:00Z", zone) == "8 March 2031, 14:00 +02:00"
    assert EN.end_of("2031-03-08", zone) == "8 March 2031"


def test_a_publication_may_be_an_interval() -> None:
    assert EN.published("2031-03-05/2031-03-06") == "5 March – 6 March 2031"
    assert EN.published("2031-03") == "March 2031"
    assert EN.published(None) == "date not stated"


def test_on_a_page_values_are_isolated_and_escaped() -> None:
    assert PAGE.span(14, 17) == '<bdi dir="ltr" class="v">14–17</bdi>'
    assert PAGE.v("2.1(b)") == '<bdi dir="ltr" class="v">2.1(b)</bdi>'
    assert "<b>" not in str(PAGE.v("<b>"))
    assert PAGE.day(date(2031, 3, 6)).count("<bdi") == 2


def test_coordinates_name_their_hemisphere() -> None:
    assert EN.coordinates(35.931, 36.629) == "35.93° N, 36.63° E"
    assert EN.coordinates(-1.5, -70.25) == "1.50° S, 70.25° W"


def test_a_month_stands_in_the_form_that_its_place_asks_for() -> None:
    russian = Formatter(load_words("ru"), markup=False)
    assert russian.instant("2031-03-05") == "5 марта 2031"
    assert russian.instant("2031-03") == "март 2031"
    assert Formatter(load_words("tr"), markup=False).instant("2031-03-05") == "5 Mart 2031"


def test_numbers_stand_with_the_marks_of_the_language() -> None:
    assert Formatter(load_words("ru"), markup=False).number(12345.5) == "12\u00a0345,5"
    assert Formatter(load_words("tr"), markup=False).number(12345.5) == "12.345,5"
