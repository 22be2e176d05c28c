"""The words beside names of places."""

from __future__ import annotations

from trucewatch.languages.load import load_pack
from trucewatch.languages.placewords import place_words


def test_each_word_says_a_kind_a_bearing_or_a_length() -> None:
    words = place_words(
        {"kinds": {"part": ["Rond-point"]}, "compass": {"se": ["sud-est"], "middle": ["centre"]},
         "lengths": {"mile": ["mille"]}, "articles": ["al"]}
    )  # fmt: skip
    assert words.kinds == {"rond point": "part"}
    assert words.compass == {"sud est": 135.0, "centre": None}
    assert words.lengths == {"mille": 1.609}
    assert words.articles == {"al"}


def test_words_that_open_names_are_small_words_inside_them_too() -> None:
    words = place_words({"articles": ["al"], "openers": ["Abu"]})
    assert words.articles == {"al", "abu"}
    assert words.openers == {"abu"}


def test_a_pack_without_the_file_has_none() -> None:
    assert place_words({}).kinds == {}


def test_every_pack_that_has_the_file_tells_a_town_from_a_province() -> None:
    words = (
        ("ar", "مدينه", "محافظه"), ("en", "town", "governorate"), ("fr", "ville", "gouvernorat"),
        ("ru", "городе", "области"), ("tr", "kentinde", "ilinde"), ("uk", "місті", "області"),
    )  # fmt: skip
    for code, town, province in words:
        kinds = load_pack(code).places.kinds
        assert (kinds[town], kinds[province]) == ("settlement", "province")


def test_only_words_that_may_close_a_compass_point_are_looked_at_further() -> None:
    words = place_words({"compass": {"sw": ["south-west"], "n": ["north"]}})
    assert words.ends_compass("west")
    assert words.ends_compass("north")
    assert words.ends_compass("south-west")
    assert not words.ends_compass("south")
    assert not words.ends_compass("town")


def test_roles_say_what_a_word_tells_of_the_name_beside_it() -> None:
    words = place_words({"roles": {"people": ["habitants"], "clinic": ["hôpital"]}})
    assert words.roles == {"habitants": "people", "hopital": "clinic"}


def test_packs_of_the_parties_languages_have_roles() -> None:
    for code in ("ar", "en", "fr", "ru", "tr"):
        assert {"people", "stationed", "taken", "clinic"} <= set(load_pack(code).places.roles.values())
