"""What was known by an instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.errors import SettingsError
from trucewatch.known import cut, instant, interval
from trucewatch.model import Report


def _report(name: str, published: str | None = None, retrieved: str | None = None) -> Report:
    return Report(id=name, text="Nothing was heard.", published=published, retrieved=retrieved)


def test_without_an_instant_everything_given_is_known() -> None:
    reports = (_report("r_1", "2020-03-05"), _report("r_2"))
    assert cut(reports, None).reports == reports


def test_a_report_of_a_later_day_is_held_back() -> None:
    known = cut([_report("r_early", "2020-03-05"), _report("r_late", "2020-03-07")], "2020-03-06T12:00Z")
    assert [report.id for report in known.reports] == ["r_early"]
    assert known.held_back == ("r_late",)
    assert known.edge == ()


def test_a_report_of_the_same_day_is_let_in_and_listed() -> None:
    known = cut([_report("r_day", "2020-03-06")], "2020-03-06T12:00Z")
    assert known.edge == ("r_day",)
    assert known.held_back == ()


def test_a_month_is_known_from_its_first_day() -> None:
    assert cut([_report("r_month", "2020-03")], "2020-03-06").edge == ("r_month",)


def test_a_report_without_a_date_is_let_in_and_listed() -> None:
    assert cut([_report("r_undated")], "2020-03-06").edge == ("r_undated",)


def test_an_offset_counts() -> None:
    known = cut([_report("r_1", "2020-03-06T14:30+03:00")], "2020-03-06T12:00Z")
    assert known.reports
    assert known.edge == ()


def test_known_by_acquired_asks_when_a_report_was_retrieved() -> None:
    report = _report("r_1", "2020-03-01", retrieved="2021-01-01T00:00Z")
    assert cut([report], "2020-03-06").held_back == ()
    assert cut([report], "2020-03-06", "acquired").held_back == ("r_1",)


def test_an_interval_runs_from_the_start_of_its_first_part_to_the_start_of_its_second() -> None:
    assert interval("2020-03-04/2020-03-06") == (datetime(2020, 3, 4, tzinfo=UTC), datetime(2020, 3, 6, tzinfo=UTC))
    assert interval("2020-12") == (datetime(2020, 12, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC))
    assert interval("2020-03-04/..") == (datetime(2020, 3, 4, tzinfo=UTC), None)


def test_a_date_that_does_not_exist_leaves_both_sides_open() -> None:
    assert interval("2020-02-30") == (None, None)


@pytest.mark.parametrize("text", ["yesterday", "2020-13-01", "2020-02-30", "12:00", ""])
def test_an_instant_that_is_none_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SettingsError, match="2020-03-06T12:00Z"):
        instant(text)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1)), st.integers(0, 10**6))
def test_a_later_instant_never_knows_less(day: datetime, minutes: int) -> None:
    reports = [_report(f"r_{n}", f"{2000 + 5 * n}-03-06") for n in range(10)]
    earlier, later = day.isoformat(), (day + timedelta(minutes=minutes)).isoformat()
    assert {r.id for r in cut(reports, earlier).reports} <= {r.id for r in cut(reports, later).reports}
