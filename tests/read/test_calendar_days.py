"""Published values: what exists, and the days they allow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.read.calendar_days import checked, days_of, span_text


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("2020-03-05", "2020-03-05", "2020-03-06"),
        ("2020-03-05T10:00Z", "2020-03-05", "2020-03-06"),
        ("2020-02", "2020-02-01", "2020-03-01"),
        ("2020-12", "2020-12-01", "2021-01-01"),
        ("2020-02-21/2020-02-23", "2020-02-21", "2020-02-23"),
    ],
)
def test_a_value_allows_its_days(value: str, first: str, after: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(after))


@pytest.mark.parametrize("value", ["2020-02-30", "yesterday", "", "2020-13", "0000-01-01", "9999-12-31/0001-01-01"])
def test_what_does_not_exist_allows_nothing(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ("2020-03-06T10:00:00+02:00", "2020-03-06T10:00:00+02:00"),
        ("2020-03-06T10:00:00Z", "2020-03-06T10:00:00Z"),
        ("20200306", "2020-03-06"),
        ("2020", "2020-01-01/2021-01-01"),
        ("2020-02-30", None),
        ("2020-02-30T10:00", None),
        ("soon", None),
        (None, None),
    ],
)
def test_given_dates_are_checked(given_value: object, expected: str | None) -> None:
    assert checked(given_value) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 1, 1)), st.integers(1, 400))
def test_a_span_of_days_is_written_so_that_it_reads_back(first: date, length: int) -> None:
    after = first + timedelta(days=length)
    assert days_of(span_text(first, after)) == (first, after)
