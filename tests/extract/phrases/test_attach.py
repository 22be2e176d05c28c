"""Which phrases belong together."""

from __future__ import annotations

import pytest

from tests.extract.reading import kinds


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The boy, 6, was hit.", "The boy, 6"),
        ("A farmer (51) was hit.", "A farmer (51"),
        ("Police spoke of the murder of a woman and her son.", "the murder of a woman and her son"),
    ],
)
def test_an_age_and_a_second_victim_belong_to_the_phrase_before(text: str, phrase: str) -> None:
    assert ("np", phrase) in kinds(text)


def test_a_number_behind_a_plural_is_no_age() -> None:
    assert ("np", "The soldiers, 33") not in kinds("The soldiers, 33, were hit.")


def test_two_states_told_side_by_side_are_two_phrases() -> None:
    assert ("np", "Teacher dead") in kinds("Teacher dead, pupil injured after blast in school")


def test_counted_people_in_a_row_are_one_phrase() -> None:
    text = "The army killed 1 officer, 8 militiamen, and 2 guards."
    assert ("np", "1 officer, 8 militiamen, and 2 guards") in kinds(text)


def test_whoever_is_the_subject_of_the_next_verb_ends_no_list() -> None:
    text = "The army killed 1 officer, 8 militiamen, and 2 guards fled."
    assert ("np", "1 officer, 8 militiamen, and 2 guards") not in kinds(text)
