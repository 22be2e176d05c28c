"""Distances, bearings and middles on the sphere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer.distance import bearing_between, bearing_degrees, degrees_apart, km_between, middle, move

LAT, LON = st.floats(-70, 70), st.floats(-179, 179)


def test_one_degree_of_latitude_is_111_kilometres() -> None:
    assert km_between(35.0, 36.0, 36.0, 36.0) == pytest.approx(111.2, abs=0.2)


@given(LAT, LON, LAT, LON)
def test_a_distance_is_the_same_both_ways(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    assert km_between(lat1, lon1, lat2, lon2) == pytest.approx(km_between(lat2, lon2, lat1, lon1), abs=1e-6)


@given(LAT, LON, st.floats(0, 500), st.floats(0, 360))
def test_a_move_of_so_many_kilometres_ends_so_many_kilometres_away(
    lat: float, lon: float, km: float, bearing: float
) -> None:
    assert km_between(lat, lon, *move(lat, lon, km, bearing)) == pytest.approx(km, abs=1e-3)


@given(LAT, LON, LAT, LON)
def test_the_middle_is_as_far_from_one_end_as_from_the_other(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    here = middle(lat1, lon1, lat2, lon2)
    assert km_between(lat1, lon1, *here) == pytest.approx(km_between(lat2, lon2, *here), abs=1e-3)


def test_a_compass_point_is_a_bearing() -> None:
    assert [bearing_degrees(word) for word in ("n", "E", " sw ", 370.0)] == [0.0, 90.0, 225.0, 10.0]


def test_a_word_that_is_no_compass_point_is_refused() -> None:
    with pytest.raises(ValueError, match="upwards"):
        bearing_degrees("upwards")


@given(st.floats(-60, 60), LON.filter(lambda lon: abs(lon) < 170), st.floats(1, 100), st.floats(0, 360))
def test_what_was_moved_to_the_east_is_seen_in_the_east(lat: float, lon: float, km: float, bearing: float) -> None:
    seen = bearing_between(lat, lon, *move(lat, lon, km, bearing))
    assert degrees_apart(seen, bearing) < 5
