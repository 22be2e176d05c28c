"""The facet place where lines have dated versions: the one in force at the time of the incident counts."""

from __future__ import annotations

import pytest

from tests.assess.dated_truce import MOVED_LINE, dated_truce
from tests.factories import a_place, a_time
from trucewatch.assess import CaseResult, run_cases
from trucewatch.assess.case import Case
from trucewatch.assess.facets.place import days_of, in_reach
from trucewatch.assess.profile import load_profile
from trucewatch.model import Place, Time, Where

RESULTS = run_cases(str(MOVED_LINE))
NOW = "2031-04-20T00:00:00Z"
CASE = Case(dated_truce(), load_profile(), NOW, NOW)
CORRIDOR = Where("within", "corridor")
SHARED = Where("within", "shared")
ALONG = Where("along", "road", 2.0)
SOUTH = a_place("Southby", lon=36.25, lat=35.0, radius_km=0.2)
NORTH = a_place("Northby", lon=36.25, lat=35.3, radius_km=0.2)
FAR = a_place("Farby", lon=36.25, lat=37.0, radius_km=0.2)


def on(day: int, until: int | None = None) -> Time:
    """A day of April, or the days until before another."""
    return a_time(f"2031-04-{day:02}", f"2031-04-{until or day + 1:02}")


@pytest.mark.parametrize("result", RESULTS, ids=[result.name for result in RESULTS])
def test_the_case_holds(result: CaseResult) -> None:
    assert result.passed, result.why


@pytest.mark.parametrize("where", [CORRIDOR, SHARED, ALONG])
def test_the_day_before_the_switch_and_the_switch_day_take_different_versions(where: Where) -> None:
    values = [[in_reach(place, where, CASE, on(day)).facet.value for day in (4, 5, 9, 12)] for place in (SOUTH, NORTH)]
    assert values == [["T", "F", "F", "T"], ["F", "T", "T", "F"]]


@pytest.mark.parametrize(("hour", "value"), [("04T23:00", "T"), ("05T00:00", "F")])
def test_the_switch_is_at_midnight_by_the_clock_of_the_agreement(hour: str, value: str) -> None:
    day, start = hour.split("T")
    end = f"2031-04-{day}T{int(start[:2]) + 1:02}:00" if start != "23:00" else "2031-04-05T00:00"
    assert in_reach(SOUTH, CORRIDOR, CASE, a_time(f"2031-04-{hour}", end, "hour")).facet.value == value


def test_a_time_that_spans_two_versions_is_open_unless_both_agree() -> None:
    read = in_reach(SOUTH, CORRIDOR, CASE, on(4, 6))
    assert read.facet.value == "N"
    assert "the edge of Corridor, 6 km (version until 2031-04-05)" in read.facet.why
    assert "the edge of Corridor, 6 km (version from 2031-04-05 until 2031-04-10)" in read.facet.why
    assert {name: facet.value for name, facet in read.readings.items()} == {
        "Corridor, 6 km (version until 2031-04-05)": "T",
        "Corridor, 9 km (version until 2031-04-05)": "T",
        "Corridor, 6 km (version from 2031-04-05 until 2031-04-10)": "F",
        "Corridor, 9 km (version from 2031-04-05 until 2031-04-10)": "F",
    }
    agreed = in_reach(FAR, CORRIDOR, CASE, on(4, 6)).facet
    assert (agreed.value, agreed.why.endswith("and so by every reading")) == ("F", True)


def test_reasons_name_the_version() -> None:
    assert "the edge of along The road (version from 2031-04-12)" in in_reach(SOUTH, ALONG, CASE, on(13)).facet.why


@pytest.mark.parametrize("where", [CORRIDOR, ALONG, Where("not_within", "corridor")])
@pytest.mark.parametrize("place", [SOUTH, FAR, a_place("Corridor", lon=36.2, lat=35.0, radius_km=0.2)])
def test_in_a_gap_no_place_is_inside_or_outside(where: Where, place: Place) -> None:
    read = in_reach(place, where, CASE, on(10))
    assert (read.facet.value, read.undefined) == ("N", None)
    assert "is in force from 2031-04-10 until 2031-04-12" in read.facet.why


def test_the_road_itself_told_as_the_place_is_open_in_a_gap() -> None:
    road = Place("the road", "The road", level="route", lat=35.0, lon=36.2)
    assert [in_reach(road, ALONG, CASE, on(day)).facet.value for day in (4, 10)] == ["T", "N"]


def test_without_a_time_every_version_may_be_meant() -> None:
    assert in_reach(SOUTH, CORRIDOR, CASE, None).facet.value == "N"
    assert days_of(None, CORRIDOR, CASE) == (None, "2031-04-05", "2031-04-10", "2031-04-12")
    assert days_of(a_time(None, "2031-04-05"), CORRIDOR, CASE) == (None,)
    assert days_of(a_time("2031-04-12", None), CORRIDOR, CASE) == ("2031-04-12",)
    assert days_of(on(4, 13), Where("within", "box"), CASE) == ()


def test_a_zone_taken_out_is_the_one_of_its_version() -> None:
    where = Where("within", "box", except_=("corridor",))
    assert [in_reach(SOUTH, where, CASE, on(day)).facet.value for day in (4, 5, 10)] == ["F", "T", "N"]
