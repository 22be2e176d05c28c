"""Losses that a noun tells: deaths of, injuries to, bodies."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _figures(text: str, language: str = "en") -> set[tuple[str, float | None, float | None]]:
    return {(f.measure, f.low, f.high) for claim in told(text, language=language) for f in claim.figures}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The collapse caused injuries to four workers.", {("injured", 4, 4)}),
        ("The explosion caused deaths among civilians.", {("killed", 2, None)}),
        ("Injuries to bystanders were reported.", {("injured", 2, None)}),
        ("Two men's bodies were found.", {("killed", 2, 2)}),
        ("The explosion led to his death.", {("killed", 1, 1)}),
    ],
)
def test_a_noun_for_harm_says_behind_it_whom_it_befell(
    text: str, figures: set[tuple[str, float, float | None]]
) -> None:
    assert _figures(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The report documents the killing of protesters.",
        "The killing of civilians is a crime.",
        "The insurance covers injuries to workers.",
        "They planned the killing of two civilians.",
        "The illness caused his death.",
        "His death caused protests.",
    ],
)
def test_killings_that_are_not_told_to_have_come_about_count_nobody(text: str) -> None:
    assert _figures(text) == set()


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("ru", "Число раненых выросло до 30.", {("injured", 30, 30)}),
        ("uk", "Кількість поранених зросла до 30.", {("injured", 30, 30)}),
        ("tr", "Ölü sayısı 14'e, yaralı sayısı 30'a yükseldi.", {("killed", 14, 14), ("injured", 30, 30)}),
        ("tr", "İki gazetecinin cesedi bulundu.", {("killed", 2, 2)}),
    ],
)
def test_a_toll_is_of_those_it_names(language: str, text: str, figures: set[tuple[str, float, float | None]]) -> None:
    assert _figures(text, language) == figures
