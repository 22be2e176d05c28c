"""Parts of a day as hours."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from trucewatch.extract.times.daytimes import PARTS, midnights, part_of
from trucewatch.extract.times.timewords import TimePhrase

DAY = (dt.date(2020, 3, 5), dt.date(2020, 3, 6))


@pytest.mark.parametrize(("part", "third"), list(itertools.product(PARTS, (None, "early", "mid", "late"))))
def test_a_part_lies_within_its_day(part: str, third: str | None) -> None:
    found = part_of(TimePhrase(0, 1, "weekday", number=4, part=part, third=third), DAY)
    assert found is not None
    start, end, _ = found
    assert dt.datetime(2020, 3, 5) <= start < end <= dt.datetime(2020, 3, 6)


def test_a_night_is_also_read_past_midnight() -> None:
    found = part_of(TimePhrase(0, 1, "weekday", number=4, part="night"), DAY)
    assert found is not None
    (other,) = found[2]
    assert (other.start, other.end) == ("2020-03-06T00:00", "2020-03-06T06:00")


def test_overnight_is_the_night_before_or_the_one_after() -> None:
    found = part_of(TimePhrase(0, 1, "part", part="overnight"), DAY)
    assert found is not None
    assert found[:2] == (dt.datetime(2020, 3, 4, 18), dt.datetime(2020, 3, 5, 6))
    assert [r.start for r in found[2]] == ["2020-03-05T18:00"]


def test_a_day_of_which_no_part_is_named_stays_whole() -> None:
    assert part_of(TimePhrase(0, 1, "weekday", number=4), DAY) is None


def test_midnight_to_come_is_the_end_of_the_day() -> None:
    start, _, (other,) = midnights(dt.datetime(2020, 3, 5), coming=True)
    assert (start.isoformat(), other.start) == ("2020-03-06T00:00:00", "2020-03-05T00:00")


def test_the_night_that_ends_on_a_day_may_have_begun_the_evening_before() -> None:
    found = part_of(TimePhrase(0, 1, "weekday", number=4, part="eve"), DAY)
    assert found is not None
    start, end, (evening,) = found
    assert (start, end) == (dt.datetime(2020, 3, 5), dt.datetime(2020, 3, 5, 6))
    assert (evening.start, evening.end) == ("2020-03-04T18:00", "2020-03-05T00:00")
