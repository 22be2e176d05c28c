"""An act told without a day has the day on which it is told again."""

from __future__ import annotations

import pytest

from tests.extract.reading import told

_TUESDAY = ("2020-03-03", "2020-03-04")


def _first(text: str) -> tuple[str | None, str | None] | None:
    time = next(c.time for c in told(text) if c.type.startswith(("kin.", "harm.", "civ.")))
    return (time.start, time.end) if time is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Two men were hurt by a blast in Jasim.\n\nRain fell.\n\nThe blast happened on Tuesday, people said.",
        "A man has been killed in an air strike on Binnish. The strike took place on Tuesday night, residents said.",
        "A drone hit a car in Tafas, killing two.\n\nRain fell.\n\nThe drone strike was reported at 10 a.m. Tuesday.",
        "A shooting left a boy wounded in Jasim.\n\nRain fell.\n\nMedics were called to the mill at noon on Tuesday.",
    ],
)
def test_the_day_of_the_retelling_is_that_of_the_act(text: str) -> None:
    assert _first(text) == _TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in an air strike on Binnish.\n\nRain fell.\n\nA mine wounded two boys near Jasim on Tuesday.",
        "A blast killed two in Jasim.\n\nRain fell.\n\nA blast killed nine in Tafas on Tuesday.",
        "A blast killed two in Jasim.\n\nRain fell.\n\nThe blast happened on Tuesday. A blast was heard on Monday too.",
        "Air strikes killed two in Jasim.\n\nRain fell.\n\nThe funeral took place on Tuesday.",
    ],
)
def test_another_act_or_two_days_date_nothing(text: str) -> None:
    assert _first(text) is None


def test_a_retelling_behind_an_act_of_another_day_is_of_something_else() -> None:
    text = (
        "A blast killed two in Jasim.\n\nRain fell.\n\nThe town was calm.\n\nShells fell on Tafas on Wednesday."
        "\n\nA blast killed two on Monday."
    )
    assert _first(text) is None
