"""Lists of losses by place."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _by_place(text: str) -> list[tuple[str | None, float | None]]:
    return [
        (claim.place.name if claim.place else None, f.low)
        for claim in told(text)
        for f in claim.figures
        if f.measure == "killed"
    ]


def test_each_number_stands_with_its_own_place() -> None:
    text = "The shelling killed two civilians in Binnish, three in Saraqib and one in Ariha."
    assert _by_place(text) == [("Binnish", 2), ("Saraqib", 3), ("Ariha", 1)]


def test_a_passive_is_a_list_as_well() -> None:
    assert _by_place("Two people were killed in Binnish and three in Saraqib.") == [("Binnish", 2), ("Saraqib", 3)]


def test_the_parts_behind_a_total_are_not_added_to_it() -> None:
    found = _by_place("Five people were killed: two in Idlib and three in Saraqib.")
    assert [low for _, low in found] == [5]


@pytest.mark.parametrize(
    "text", ["Two people were killed in Idlib and three in a row left.", "Two people were killed in Idlib on Monday."]
)
def test_a_number_without_a_place_is_no_entry(text: str) -> None:
    assert [low for _, low in _by_place(text)] == [2]
