"""Names of private persons and places."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.sample_record import record
from trucewatch.model import Attribution, Place, Record
from trucewatch.publish import csv, geojson, html, ledger_csv
from trucewatch.publish.mask import BLOCK, Mask, _pattern, mask, personal_name


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Samir Haddad", "Samir Haddad"),
        ("resident Samir al-Haddad", "Samir al-Haddad"),
        ("a Western diplomat", None),
        ("residents", None),
        ("White Helmets", None),
        ("the Syrian Observatory for Human Rights", None),
        ("Russian Defence Ministry", None),
        ("AFP", None),
        ("Jean Dupont, habitant", "Jean Dupont"),
    ],
)
def test_a_personal_name_is_told_from_a_role_or_body(who: str, name: str | None) -> None:
    assert personal_name(who) == name


def test_one_word_is_a_name_only_for_a_witness() -> None:
    assert personal_name("Ahmad, a father of three", witness=True) == "Ahmad"
    assert personal_name("Hatay") is None
    assert personal_name("a resident", witness=True) is None


def test_arabic_names_of_witnesses_are_seen() -> None:
    assert personal_name("سمير حداد", witness=True) == "سمير حداد"
    assert personal_name("أحد السكان", witness=True) is None
    assert personal_name("شهود عيان", witness=True) is None


def _with_speaker(link: Attribution) -> Record:
    held = record()
    changed = [dataclasses.replace(c, attribution=(link,)) if c.id == "c_drones" else c for c in held.claims]
    return dataclasses.replace(held, claims=tuple(changed))


def test_office_holders_stay_named() -> None:
    held = _with_speaker(Attribution("Samir Haddad", "official"))
    assert "Samir Haddad" in html(held)
    listed = _with_speaker(Attribution("Samir Haddad", "witness", "XNO.governor"))
    assert mask(listed).names == ()


def test_a_withheld_name_is_withheld_everywhere() -> None:
    held = record()
    claim = dataclasses.replace(held.claims[0], why=("Haddad said so, as did SAMIR HADDAD",))
    held = dataclasses.replace(held, claims=(claim, *held.claims[1:]))
    for shown in (html(held), html(held, language="ar"), csv(held), ledger_csv(held), str(geojson(held))):
        assert "haddad" not in shown.casefold()
    assert "Samir Haddad" in csv(held, unmask=True)
    assert BLOCK in csv(held)


def test_names_are_whole_words() -> None:
    assert Mask(("Ali",)).plain("Ali and Alison") == f"{BLOCK} and Alison"


def test_a_mark_that_meets_a_withheld_name_shows_nothing_of_it() -> None:
    shown = Mask(("Samir Haddad",)).html("by Samir Haddad, 34", [(3, 8), (17, 19)])
    assert "Samir" not in shown
    assert "<mark>34</mark>" in shown
    assert shown.count('class="masked"') == 1


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marking_loses_no_letter(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [(min(a, b), max(a, b)) for a, b in spans if max(a, b) <= len(text)]
    shown = Mask().html(text, marks)
    # striptags folds white space and strips what looks like a tag, so the letters are compared as they are escaped
    plain = str(shown).replace("<mark>", "").replace("</mark>", "")
    assert plain == str(Mask().html(text))


def test_places_are_shown_no_finer_than_a_kilometre() -> None:
    place = Place("here", lat=35.123456, lon=36.654321, radius_km=0.1)
    coarse = Mask().place(place)
    assert coarse is not None
    assert (coarse.lat, coarse.lon, coarse.radius_km) == (35.12, 36.65, 1.0)
    assert Mask((), "", False).place(place) == place
    assert Mask().place(Place("nowhere")) == Place("nowhere")
    land = Place("land", lat=35.123456, lon=36.654321, radius_km=400.0)
    assert Mask().place(land) == land


_LETTERS = st.text(alphabet="abİıIiſsSKkß'.-é أب ", min_size=1, max_size=8)


@given(st.lists(_LETTERS.filter(str.strip), max_size=4), st.text(alphabet="abİıIiſsSKkß'.-é أب ", max_size=40))
def test_a_name_is_found_wherever_a_pattern_of_all_names_finds_it(names: list[str], text: str) -> None:
    told = tuple(sorted({name.strip() for name in names}))
    pattern = _pattern(told)
    expected = [] if pattern is None else [match.span() for match in pattern.finditer(text)]
    assert Mask(told).hidden(text) == expected
    assert Mask(told).plain(text) == (text if pattern is None else pattern.sub(BLOCK, text))


def test_a_name_is_withheld_in_any_case_of_its_letters() -> None:
    found = Mask(("İlker Kaya", "Iris Weiß")).hidden("ILKER KAYA, ilker kaya, IRIS WEIß and iris weiß")
    assert len(found) == 4
