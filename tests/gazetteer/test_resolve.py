"""From a name to one place, or to none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer import Entry, Gazetteer, entry_of, resolve
from trucewatch.gazetteer.resolve import NEAR_KM, lies_in
from trucewatch.languages.fold import match_key
from trucewatch.model.claim import Place, PlaceLevel

LEVELS: list[PlaceLevel] = ["site", "settlement", "district", "province", "zone", "country", "region"]


def _resolve(gazetteer: Gazetteer, name: str, asked: PlaceLevel | None = None, near: tuple[str, ...] = ()) -> Place:
    named = [gazetteer.lookup(match_key(other))[0] for other in near]
    return resolve(name, gazetteer.lookup(match_key(name)), asked=asked, near=named)


def _town(place_id: str, population: int, country: str = "SD", lat: float = 10.0, kind: str = "world") -> Entry:
    return Entry(
        place_id,
        "Adale",
        "settlement",
        lat,
        20.0,
        3.0,
        country,
        (country,),
        population,
        "test",
        kind,  # type: ignore[arg-type]
    )


def test_city_province_and_zone_of_one_name_are_three_places(gazetteer: Gazetteer) -> None:
    assert _resolve(gazetteer, "Idlib", "settlement").id == "sy.idlib"
    assert _resolve(gazetteer, "Idlib", "province").id == "SY-ID"
    assert _resolve(gazetteer, "Idlib city").id == "sy.idlib"
    assert _resolve(gazetteer, "Idlib de-escalation area").id == "zone.idlib-dea"


def test_a_bare_name_shared_by_a_province_and_its_town_is_the_province_with_a_radius_for_both(
    gazetteer: Gazetteer,
) -> None:
    bare, province = _resolve(gazetteer, "Idlib"), gazetteer.by_id("SY-ID")
    assert (bare.id, bare.level) == ("SY-ID", "province")
    assert province is not None
    assert bare.radius_km is not None
    assert bare.radius_km >= province.radius_km


def test_a_level_that_nobody_bears_leaves_the_place_open_with_candidates(gazetteer: Gazetteer) -> None:
    place = _resolve(gazetteer, "Idlib", "zone")
    assert (place.lat, place.lon, place.id) == (None, None, None)
    assert {candidate.id for candidate in place.candidates} == {"SY-ID", "sy.idlib"}


def test_a_district_known_by_its_chief_town_gets_a_wide_radius_and_no_id(gazetteer: Gazetteer) -> None:
    place, town = _resolve(gazetteer, "Saraqib", "district"), gazetteer.by_id("sy.saraqib")
    assert town is not None
    assert (place.id, place.level, place.radius_km) == (None, "district", 15.0)
    assert (place.lat, place.lon) == (town.lat, town.lon)


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Paris", (), "FR"), ("Paris", ("us",), "FR"), ("Tripoli", (), "LY"), ("Tripoli", ("lebanon",), "LB"),
        ("Georgia", (), "GE"), ("Moscow", ("us",), "RU"), ("Kharkiv", (), "UA"),
    ],
)  # fmt: skip
def test_size_and_the_report_s_countries_decide_between_namesakes(
    gazetteer: Gazetteer, name: str, near: tuple[str, ...], country: str
) -> None:
    assert _resolve(gazetteer, name, near=near).country == country


def test_a_tie_stays_open(gazetteer: Gazetteer) -> None:
    place = _resolve(gazetteer, "Springfield")
    assert place.lat is None
    assert len(place.candidates) > 1


def test_a_state_named_beside_it_breaks_the_tie(gazetteer: Gazetteer) -> None:
    assert "US-IL" in _resolve(gazetteer, "Springfield", near=("illinois",)).within


def test_a_stranger_has_no_place_and_no_candidates(gazetteer: Gazetteer) -> None:
    assert _resolve(gazetteer, "Nowhereton") == Place(text="Nowhereton")


def test_a_hamlet_far_from_all_that_the_report_names_is_taken_for_a_namesake() -> None:
    syria = Entry("SY", "Syria", "country", 35.0, 38.5, 400.0, "SY", basis="test")
    assert resolve("Adale", [_town("a", 900)], near=[syria]).lat is None
    assert resolve("Adale", [_town("a", 900, country="SY")], near=[syria]).id == "a"


def test_the_overlay_goes_before_the_world_and_the_user_before_both() -> None:
    world, overlay, user = _town("w", 9_000_000), _town("o", 0, kind="overlay"), _town("u", 0, kind="user")
    assert resolve("Adale", [world, overlay]).id == "o"
    assert resolve("Adale", [world, overlay, user]).id == "u"


def test_near_widens_the_radius() -> None:
    place = resolve("Adale", [_town("a", 500_000)], relation="near")
    assert (place.relation, place.radius_km) == ("near", 3.0 + NEAR_KM)


entries = st.lists(
    st.builds(
        Entry,
        id=st.text("abc", min_size=1, max_size=3), name=st.just("Adale"), level=st.sampled_from(LEVELS),
        lat=st.floats(-80, 80), lon=st.floats(-179, 179), radius_km=st.floats(1, 100),
        country=st.sampled_from(["SY", "TR", None]), within=st.lists(st.text("abc", min_size=1, max_size=3)).map(tuple),
        population=st.none() | st.integers(0, 10**7), basis=st.just("test"),
        kind=st.sampled_from(["overlay", "world", "user"]),
    ),
    max_size=5,
)  # fmt: skip


@given(entries, entries, st.none() | st.sampled_from(LEVELS))
def test_no_coordinate_is_ever_invented(found: list[Entry], near: list[Entry], asked: PlaceLevel | None) -> None:
    place = resolve("Adale", found, asked=asked, near=near)
    if place.lat is None:
        assert (place.lon, place.radius_km, place.id) == (None, None, None)
    else:
        assert (place.lat, place.lon) in {(entry.lat, entry.lon) for entry in found}
        assert place.radius_km is not None
        assert place.radius_km >= min(entry.radius_km for entry in found)


@given(entries, entries)
def test_the_order_of_what_was_named_before_does_not_matter(found: list[Entry], near: list[Entry]) -> None:
    assert resolve("Adale", found, near=near) == resolve("Adale", found, near=near[::-1])


@pytest.mark.parametrize(("code", "inside"), [("XX.AB", True), ("XX-AB", True), ("XX.CD", False)])
def test_a_town_lies_in_its_province_whether_its_code_has_a_dot_or_a_hyphen(code: str, inside: bool) -> None:
    town = Entry("gn:1", "Adale", "settlement", 10.0, 20.0, 3.0, "XX", (code, "XX"))
    holder = Place(text="the province", id="XX-AB", level="province", lat=10.1, lon=20.0, radius_km=60.0, country="XX")
    assert lies_in(town, holder) is inside


def test_a_large_country_has_an_area_and_a_vast_one_or_a_continent_has_none(gazetteer: Gazetteer) -> None:
    assert _resolve(gazetteer, "Libya").area is not None
    for name in ("Russia", "Europe"):
        vast = _resolve(gazetteer, name)
        assert (vast.middle, vast.id is not None) == (None, True)


def test_a_country_and_a_wide_province_have_no_point_and_hold_what_lies_in_them(gazetteer: Gazetteer) -> None:
    town = gazetteer.lookup(match_key("Ariha"))[0]
    for name, asked in (("Syria", None), ("Homs", "province"), ("Anbar", "province")):
        wide = _resolve(gazetteer, name, asked)  # type: ignore[arg-type]
        assert (wide.lat, wide.lon) == (None, None)
        assert wide.area is not None
        entry = entry_of(wide)
        assert entry is not None
        assert (entry.lat, entry.lon, entry.radius_km) == (wide.area.lat, wide.area.lon, wide.radius_km)
    assert lies_in(town, _resolve(gazetteer, "Syria"))
    assert not lies_in(town, _resolve(gazetteer, "Homs", "province"))
    assert _resolve(gazetteer, "Idlib", "province").lat is not None
