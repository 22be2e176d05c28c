"""resolve: do two claims speak of the same time?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import a_claim, a_time
from trucewatch.model import Time
from trucewatch.resolve.compare import time_fit
from trucewatch.resolve.subject import Subject, subject

DAY = a_time("2020-02-27", "2020-02-28")
WEEK = a_time("2020-02-24", "2020-03-02", "week")
NEXT = a_time("2020-02-28", "2020-02-29")


def before(day: str) -> Time:
    """A time of which only the report's day is known."""
    return a_time(None, day, "open", basis="published")


def told(time: Time | None, **fields: Any) -> Subject:
    return subject(a_claim(time=time, **fields), "2020-03-05", "root")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (DAY, None, 0.5),
        (DAY, DAY, 1.0),
        (DAY, WEEK, 0.75),
        (DAY, NEXT, 0.2),
        (DAY, a_time("2020-02-29", "2020-03-02"), 0.3),
        (DAY, a_time("2020-03-01", "2020-03-02"), 0.0),
        (DAY, before("2020-02-29"), 0.7),
        (DAY, before("2020-03-20"), 0.5),
        (DAY, before("2021-02-27"), 0.4),
        (before("2020-02-27"), before("2021-02-27"), 0.0),
    ],
)
def test_times_that_meet_score_high_and_days_apart_veto(one: Time, other: Time | None, expected: float) -> None:
    assert time_fit(told(one), told(other)).score == expected
    assert time_fit(told(other), told(one)) == time_fit(told(one), told(other))


def test_the_day_of_a_report_tells_less_than_a_stated_day() -> None:
    supposed = a_time("2020-02-27", "2020-02-28", basis="published")
    assert time_fit(told(DAY), told(supposed)).score == 0.7


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("16:00+03:00", "13:00Z", 0.9),
        ("16:00+03:00", "15:00+02:00", 0.9),
        ("16:00", "13:00", 0.7),
        ("16:00+03:00", "13:00+03:00", 0.4),
        ("16:00", "06:00", 0.2),
    ],
)
def test_hours_are_compared_by_their_clocks(one: str, other: str, expected: float) -> None:
    left, right = (told(a_time(f"2020-03-05T{hour}", precision="minute")) for hour in (one, other))
    assert time_fit(left, right).score == expected
    assert time_fit(right, left).score == expected


def test_speech_of_another_day_is_another_speech() -> None:
    said = {"type": "dip.demand", "modality": "demanded"}
    assert time_fit(told(DAY, **said), told(NEXT, **said)).score == 0.0


@pytest.mark.parametrize(("held", "expected"), [("2020-03-05", 0.65), ("2020-03-20", 0.5), ("2020-03-03", 0.5)])
def test_talks_that_were_foretold_without_a_day_are_those_held_within_days(held: str, expected: float) -> None:
    ahead = told(a_time("2020-03-04", None, "open", basis="inherited"), type="dip.talks", modality="planned")
    met = told(a_time(held, held[:-2] + f"{int(held[-2:]) + 1:02}"), type="dip.talks", report="r_2")
    assert time_fit(ahead, met).score == time_fit(met, ahead).score == expected
