"""model: a place has a point, or is an area, or lies nowhere that is known; whoever wrote it."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_claim, a_place
from trucewatch.model import Place
from trucewatch.model.claim import WIDEST_POINT_KM, Area
from trucewatch.model.codec import from_row, from_text, hashed_row, to_row

places = st.builds(
    Place,
    st.just("there"),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    radius_km=st.none() | st.floats(0, 2000),
)


@given(places)
def test_no_place_has_both_a_point_and_an_area_and_none_wider_than_the_limit_has_a_point(place: Place) -> None:
    pointed = place.lat is not None and place.lon is not None
    assert not (pointed and place.area is not None)
    assert not (pointed and (place.radius_km or 0.0) > WIDEST_POINT_KM)


@given(st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(0, 2000))
def test_the_middle_is_what_was_given_however_wide_the_place_is(lat: float, lon: float, radius: float | None) -> None:
    place = Place("there", lat=lat, lon=lon, radius_km=radius)
    assert (place.middle, place.radius_km) == ((lat, lon), radius)


@given(places)
def test_a_place_comes_back_from_its_row_and_from_its_text(place: Place) -> None:
    row = to_row(place)
    assert from_row(Place, row) == from_text(Place, json.dumps(row)) == place


def test_a_file_that_pins_a_country_on_its_middle_is_read_as_an_area() -> None:
    old = {"text": "Syria", "id": "SY", "level": "country", "lat": 35.0, "lon": 38.5, "radius_km": 420.0}
    place = from_row(Place, old)
    assert (place.lat, place.lon, place.radius_km) == (None, None, 420.0)
    assert place.area == Area(35.0, 38.5, 420.0)
    assert to_row(place)["area"] == {"lat": 35.0, "lon": 38.5, "radius_km": 420.0}
    assert "lat" not in to_row(place)


def test_the_limit_itself_keeps_its_point() -> None:
    assert a_place("Adal", lat=35.0, lon=36.0, radius_km=WIDEST_POINT_KM).area is None
    assert a_place("Adal", lat=35.0, lon=36.0, radius_km=WIDEST_POINT_KM + 0.1).lat is None


def test_what_is_given_a_point_is_no_area_any_more() -> None:
    wide = a_place("Adal", lat=35.0, lon=36.0, radius_km=400.0)
    town = dataclasses.replace(wide, lat=35.2, lon=36.2, radius_km=5.0)
    assert (town.middle, town.area) == ((35.2, 36.2), None)


def test_an_area_is_as_wide_as_its_place() -> None:
    wider = dataclasses.replace(a_place("Adal", lat=35.0, lon=36.0, radius_km=400.0), radius_km=410.0)
    assert wider.area == Area(35.0, 36.0, 410.0)
    assert from_row(Place, {"text": "x", "area": {"lat": 1.0, "lon": 2.0, "radius_km": 300.0}}).radius_km == 300.0


@pytest.mark.parametrize("radius", [3.0, 420.0])
def test_hashes_are_taken_over_a_row_as_it_was_before_areas_had_a_field(radius: float) -> None:
    claim = a_claim(place=a_place("Adal", lat=35.0, lon=36.0, radius_km=radius))
    told = hashed_row(claim)["place"]
    assert (told["lat"], told["lon"], told["radius_km"]) == (35.0, 36.0, radius)
    assert "area" not in told
    assert {name: value for name, value in hashed_row(claim).items() if name != "place"} == {
        name: value for name, value in to_row(claim).items() if name != "place"
    }
