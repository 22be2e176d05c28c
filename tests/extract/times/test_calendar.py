"""Calendar arithmetic on an anchor day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.times import calendar

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
WEEKDAYS = st.integers(1, 7)
WHICH = st.sampled_from([None, "last", "this", "next"])
THURSDAY = dt.date(2020, 3, 5)


@given(DAYS, WEEKDAYS, WHICH, st.booleans())
def test_a_weekday_is_that_day_and_within_a_week(anchor: dt.date, number: int, which: str | None, future: bool) -> None:
    start, end = calendar.weekday(anchor, number, which, future)
    assert start.isoweekday() == number
    assert end - start == calendar.DAY
    assert abs((start - anchor).days) <= 7


@given(DAYS, WEEKDAYS)
def test_last_lies_before_the_anchor_and_next_behind_it(anchor: dt.date, number: int) -> None:
    assert calendar.weekday(anchor, number, "last", False)[0] < anchor
    assert calendar.weekday(anchor, number, "next", False)[0] > anchor


@given(DAYS, WEEKDAYS)
def test_the_tense_decides_the_side(anchor: dt.date, number: int) -> None:
    assert calendar.weekday(anchor, number, None, False)[0] <= anchor <= calendar.weekday(anchor, number, None, True)[0]


def test_the_same_weekday_is_today() -> None:
    assert calendar.weekday(THURSDAY, 4, None, True) == calendar.weekday(THURSDAY, 4, None, False)
    assert calendar.weekday(THURSDAY, 4, None, False)[0] == THURSDAY


@given(DAYS, WHICH, st.booleans())
def test_a_weekend_is_a_saturday_and_a_sunday(anchor: dt.date, which: str | None, future: bool) -> None:
    start, end = calendar.weekend(anchor, which, future)
    assert start.isoweekday() == 6
    assert (end - start).days == 2
    assert abs((start - anchor).days) <= 13


@given(DAYS, st.sampled_from(["day", "week", "month", "year", "decade"]), st.integers(-3, 3))
def test_whole_units_stand_side_by_side(anchor: dt.date, unit: str, offset: int) -> None:
    assert calendar.whole(anchor, unit, offset)[1] == calendar.whole(anchor, unit, offset + 1)[0]


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]))
def test_this_unit_holds_the_anchor(anchor: dt.date, unit: str) -> None:
    start, end = calendar.whole(anchor, unit, 0)
    assert start <= anchor < end


def test_months_know_their_ends() -> None:
    assert calendar.month(2020, 2) == (dt.date(2020, 2, 1), dt.date(2020, 3, 1))
    assert calendar.month(2019, 12) == (dt.date(2019, 12, 1), dt.date(2020, 1, 1))


def test_weeks_begin_on_monday() -> None:
    assert calendar.whole(THURSDAY, "week", -1) == (dt.date(2020, 2, 24), dt.date(2020, 3, 2))


@given(DAYS, st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_day_without_a_year_lies_within_a_year(anchor: dt.date, month: int, day: int, future: bool) -> None:
    year = calendar.yearless(anchor, month, day, future)
    assert year is not None
    assert abs((dt.date(year, month, day) - anchor).days) <= 366


def test_december_told_in_march_is_the_last_one() -> None:
    assert calendar.yearless(THURSDAY, 12, None, False) == 2019


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_what_is_told_as_done_lies_not_after_the_report(anchor: dt.date, month: int, day: int) -> None:
    year = calendar.yearless(anchor, month, day, False, past=True)
    assert year is not None
    assert dt.date(year, month, day) <= anchor + calendar.DAY
    of_month = calendar.yearless(anchor, month, None, False, past=True)
    assert of_month is not None
    assert calendar.month(of_month, month)[0] <= anchor


def test_a_day_that_no_near_year_has_gets_none() -> None:
    assert calendar.yearless(dt.date(2022, 6, 1), 2, 29, False) is None
    assert calendar.yearless(THURSDAY, 2, 29, False) == 2020


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        ("day", -3, "2020-02-28"),
        ("week", 2, "2020-03-16"),
        ("month", -1, "2020-02-02"),
        ("year", -1, "2019-03-02"),
        ("hour", 24, "2020-03-03"),
        ("hour", -36, "2020-02-29"),
        ("hour", 6, "2020-03-03"),
    ],
)
def test_a_day_is_moved_by_the_calendar(unit: str, count: int, day: str) -> None:
    assert calendar.moved(dt.date(2020, 3, 2), unit, count).isoformat() == day


def test_a_month_that_is_too_short_ends_early() -> None:
    assert calendar.moved(dt.date(2020, 3, 31), "month", -1) == dt.date(2020, 2, 29)


@pytest.mark.parametrize("year", [(2019, "2019-04-21"), (2020, "2020-04-12"), (2024, "2024-03-31")])
def test_easter_moves(year: tuple[int, str]) -> None:
    assert calendar.easter(year[0]).isoformat() == year[1]


def test_thirds_of_a_month_are_cut_at_the_tenth_and_the_twentieth() -> None:
    march = calendar.month(2020, 3)
    thirds = [calendar.third(march, which) for which in ("early", "mid", "late")]
    assert [start.day for start, _ in thirds] == [1, 11, 21]
    assert thirds[-1][1] == march[1]


def test_winter_runs_into_the_next_year() -> None:
    assert calendar.season(2019, 12) == (dt.date(2019, 12, 1), dt.date(2020, 3, 1))
    assert calendar.season(2019, 6) == (dt.date(2019, 6, 1), dt.date(2019, 9, 1))


@given(DAYS, st.integers(1, 31), st.booleans())
def test_a_day_of_the_month_lies_on_the_side_that_the_tense_asks(anchor: dt.date, number: int, future: bool) -> None:
    start, _ = calendar.of_month(anchor, number, future)
    assert start.day == number
    assert start >= anchor if future else start <= anchor
