"""ISO 8601 texts as moments."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.publish.instants import clock, day_on, earliest_day, last_day, moment

PLUS_TWO = timezone(timedelta(hours=2))


@pytest.mark.parametrize("text", ["2031", "2031-03", "2031-03-05", "2031-03-05T16:00", "2031-03-05T16:00:01.5+03:00"])
def test_dates_and_instants_are_read(text: str) -> None:
    assert moment(text) is not None


@pytest.mark.parametrize("text", [None, "", "soon", "2031-13-01", "2031-02-30", "2031-03-05T25:00", "5 March"])
def test_what_is_no_date_is_not_read(text: str | None) -> None:
    assert moment(text) is None


def test_an_instant_falls_on_the_day_of_the_clock_it_is_read_by() -> None:
    assert day_on("2031-03-05T22:30Z", UTC) == date(2031, 3, 5)
    assert day_on("2031-03-05T22:30Z", PLUS_TWO) == date(2031, 3, 6)
    assert day_on("2031-03-05", PLUS_TWO) == date(2031, 3, 5)


def test_a_midnight_ends_the_day_before() -> None:
    assert last_day("2031-03-05T22:00Z", PLUS_TWO) == date(2031, 3, 5)
    assert last_day("2031-03-05T22:01Z", PLUS_TWO) == date(2031, 3, 6)


def test_clocks_are_known_by_name_or_offset_and_utc_otherwise() -> None:
    assert clock("+02:00") == PLUS_TWO
    assert clock("Nowhere/Land") is UTC
    assert clock("../../etc/passwd") is UTC


def test_the_first_day_of_a_publication_interval_counts() -> None:
    assert earliest_day("2031-03-05/2031-03-09") == date(2031, 3, 5)
    assert earliest_day(None) is None


@given(st.text())
def test_no_text_is_too_strange_to_be_refused(text: str) -> None:
    found = moment(text)
    assert found is None or found.parts in (1, 2, 3, 4)
