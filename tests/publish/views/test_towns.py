"""Towns on a map: cities and no parts of them, by names that the language writes."""

from __future__ import annotations

import pytest

from trucewatch.publish.draw.projection import Frame
from trucewatch.publish.place_names import LETTERS, city_parts, in_script
from trucewatch.publish.views.towns import towns

DONBAS = Frame(36.0, 46.8, 40.5, 50.0, 500.0)
LEVANT = Frame(30.5, 28.0, 43.5, 39.0, 900.0)


def test_a_city_is_named_and_not_the_part_of_it_that_an_index_holds_more_people_in() -> None:
    named = [town.name for town in towns(DONBAS, "en")]
    assert "Mariupol" in named
    assert "Pravyi Bereh" not in named
    assert len(city_parts()) > 50


@pytest.mark.parametrize("language", ["ar", "ru"])
@pytest.mark.parametrize("view", [DONBAS, LEVANT])
def test_no_town_stands_in_letters_that_the_language_does_not_use(view: Frame, language: str) -> None:
    named = [town.name for town in towns(view, language, most=60)]
    assert len(named) > 8
    assert language in LETTERS
    assert [name for name in named if in_script([name], language) is None] == []


def test_towns_have_the_names_that_french_and_turkish_give_them() -> None:
    assert {"Alep", "Beyrouth", "Le Caire"} <= {town.name for town in towns(LEVANT, "fr", most=30)}
    assert {"Halep", "Beyrut", "Kahire"} <= {town.name for town in towns(LEVANT, "tr", most=30)}
