"""Dates and numbers in cells."""

from __future__ import annotations

import pytest

from trucewatch.read.cells import instant_of, number_of


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2020-03-06", "2020-03-06"),
        ("2020-03-06 01:30", "2020-03-06T01:30:00"),
        ("2020-03-06T01:30:00+03:00", "2020-03-06T01:30:00+03:00"),
        ("6 March 2020, 2:20 pm", "2020-03-06T14:20:00"),
        ("7.3.2020 09:15", "2020-03-07T09:15:00"),
        ("7.3.2020 09:15 UTC", "2020-03-07T09:15:00Z"),
        ("le 5 mars 2020 à 18h30", "2020-03-05T18:30:00"),
        ("6 آذار 2020", "2020-03-06"),
        ("05/03/2020", None),
        ("2020-02-30", None),
        ("March 2020", None),
        ("dawn", None),
        ("x" * 1000, None),
    ],
)
def test_times_in_cells(cell: str, expected: str | None) -> None:
    assert instant_of(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("35,86", 35.86), ("-1.5", -1.5), ("nan", None), ("1e999", None), ("x", None)]
)
def test_numbers_in_cells(cell: str, expected: float | None) -> None:
    assert number_of(cell) == expected
