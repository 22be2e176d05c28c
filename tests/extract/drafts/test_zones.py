"""The width told beside an agreed zone."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _widths(text: str) -> list[float | None]:
    return [
        f.low for claim in told(text) if claim.type == "term.zone" for f in claim.figures if f.measure == "width_km"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement creates a buffer zone 9 kilometres wide.",
        "The agreement creates a buffer zone with a width of 9 km along the canal.",
        "The agreement creates a 9-kilometre-deep buffer zone.",
    ],
)
def test_a_measure_with_a_word_for_width_is_the_width_of_the_zone(text: str) -> None:
    assert _widths(text) == [9]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement creates a buffer zone 9 km from the border.",
        "The agreement creates a buffer zone along the canal, which is 9 km wide.",
        "The agreement creates a buffer zone.",
    ],
)
def test_a_distance_and_the_width_of_something_else_are_not(text: str) -> None:
    assert _widths(text) == []


def test_the_words_of_the_claim_reach_to_its_width() -> None:
    claim = next(c for c in told("The agreement creates a buffer zone along the canal 9 kilometres wide.") if c.figures)
    assert claim.type == "term.zone"
    assert "9 kilometres wide" in claim.quote
