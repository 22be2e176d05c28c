"""Quality does not slip: our own sentences stay above the floors that the repository keeps, each language and kind."""

from __future__ import annotations

import json

import pytest

from bench.quality.cases import FLOORS, fallen, load, score
from tests.extract.reading import knowledge
from trucewatch.languages.load import available

Shares = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def figures() -> Shares:
    """What our own cases give, per language."""
    return score(load(), knowledge())


@pytest.fixture(scope="module")
def floors() -> Shares:
    """What they must give at the least."""
    found: Shares = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def test_every_figure_of_every_language_has_a_floor(figures: Shares, floors: Shares) -> None:
    assert {language: set(shares) for language, shares in figures.items()} == {
        language: set(shares) for language, shares in floors.items()
    }


def test_no_figure_fell_under_its_floor(figures: Shares, floors: Shares) -> None:
    assert fallen(figures, floors) == []


def test_a_mistake_above_its_ceiling_counts_as_fallen() -> None:
    assert fallen({"en": {"told_as_fact": 2.0}}, {"en": {"told_as_fact": 1.0}}) == ["en told_as_fact: 2.0, floor 1.0"]
    assert fallen({}, {"en": {"type_found": 1.0}}) == ["en type_found: none, floor 1.0"]


def test_the_cases_speak_every_language_that_is_read() -> None:
    assert {case.report.language for case in load()} >= set(available())
