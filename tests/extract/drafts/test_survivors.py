"""Those who lived of a number of people hit, where the dead among them are told with it."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _hurt(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(f.low, f.high, f.text) for claim in told(text) for f in claim.figures if f.measure == "injured"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Nine people were shot, one fatally, at a checkpoint.", 8, 8),
        ("Gunmen shot six traders, killing four of them.", 2, 2),
        ("Five people were shot, leaving one dead.", 4, 4),
        ("Eight men were shot at the crossing, two of whom died.", 6, 6),
        ("Four men were shot and two of them died.", 2, 2),
        ("Seven men were shot near the market. Three of the victims died.", 4, 4),
        ("At least 13 people were shot, one fatally.", 12, None),
    ],
)
def test_the_rest_of_those_shot_lived(text: str, low: float, high: float | None) -> None:
    assert [(one[0], one[1]) for one in _hurt(text)] == [(low, high)]


def test_the_words_of_the_figure_hold_both_numbers() -> None:
    assert [one[2] for one in _hurt("Nine people were shot, one fatally, at a checkpoint.")] == [
        "Nine people were shot, one"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A man shot two women before killing himself.",
        "Two guards were shot. A trader died in hospital.",
        "Five people were shot and five were killed.",
        "One guard was shot fatally.",
    ],
)
def test_no_rest_is_told_where_the_dead_may_be_others(text: str) -> None:
    assert _hurt(text) == []
