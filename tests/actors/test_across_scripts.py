"""One person or army, whatever script names it; a stranger stays one."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.actors import load_actors
from trucewatch.actors.actor import ANY_LANGUAGE
from trucewatch.actors.format import read_actors
from trucewatch.actors.load import packaged_files
from trucewatch.languages.fold import match_key

MOST_LACKING = 122
"""Names that units below an army and small groups lack in one of the five languages; it may only fall."""


def _ids(name: str, language: str) -> set[str]:
    return {found.id for found in load_actors().lookup(match_key(name), language) if found.id}


@pytest.mark.parametrize(
    ("name", "language"),
    [("Erdogan", "en"), ("Erdoğan", "tr"), ("Эрдоган", "ru"), ("Эрдогана", "ru"), ("أردوغان", "ar"), ("Erdogan", "fr")],
)
def test_erdogan_is_one_person_in_every_script(name: str, language: str) -> None:
    assert "TUR.erdogan" in _ids(name, language)


@pytest.mark.parametrize(("name", "language"), [("Erdoganov", "en"), ("Эрдованов", "ru"), ("أردوان", "ar")])
def test_a_strangers_name_names_nobody(name: str, language: str) -> None:
    assert _ids(name, language) == set()


def _named() -> dict[str, tuple[str, set[str]]]:
    """Every listed actor's kind, and the languages in which the lists name it."""
    found: dict[str, tuple[str, set[str]]] = {}
    for path in packaged_files():
        for row in read_actors(path):
            kind, languages = found.get(row.fields["id"], (row.fields.get("kind", ""), set()))
            tables = [row.fields.get("names", {}), row.fields.get("metonyms", {})]
            tables += row.fields.get("theatre_names", {}).values()
            languages |= {language for table in tables for language, texts in table.items() if texts}
            found[row.fields["id"]] = (kind or row.fields.get("kind", ""), languages)
    return found


def _lacking(kinds: frozenset[str]) -> list[str]:
    return [
        f"{actor} {language}"
        for actor, (kind, languages) in _named().items()
        if kind in kinds and ANY_LANGUAGE not in languages
        for language in ("ar", "en", "fr", "ru", "tr")
        if language not in languages
    ]


def test_states_governments_ministries_and_coalitions_have_names_in_all_five_languages() -> None:
    assert _lacking(frozenset({"state", "government", "ministry", "coalition"})) == []


def test_armies_have_names_in_all_five_languages() -> None:
    assert [lack for lack in _lacking(frozenset({"force"})) if lack.split()[0].endswith(".army")] == []


def test_units_and_groups_that_lack_a_name_grow_no_more() -> None:
    assert len(_lacking(frozenset({"force", "group"}))) <= MOST_LACKING


_OF_TRUCES = (
    "ARM", "AZE", "DPR", "EGY", "HAMAS", "HEZ", "HOUTHI", "HTS", "IRN", "ISR", "LBN", "LBY", "LPR", "NKR", "PSE",
    "QAT", "RUS", "SDF", "SDN", "SSD", "SYR", "TUR", "UKR", "UN", "YEM",
)  # fmt: skip


def test_people_of_the_truces_are_named_in_latin_cyrillic_and_arabic_letters() -> None:
    names: dict[str, set[str]] = {}
    people: set[str] = set()
    for path in packaged_files():
        for row in read_actors(path):
            id_ = row.fields["id"]
            people |= {id_} if row.fields.get("kind") == "person" and id_.split(".")[0] in _OF_TRUCES else set()
            tables = [row.fields.get("names", {}), *row.fields.get("theatre_names", {}).values()]
            names.setdefault(id_, set()).update(text for table in tables for texts in table.values() for text in texts)
    scripts = {"Arabic": ("\u0600", "\u06ff"), "Cyrillic": ("\u0400", "\u04ff")}
    assert len(people) > 60
    assert [
        f"{id_} {script}"
        for id_ in sorted(people)
        for script, (low, high) in scripts.items()
        if not any(low <= char <= high for name in names[id_] for char in name)
    ] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Haftar and Serraj met in Libya.", "en"),
        ("Haftar et Sarraj se sont rencontrés en Libye.", "fr"),
        ("Хафтар и Саррадж встретились в Ливии.", "ru"),
        ("Hafter ve Serrac Libya'da görüştü.", "tr"),
        ("التقى حفتر والسراج في ليبيا.", "ar"),
    ],
)
def test_two_leaders_are_the_same_two_in_every_script(text: str, language: str) -> None:
    assert {actor.id for claim in told(text, language) for actor in claim.actors} >= {"LBY.haftar", "LBY.sarraj"}


def test_a_common_last_name_is_nobody_outside_its_conflict() -> None:
    assert "SDN.burhan" not in {actor.id for claim in told("Burhan met the mayor.") for actor in claim.actors}
