"""Places by their names in the language of the page."""

from __future__ import annotations

import pytest

from trucewatch.model import Place
from trucewatch.publish.format import Formatter
from trucewatch.publish.place_names import place_name
from trucewatch.publish.wording import load_words


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Idlib province"), ("ar", "إدلب"), ("ru", "Идлиб"), ("fr", "Idlib (province)")]
)
def test_a_place_is_called_by_a_name_in_the_script_of_the_language(language: str, name: str) -> None:
    assert place_name("SY-ID", language) == name


def test_a_country_has_its_name_in_every_language() -> None:
    assert [place_name("SY", language) for language in ("fr", "tr", "ru")] == ["Syrie", "Suriye", "Сирия"]


def test_what_the_gazetteer_does_not_know_has_no_name() -> None:
    assert place_name("nowhere", "ar") is None


def test_a_name_that_a_person_gave_is_kept() -> None:
    arabic = Formatter(load_words("ar"))
    assert arabic.place(Place("Idlib", name="Idlib province", id="SY-ID")) == "إدلب"
    assert arabic.place(Place("Idlib", name="The old mill", id="SY-ID")) == "The old mill"
