"""Victims that no number counts."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _killed(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for claim in told(text) for f in claim.figures if f.measure == "killed"]


@pytest.mark.parametrize("text", ["A soldier was killed.", "The boy died.", "Shelling killed a woman."])
def test_one_person_told_of_is_one(text: str) -> None:
    assert _killed(text) == [(1, 1)]


def test_two_joined_persons_are_two_figures() -> None:
    assert _killed("A woman and a boy were killed.") == [(1, 1), (1, 1)]


@pytest.mark.parametrize("text", ["Soldiers were killed.", "Civilians died.", "The family was killed."])
def test_a_plural_or_a_body_of_people_has_no_number(text: str) -> None:
    assert _killed(text) == []


def test_a_number_beside_the_victims_is_not_replaced() -> None:
    assert _killed("Two soldiers were killed.") == [(2, 2)]


@pytest.mark.parametrize("text", ["No soldier was killed.", "There were no deaths.", "Nobody was hurt."])
def test_nobody_is_never_one(text: str) -> None:
    assert all(low in (0, None) for low, _ in _killed(text))
