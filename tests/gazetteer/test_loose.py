"""Names that no list spells as a report does, found by their sound within one country."""

from __future__ import annotations

from trucewatch.gazetteer import Entry, Gazetteer
from trucewatch.gazetteer.loose import Sounding


def _place(name: str, number: int) -> Entry:
    return Entry(f"t.{number}", name, "settlement", 34.0 + number, 36.0, 3.0, country="SY")


def test_a_spelling_that_sounds_like_one_place_finds_it() -> None:
    heard = Sounding()
    heard.add(_place("Kafr Halab", 1), ["Kafr Halab"])
    assert [e.id for e in heard.find("Kefar Haleb")] == ["t.1"]


def test_two_places_that_sound_alike_are_both_given() -> None:
    heard = Sounding()
    for number, name in enumerate(("Tal Hadya", "Tell Hadiya")):
        heard.add(_place(name, number), [name])
    assert len(heard.find("Tall Hadyah")) == 2


def test_a_name_of_one_consonant_is_not_looked_for() -> None:
    heard = Sounding()
    heard.add(_place("Oma", 1), ["Oma"])
    assert heard.find("Ama") == ()


def test_the_world_is_heard_only_in_the_countries_asked_for(gazetteer: Gazetteer) -> None:
    assert [e.name for e in gazetteer.alike("Kefar Takhareem", ["SY"])] == ["Kafr Takharim"]
    assert gazetteer.alike("Kefar Takhareem", ["TR", "UA"]) == ()
    assert gazetteer.alike("Kefar Takhareem", []) == ()


def test_a_name_in_cyrillic_letters_finds_the_town_without_a_list(gazetteer: Gazetteer) -> None:
    assert "Salamiyah" in {e.name for e in gazetteer.alike("Саламия", ["SY"])}


def test_a_name_known_in_arabic_letters_is_not_taken_for_one_that_only_sounds_like_it() -> None:
    heard = Sounding()
    heard.add(_place("Qariya", 1), ["Qariya", "القريا"])
    assert [e.id for e in heard.find("قريا")] == ["t.1"]
    assert heard.find("كريا") == ()


def test_an_arabic_name_is_heard_in_a_place_that_has_latin_letters_only() -> None:
    heard = Sounding()
    heard.add(_place("Kafr Takharim", 1), ["Kafr Takharim"])
    assert [e.id for e in heard.find("كفر تخاريم")] == ["t.1"]


def test_of_names_that_sound_alike_the_one_with_the_same_vowels_written_is_taken() -> None:
    heard = Sounding()
    heard.add(_place("Dhabban", 1), ["Dhabban"])
    heard.add(_place("Tubbne", 2), ["Tubbne", "Tebbne"])
    assert [e.id for e in heard.find("Thabban")] == ["t.1"]


def test_a_half_is_found_by_the_name_of_the_whole() -> None:
    heard = Sounding()
    heard.add(_place("Tahouna al-Gharbiyah", 1), ["Tahouna al-Gharbiyah", "طاحونة الغربية"])
    assert [e.id for e in heard.find_halves("Tahounah")] == ["t.1"]
    assert [e.id for e in heard.find_halves("طاحونة")] == ["t.1"]
    assert heard.find("Tahounah") == ()
