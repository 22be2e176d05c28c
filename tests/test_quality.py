"""Quality does not slip: our own sentences stay above the floors that the repository keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.quality.cases import load, score

FOLDER = Path(__file__).parents[1] / "bench" / "quality"
FLOORS: dict[str, float] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """What our own cases give."""
    return score(FOLDER / "cases.jsonl")


def test_every_figure_has_a_floor(figures: dict[str, float]) -> None:
    assert figures.keys() == FLOORS.keys()


@pytest.mark.parametrize("name", [name for name in FLOORS if not name.startswith("told_as_fact")])
def test_what_must_be_high_is_not_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name]


@pytest.mark.parametrize("name", [name for name in FLOORS if name.startswith("told_as_fact")])
def test_what_must_be_low_is_not_above_its_ceiling(figures: dict[str, float], name: str) -> None:
    assert figures[name] <= FLOORS[name]


def test_the_cases_speak_every_language_that_is_read() -> None:
    from trucewatch.languages.load import available

    assert {case.report.language for case in load(FOLDER / "cases.jsonl")} >= set(available())
