"""Whole days counted from the report or from the day told of last."""

from __future__ import annotations

import datetime as dt

import pytest

from trucewatch.extract.times.relative import Now, days_of
from trucewatch.extract.times.timewords import TimePhrase

THURSDAY = dt.date(2020, 3, 5)
TOLD = dt.date(2020, 2, 27)


def _days(phrase: TimePhrase, **now: object) -> tuple[str, str] | None:
    found = days_of(phrase, Now(THURSDAY, **now))  # type: ignore[arg-type]
    return (found[0].isoformat(), found[1].isoformat()) if found else None


@pytest.mark.parametrize(
    ("number", "unit", "start"),
    [(1, "day", "2020-02-28"), (-1, "day", "2020-02-26"), (0, "day", "2020-02-27"),
     (1, "week", "2020-03-05"), (3, "hour", "2020-02-27")],
)  # fmt: skip
def test_later_and_before_are_counted_from_the_day_told_of(number: int, unit: str, start: str) -> None:
    found = _days(TimePhrase(0, 1, "then", number=number, unit=unit), told=TOLD)
    assert found is not None
    assert found[0] == start


def test_nothing_done_is_counted_past_the_report() -> None:
    phrase = TimePhrase(0, 1, "then", number=2, unit="week")
    assert _days(phrase, told=TOLD) is None
    assert _days(phrase, told=TOLD, future=True) == ("2020-03-12", "2020-03-13")


def test_without_a_day_told_of_the_next_day_is_unknown() -> None:
    assert _days(TimePhrase(0, 1, "then", number=1, unit="day")) is None


def test_since_then_runs_from_the_day_told_of_to_the_report() -> None:
    assert _days(TimePhrase(0, 1, "then", unit="day", which="since"), told=TOLD) == ("2020-02-27", "2020-03-06")


def test_an_hour_belongs_to_the_day_told_of_and_this_morning_to_the_report() -> None:
    assert _days(TimePhrase(0, 1, "clock", clock=600), told=TOLD) == ("2020-02-27", "2020-02-28")
    assert _days(TimePhrase(0, 1, "clock", clock=600)) == ("2020-03-05", "2020-03-06")
    assert _days(TimePhrase(0, 1, "part", part="morning", which="this"), told=TOLD) == ("2020-03-05", "2020-03-06")


@pytest.mark.parametrize(
    ("rule", "past", "future"),
    [
        ("12-25", "2019-12-25", "2020-12-25"),
        ("easter", "2019-04-21", "2020-04-12"),
        ("easter-2", "2019-04-19", "2020-04-10"),
        ("hijri 10-1", "2019-06-05", "2020-05-24"),
    ],
)
def test_a_named_day_is_the_last_or_the_next(rule: str, past: str, future: str) -> None:
    phrase = TimePhrase(0, 1, "feast", unit=rule)
    assert [(_days(phrase, future=ahead) or ("",))[0] for ahead in (False, True)] == [past, future]


def test_a_rule_that_nobody_knows_gives_no_day() -> None:
    assert _days(TimePhrase(0, 1, "feast", unit="someday")) is None


def test_a_month_without_a_year_takes_that_told_of_before() -> None:
    assert _days(TimePhrase(0, 1, "month", month=4), told_year=2018) == ("2018-04-01", "2018-05-01")


def test_summer_is_the_last_one_or_the_next() -> None:
    phrase = TimePhrase(0, 1, "season", month=6)
    assert _days(phrase) == ("2019-06-01", "2019-09-01")
    assert _days(phrase, future=True) == ("2020-06-01", "2020-09-01")
