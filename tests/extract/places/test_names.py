"""Names of places between quotation marks, twice in a row, and those that are common words."""

from __future__ import annotations

import pytest

from tests.extract.reading import placed, told


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells hit the village of Vexmoor (Sarmin).", "en", "Vexmoor"),
        ("Shells hit the village of Vexmoor, also known as Sarmin.", "en", "Vexmoor"),
        ("Shells hit the village of Vexmoor/Sarmin.", "en", "Vexmoor"),
        ("قصف على بلدة الدلبوثة/سرمين.", "ar", "الدلبوثة"),
        ("قصف على ريف دلبوثة سبي/سرمين.", "ar", "دلبوثة سبي"),
    ],
)
def test_an_unknown_name_is_where_the_other_name_of_the_place_is(text: str, language: str, name: str) -> None:
    assert placed(text, language)[name].name == "Sarmin"


def test_another_name_is_remembered_through_the_report() -> None:
    claims = told("A mine exploded in the village of Vexmoor (Sarmin).\n\nOn Monday shells hit Vexmoor again.")
    assert {c.place.name for c in claims if c.place} == {"Sarmin"}


def test_a_house_in_brackets_behind_a_town_is_no_name_of_it() -> None:
    claims = told("ARIHA (Vexmoor News) - Shells hit a market. Two men were shot in Vexmoor.")
    assert all(c.place is None or c.place.name != "Ariha" for c in claims if "Vexmoor" in c.quote)


def test_a_part_between_quotation_marks_belongs_to_its_name() -> None:
    assert placed('قصف قرب سد "تشرين" في سوريا.', "ar")['سد "تشرين'].name == "Tishrin Dam"


def test_a_name_between_quotation_marks_follows_its_word_for_a_place() -> None:
    assert "الدلبوثة" in placed('قصف قرب معبر "الدلبوثة" في سوريا.', "ar")


def test_a_small_town_abroad_that_is_a_common_word_is_meant_only_behind_a_word_for_places() -> None:
    assert "بيان" not in placed("قالت الوزارة في بيان إن قصفا وقع.", "ar")
    assert "بيان" in placed("قالت الوزارة إن قصفا وقع في مدينة بيان.", "ar")
