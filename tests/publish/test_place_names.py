"""Places by their names in the language of the page."""

from __future__ import annotations

import csv
import io
from importlib import resources

import pytest

from trucewatch.gazetteer import load_gazetteer
from trucewatch.model import Place
from trucewatch.publish.format import Formatter
from trucewatch.publish.place_names import LETTERS, in_script, place_name
from trucewatch.publish.wording import load_words


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Idlib province"), ("ar", "إدلب (محافظة)"), ("ru", "Идлиб (провинция)"), ("fr", "Idlib (province)")],
)
def test_a_place_is_called_by_a_name_in_the_script_of_the_language(language: str, name: str) -> None:
    assert place_name("SY-ID", language) == name


def test_a_country_has_its_name_in_every_language() -> None:
    assert [place_name("SY", language) for language in ("fr", "tr", "ru")] == ["Syrie", "Suriye", "Сирия"]


def test_what_the_gazetteer_does_not_know_has_no_name() -> None:
    assert place_name("nowhere", "ar") is None


def test_a_name_that_a_person_gave_is_kept() -> None:
    arabic = Formatter(load_words("ar"))
    assert arabic.place(Place("Idlib", name="Idlib province", id="SY-ID")) == "إدلب (محافظة)"
    assert arabic.place(Place("Idlib", name="The old mill", id="SY-ID")) == "The old mill"


@pytest.mark.parametrize(
    ("id_", "language", "name"),
    [
        ("sy.aleppo", "fr", "Alep"),
        ("sy.aleppo", "tr", "Halep"),
        ("SY-LA", "tr", "Lazkiye (il)"),
        ("zone.idlib-dea", "fr", "zone de désescalade d'Idlib"),
        ("route.m4", "fr", "M4"),
        ("gn:250441", "ar", "عمّان"),
    ],
)
def test_a_theatre_and_our_own_list_say_what_a_language_calls_a_place(id_: str, language: str, name: str) -> None:
    assert place_name(id_, language) == name


def test_letters_of_neighbouring_languages_are_none_of_a_language() -> None:
    assert in_script(["ئێربیل", "Arbil", "أربيل"], "ar") == "أربيل"
    assert in_script(["Київ", "Киев"], "ru") == "Киев"
    assert in_script(["Київ"], "ru") is None


def test_every_place_of_our_list_is_there_and_is_written_as_each_language_writes() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(resources.files("trucewatch.publish").joinpath("place_words.csv").read_text(encoding="utf-8"))
        )
    )
    assert [row["id"] for row in rows if load_gazetteer().by_id(row["id"]) is None] == []
    assert len({row["id"] for row in rows}) == len(rows) > 150
    assert [row for row in rows for code in LETTERS if in_script([row[code]], code) is None] == []
    assert [row for row in rows if not (row["fr"] and row["tr"])] == []
