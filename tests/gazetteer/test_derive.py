"""Places by reference to others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer import Entry, Gazetteer, between, load_roads, offset, on_route
from trucewatch.gazetteer.derive import nearest_on
from trucewatch.gazetteer.distance import km_between

TOWN = Entry("a", "Adale", "settlement", 35.0, 36.0, 3.0, "SY", ("SY-X", "SY"))


def _known(gazetteer: Gazetteer, place_id: str) -> Entry:
    entry = gazetteer.by_id(place_id)
    assert entry is not None
    return entry


def test_twelve_kilometres_south_lies_south() -> None:
    place = offset(TOWN, 12, "s")
    assert place.lat == pytest.approx(35.0 - 12 / 111.2, abs=0.001)
    assert place.lon == pytest.approx(36.0)
    assert (place.relation, place.within) == ("distance", ("SY",))


@given(st.floats(0.5, 200), st.floats(0, 359))
def test_the_radius_of_an_offset_holds_the_doubt_of_the_town_and_of_the_bearing(km: float, bearing: float) -> None:
    place = offset(TOWN, km, bearing)
    assert place.lat is not None
    assert place.lon is not None
    assert place.radius_km is not None
    assert km_between(35.0, 36.0, place.lat, place.lon) == pytest.approx(km, abs=0.01)
    assert place.radius_km >= TOWN.radius_km


def test_a_word_that_is_no_bearing_is_refused() -> None:
    with pytest.raises(ValueError, match="compass"):
        offset(TOWN, 5, "left")


@given(st.floats(33, 37), st.floats(35, 41))
def test_between_reaches_both_ends(lat: float, lon: float) -> None:
    other = Entry("b", "Bur", "settlement", lat, lon, 4.0, "TR", ("TR",))
    place = between(TOWN, other)
    assert place.middle is not None
    assert place.radius_km is not None
    for end in (TOWN, other):
        assert km_between(*place.middle, end.lat, end.lon) <= place.radius_km + 0.1
    assert (place.country, place.within) == (None, ())


def test_a_road_near_a_town_is_on_the_road(gazetteer: Gazetteer) -> None:
    place = on_route("route.m4", _known(gazetteer, "sy.ariha"))
    assert (place.id, place.level) == ("route.m4", "route")
    assert place.lat is not None
    assert place.lon is not None
    assert km_between(*nearest_on(load_roads()["route.m4"], place.lat, place.lon), place.lat, place.lon) < 0.1


def test_a_road_that_does_not_pass_there_has_no_point(gazetteer: Gazetteer) -> None:
    assert on_route("route.m4", _known(gazetteer, "sy.khan-shaykhun")).lat is None


def test_an_unknown_road_has_no_point(gazetteer: Gazetteer) -> None:
    place = on_route("route.none", _known(gazetteer, "sy.ariha"))
    assert (place.lat, place.id) == (None, None)
