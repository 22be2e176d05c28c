"""Names in other languages that the world index lacks, and words that are names only beside a sign."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from trucewatch.gazetteer import load_gazetteer
from trucewatch.languages.fold import match_key

_TABLE = resources.files("trucewatch.gazetteer") / "data" / "world-names.csv"


def _ids(name: str) -> set[str]:
    return {entry.id for entry in load_gazetteer().lookup(match_key(name))}


@pytest.mark.parametrize(
    ("english", "others"),
    [
        ("Hebron", ["الخليل", "Хеврон"]),
        ("Tyre", ["مدينة صور", "قضاء صور", "Тир"]),
        ("Nabatieh", ["النبطية", "Набатии", "Nebatiye"]),
        ("Kharkiv", ["خاركيف", "Харькове", "Harkiv"]),
        ("Jenin", ["جنين", "Дженине", "Cenin"]),
        ("El Obeid", ["مدينة الأبيض", "Эль-Обейде"]),
    ],
)
def test_a_town_is_one_place_in_all_scripts(english: str, others: list[str]) -> None:
    own = _ids(english)
    assert own
    assert all(own & _ids(other) for other in others)


@pytest.mark.parametrize("word", ["صور", "حجة", "الأبيض", "مشهد", "حديثة", "عتق"])
def test_a_common_word_is_no_town_without_a_word_for_one(word: str) -> None:
    assert _ids(word) == set()


def test_every_row_names_an_entry_of_the_index() -> None:
    gazetteer = load_gazetteer()
    rows = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines()))
    assert rows
    assert [row["id"] for row in rows if gazetteer.by_id(row["id"]) is None] == []


@pytest.mark.parametrize("name", ["إدلب", "Идлиб", "Идлибе", "İdlib", "Idleb", "Edlib", "Idlib"])
def test_idlib_is_one_place_in_every_spelling(name: str) -> None:
    assert "SY-ID" in _ids(name)


@pytest.mark.parametrize("name", ["إدلد", "Идлир", "İdlik", "Idled"])
def test_a_strangers_name_that_looks_much_like_it_is_not(name: str) -> None:
    assert "SY-ID" not in _ids(name)
