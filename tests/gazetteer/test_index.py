"""Names to entries over all layers."""

from __future__ import annotations

import pytest

from trucewatch.gazetteer import CAPITALS_ONLY, Entry, Gazetteer
from trucewatch.gazetteer.index import layer_of, same_place
from trucewatch.gazetteer.packed import pack, unpack
from trucewatch.languages.fold import match_key

WORLD = unpack(pack(["gn:1\tSarba\tsettlement\t35.00\t36.00\t3\tSY\tSY\t900\tc\t"], {"sarba": [0], "sarba town": [0]}))


def _entry(place_id: str, lat: float = 35.01, kind: str = "overlay", level: str = "settlement") -> Entry:
    return Entry(place_id, "Sarba", level, lat, 36.0, 3.0, "SY", kind=kind)  # type: ignore[arg-type]


def test_the_overlay_s_row_stands_for_the_same_place_in_the_world() -> None:
    found = Gazetteer((layer_of([(_entry("sy.sarba"), ["sarba"])]),), WORLD).lookup("sarba")
    assert [entry.id for entry in found] == ["sy.sarba"]


def test_a_namesake_elsewhere_is_kept_behind_it() -> None:
    found = Gazetteer((layer_of([(_entry("sy.sarba", lat=33.0), ["sarba"])]),), WORLD).lookup("sarba")
    assert [entry.id for entry in found] == ["sy.sarba", "gn:1"]


def test_longest_counts_the_words_of_all_layers() -> None:
    gazetteer = Gazetteer((layer_of([(_entry("a"), ["sarba by the sea", "tell sarba"])]),), WORLD)
    assert gazetteer.longest == {"sarba": 4, "tell": 2}


def test_an_id_is_looked_for_in_the_first_layer_first() -> None:
    gazetteer = Gazetteer((layer_of([(_entry("gn:1", kind="user"), ["x"])]),), WORLD)
    found = gazetteer.by_id("gn:1")
    assert found is not None
    assert found.kind == "user"
    assert gazetteer.by_id("nothing") is None


def test_a_town_and_its_province_are_two_places() -> None:
    assert not same_place(_entry("a"), _entry("b", level="province"))
    assert same_place(_entry("a"), _entry("b"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Idlib", {"SY-ID", "sy.idlib"}), ("Idleb", {"SY-ID", "sy.idlib"}), ("إدلب", {"SY-ID", "sy.idlib"}),
        ("Идлибе", {"SY-ID", "sy.idlib"}), ("idlib city", {"sy.idlib"}), ("Idlib province", {"SY-ID"}),
        ("province of Idlib", {"SY-ID"}), ("province d'Idlib", {"SY-ID"}), ("Idlib governorate", {"SY-ID"}),
        ("Idlib region", {"SY-ID"}), ("région d'Idlib", {"SY-ID"}), ("محافظة إدلب", {"SY-ID"}),
        ("Idlib de-escalation zone", {"zone.idlib-dea"}), ("zone de désescalade d'Idleb", {"zone.idlib-dea"}),
        ("Saraqeb", {"sy.saraqib"}), ("Ma'arrat al-Nu'man", {"sy.maarat"}), ("Jisr ash-Shugur", {"sy.jisr"}),
        ("Cisr eş-Şuğur", {"sy.jisr"}), ("M4", {"route.m4"}), ("трассе М-4", {"route.m4"}), ("Moscou", {"ru.moscow"}),
        ("Кремля", {"ru.kremlin"}), ("frontière gréco-turque", {"zone.gr-tr-border"}), ("Syrie", {"SY"}),
        ("Турции", {"TR"}), ("الولايات المتحدة", {"US"}),
    ],
)  # fmt: skip
def test_the_places_of_the_theatre_are_found_in_five_languages(
    gazetteer: Gazetteer, name: str, expected: set[str]
) -> None:
    assert {entry.id for entry in gazetteer.lookup(match_key(name))} == expected


@pytest.mark.parametrize(
    "word", ["of", "march", "mars", "police", "hassan", "ali", "george", "same", "nice", "most", "мир"]
)
def test_common_words_and_given_names_are_no_places(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(word) == ()


def test_words_that_count_in_capitals_only_are_keys(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("us")[0].id == "US"
    assert {"us", "uk"} <= CAPITALS_ONLY


def test_what_holds_a_place_is_itself_known(gazetteer: Gazetteer) -> None:
    world = [gazetteer.world.entry(number) for number in range(0, len(gazetteer.world.rows), 11)]
    held = {place for entry in (*world, *gazetteer.layers[-1].entries.values()) for place in entry.within}
    assert [place for place in sorted(held) if gazetteer.by_id(place) is None] == []


def test_a_country_s_own_name_is_no_town_that_is_only_at_times_spelled_so() -> None:
    rows = [
        "XA\tVexland\tcountry\t35\t36\t300\tXA\t\t900\tn\t", "gn:7\tVaxland\tsettlement\t1\t1\t3\tXB\tXB\t900000\tc\t",
        "gn:8\tVexland\tsettlement\t2\t2\t3\tXC\tXC\t900\tc\t",
    ]  # fmt: skip
    world = unpack(pack(rows, {"vexland": [0, 1, 2], "vaxland": [1]}))
    assert [entry.id for entry in Gazetteer((), world).lookup("vexland")] == ["XA", "gn:8"]
