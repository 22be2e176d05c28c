"""What a name is to an act that was elsewhere: a home, a base, a clinic, the place of who reports."""

from __future__ import annotations

import pytest

from tests.extract.reading import a_text, knowledge, told
from trucewatch.extract.claims import _Reader


def asides(text: str, language: str = "en") -> dict[str, str]:
    """What each name of a place in a text is to the act, by its words."""
    reader = _Reader(a_text(text, language), knowledge(), knowledge().packs[language])
    return {text[slice(*parsed.span(s.start, s.end))]: s.aside for parsed in reader.parsed() for s in parsed.spots}


@pytest.mark.parametrize(
    ("text", "language", "name", "aside"),
    [
        ("Three residents of Saraqib were killed near Ariha.", "en", "Saraqib", "people"),
        ("A man who hails from Saraqib was shot in Ariha.", "en", "Saraqib", "home"),
        ("A reporter in Saraqib said that shells hit Ariha.", "en", "Saraqib", "voice"),
        ("Troops stationed in Saraqib shelled Ariha.", "en", "Saraqib", "base"),
        ("Shells hit Ariha and two were taken to a hospital in Saraqib.", "en", "Saraqib", "clinic"),
        ("Deux habitants de Saraqeb ont été tués à Ariha.", "fr", "Saraqeb", "people"),
        ("Двое жителей Саракиба погибли в Арихе.", "ru", "Саракиба", "people"),
        ("При обстреле Арихи ранен мужчина, его госпитализировали в Саракиб.", "ru", "Саракиб", "clinic"),
        ("Serakib'de konuşlu birlikler Eriha'yı vurdu.", "tr", "Serakib'de", "base"),
        ("قتل شاب من أهالي سراقب بقصف على أريحا.", "ar", "سراقب", "home"),
        ("قصفت القوات المتمركزة في سراقب بلدة سرمين.", "ar", "سراقب", "base"),
        ("قصف على سرمين مصدره مواقع في سراقب.", "ar", "سراقب", "base"),
        ("انفجر لغم في سرمين ونقل الجرحى إلى مشفى سراقب.", "ar", "سراقب", "clinic"),
        ("أفادت مراسلة القناة من سراقب بقصف على سرمين.", "ar", "سراقب", "voice"),
    ],
)
def test_the_words_beside_a_name_say_that_the_act_was_elsewhere(
    text: str, language: str, name: str, aside: str
) -> None:
    found = asides(text, language)
    assert found.pop(name) == aside
    assert set(found.values()) <= {""}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells killed three residents in Saraqib.", "en", "Saraqib"),
        ("The wounded were taken to hospital after shells hit Saraqib.", "en", "Saraqib"),
        ("The hospital of Saraqib was hit by shells.", "en", "Saraqib"),
        ("قصفت الطائرات مشفى سراقب.", "ar", "سراقب"),
        ("قتل ثلاثة من السكان في سراقب.", "ar", "سراقب"),
    ],
)
def test_a_place_where_people_or_clinics_are_struck_is_the_place_of_the_act(
    text: str, language: str, name: str
) -> None:
    assert asides(text, language)[name] == ""


def test_where_both_sides_stand_they_fought() -> None:
    found = asides("Fighters stationed in Saraqib clashed with troops stationed in Sarmin.")
    assert set(found.values()) == {""}


def test_what_holds_a_base_is_no_place_of_the_act_either() -> None:
    found = asides("قصفت القوات المتمركزة في قرية الدلبوثة بريف حماة بلدة سرمين.", "ar")
    assert found["الدلبوثة"] == found["ريف حماة"] == "base"


def test_whose_people_were_hit_tells_the_place_where_no_other_is_named() -> None:
    (claim,) = told("Shells killed residents of Saraqib.")
    assert claim.place is not None
    assert claim.place.name == "Saraqib"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Turkish army shelled the village of Sarmin from its base in Azaz.", "en"),
        ("قصفت القوات التركية بلدة سرمين من قاعدة في أعزاز.", "ar"),
    ],
)
def test_what_is_shelled_from_a_base_is_not_where_the_base_is(text: str, language: str) -> None:
    assert {claim.place.name for claim in told(text, language) if claim.place} == {"Sarmin"}


def test_who_withdraws_from_a_base_was_there() -> None:
    (claim,) = told("The army withdrew from its base in Azaz.")
    assert claim.place is not None
    assert claim.place.name == "Azaz"
