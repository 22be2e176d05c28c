"""resolve: places by id, by distance, and by how their names sound where no list has them."""

from __future__ import annotations

import pytest

from tests.factories import a_claim, a_place
from trucewatch.model import Place
from trucewatch.resolve.compare import place_fit
from trucewatch.resolve.compare.place import SPOKEN
from trucewatch.resolve.subject import subject


def fit(one: Place, other: Place) -> float:
    left, right = (
        subject(a_claim(id_, place=place), "2020-03-05", "root") for id_, place in (("a", one), ("b", other))
    )
    assert place_fit(left, right).score == place_fit(right, left).score
    return place_fit(left, right).score


@pytest.mark.parametrize("spelled", ["Zaytouna", "Al-Zeitouna", "الزيتونة"])
def test_a_name_that_no_list_has_is_known_by_its_sound_in_any_script(spelled: str) -> None:
    listed = a_place("Zaytunah", lat=35.5, lon=36.5)
    assert fit(Place(spelled), listed) == fit(Place(spelled), Place("Zaitouna")) == SPOKEN


def test_other_sounds_short_names_and_two_places_of_a_list_stay_apart() -> None:
    assert fit(Place("Zaytouna"), Place("Batouna")) == 0.4
    assert fit(Place("Dana"), Place("دانا")) == 0.4
    here, there = a_place("Zaytunah", "x-1", lat=35.5, lon=36.5), a_place("Zeitouna", "x-2", lat=33.5, lon=36.5)
    assert fit(here, there) == 0.0


def test_areas_without_a_point_are_compared_by_their_discs() -> None:
    land = a_place("Land", level="country", lat=35.0, lon=38.0, radius_km=400.0)
    near, far = a_place("Adal", lat=35.5, lon=36.5, radius_km=3.0), a_place("Bur", lat=15.5, lon=32.5, radius_km=3.0)
    assert land.lat is None
    assert fit(land, near) == 0.6
    assert fit(land, far) == 0.35


def about_a_town(text: str, **fields: object) -> Place:
    """A village that no list has, with the point of the town that it lies about."""
    about = {"name": text, "level": "district", "relation": "near", "lat": 35.6, "lon": 36.6, "within": ("x-town",)}
    return Place(text, **{**about, **fields})  # type: ignore[arg-type]


def test_a_village_that_no_list_has_is_known_by_its_sound_though_the_town_it_lies_about_has_a_point() -> None:
    listed = a_place("Zaytunah", lat=35.9, lon=36.2)
    assert fit(about_a_town("Zeitouna"), listed) == fit(about_a_town("Zeitouna"), Place("الزيتونة")) == SPOKEN
    assert fit(about_a_town("Zeitouna"), about_a_town("Zeitouna", level="zone", relation="in")) == 1.0
    assert fit(about_a_town("Zeitouna"), about_a_town("Marwana")) == 0.4


def test_the_countryside_of_a_town_and_a_distance_from_it_are_no_villages() -> None:
    listed = a_place("Zaytunah", lat=35.9, lon=36.2)
    assert fit(about_a_town("Zeitouna", relation="distance"), listed) != SPOKEN
    assert fit(about_a_town("Zeitouna", name="Zaytunah"), listed) != SPOKEN
