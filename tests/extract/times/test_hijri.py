"""The Hijri calendar by its arithmetic rule."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.extract.times import hijri


@pytest.mark.parametrize(
    ("date", "day"),
    [((1441, 9, 1), "2020-04-24"), ((1445, 1, 1), "2023-07-19"), ((1400, 1, 1), "1979-11-20"),
     ((1441, 7, 1), "2020-02-25")],
)  # fmt: skip
def test_days_that_almanacs_print_are_met_within_a_day(date: tuple[int, int, int], day: str) -> None:
    assert abs(hijri.date(*date) - dt.date.fromisoformat(day)) <= hijri.SLACK


@given(st.integers(1300, 1500), st.integers(1, 12))
def test_months_follow_each_other_and_have_29_or_30_days(year: int, number: int) -> None:
    start, end = hijri.month(year, number)
    assert (end - start).days in (29, 30)
    after = (year + 1, 1) if number == 12 else (year, number + 1)
    assert hijri.month(*after)[0] == end


@given(st.dates(dt.date(1950, 1, 1), dt.date(2070, 1, 1)), st.integers(1, 12))
def test_a_month_without_a_year_lies_within_a_year(anchor: dt.date, number: int) -> None:
    past = hijri.date(hijri.year_near(anchor, number, 1, future=False), number, 1)
    ahead = hijri.date(hijri.year_near(anchor, number, 1, future=True), number, 1)
    assert past <= anchor + hijri.SLACK
    assert ahead >= anchor - hijri.SLACK
    assert (ahead - past).days <= 356
