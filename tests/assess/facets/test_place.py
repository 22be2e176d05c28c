"""The facet place: deeper than all doubt, further than all doubt, or open."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assess.worlds import truce
from tests.factories import a_place
from trucewatch.assess.case import Case
from trucewatch.assess.facets.ground import disk_share
from trucewatch.assess.facets.place import in_reach
from trucewatch.assess.profile import load_profile
from trucewatch.model import Place, PlaceCandidate, Where

NOW = "2031-04-20T00:00:00Z"
CASE = Case(truce(), load_profile(), NOW, NOW)
CORRIDOR = Where("within", "corridor")
KM = 1 / 110.94
"""Degrees of latitude in one kilometre at 35 degrees north."""


def north_of_the_road(km: float, radius_km: float = 0.2) -> Place:
    """A place so far north of the middle of the road."""
    return a_place("Village", lon=36.25, lat=35.0 + km * KM, radius_km=radius_km)


@pytest.mark.parametrize(
    ("km", "value"), [(5.2, "T"), (5.9, "N"), (6.0, "N"), (6.1, "N"), (6.8, "F"), (-5.2, "T"), (-6.8, "F")]
)
def test_six_kilometres_are_settled_only_beyond_radius_and_tolerance(km: float, value: str) -> None:
    facet = in_reach(north_of_the_road(km), CORRIDOR, CASE).facet
    assert facet.value == value
    assert "Corridor" in facet.why


def test_outside_of_a_zone_is_the_reverse_of_inside() -> None:
    swap = {"T": "F", "F": "T", "N": "N"}
    for km in (1.0, 6.0, 9.0):
        place = north_of_the_road(km)
        inside = in_reach(place, CORRIDOR, CASE).facet.value
        assert in_reach(place, Where("not_within", "corridor"), CASE).facet.value == swap[inside]


def test_along_a_road_means_within_a_distance_of_it() -> None:
    along = Where("along", "road", 2.0)
    assert in_reach(north_of_the_road(0.5), along, CASE).facet.value == "T"
    assert in_reach(north_of_the_road(2.0), along, CASE).facet.value == "N"
    assert in_reach(north_of_the_road(5.0), along, CASE).facet.value == "F"
    assert in_reach(Place("the road", "The road", level="route", lat=30.0, lon=30.0), along, CASE).facet.value == "T"


def test_a_place_nobody_tells_or_knows_is_open() -> None:
    assert in_reach(None, CORRIDOR, CASE).facet.value == "N"
    assert '"Nowhere" could not be placed' in in_reach(Place("Nowhere"), CORRIDOR, CASE).facet.why


@pytest.mark.parametrize(("km", "value"), [(0.0, "N"), (250.0, "N"), (700.0, "F")])
def test_an_area_without_a_point_is_held_against_a_zone_by_its_disc(km: float, value: str) -> None:
    area = north_of_the_road(km, 400.0)
    assert area.lat is None
    assert in_reach(area, CORRIDOR, CASE).facet.value == value
    assert in_reach(area, Where("not_within", "corridor"), CASE).facet.value == {"N": "N", "F": "T"}[value]


def test_a_name_with_several_candidates_is_settled_only_where_all_agree() -> None:
    inside = PlaceCandidate("a", "One", 35.0, 36.2)
    also = PlaceCandidate("b", "Two", 35.0, 36.3)
    far = PlaceCandidate("c", "Three", 36.0, 36.3)
    assert in_reach(Place("X", candidates=(inside, also)), CORRIDOR, CASE).facet.value == "T"
    assert in_reach(Place("X", candidates=(inside, far)), CORRIDOR, CASE).facet.value == "N"
    assert in_reach(Place("X", candidates=(far,)), CORRIDOR, CASE).facet.value == "F"


def test_a_zone_without_lines_settles_nothing_and_says_until_when() -> None:
    read = in_reach(north_of_the_road(0), Where("within", "unknown"), CASE)
    assert read.facet.value == "N"
    assert read.undefined == "Strip is undefined until a map is published"


def test_a_reading_without_lines_keeps_the_answer_open_beside_one_with_them() -> None:
    read = in_reach(north_of_the_road(0), Where("within", "corridor", readings=("unknown",)), CASE)
    assert (read.facet.value, read.undefined) == ("N", None)
    assert {name: facet.value for name, facet in read.readings.items()} == {"Corridor": "T", "Strip": "N"}


def test_the_zone_named_as_the_place_is_inside_itself() -> None:
    named = dataclasses.replace(north_of_the_road(0, 50.0), name="the corridor", text="corridor")
    assert in_reach(named, CORRIDOR, CASE).facet.value == "N"
    assert in_reach(dataclasses.replace(named, name="Corridor"), CORRIDOR, CASE).facet.value == "T"


@given(st.floats(-3, 3), st.floats(0.5, 2))
def test_the_share_of_a_disk_is_what_counting_points_gives(depth: float, radius: float) -> None:
    grid = np.linspace(-radius, radius, 201)
    x, y = np.meshgrid(grid, grid)
    disk = x**2 + y**2 <= radius**2
    counted = float((disk & (y <= depth)).sum() / disk.sum())
    assert disk_share(depth, radius) == pytest.approx(counted, abs=0.02)


def test_a_point_is_inside_or_not() -> None:
    assert (disk_share(0.1, 0.0), disk_share(-0.1, 0.0)) == (1.0, 0.0)
