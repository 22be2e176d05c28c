"""Spanish, a language that is data: acts stay unreal in frames that make them so, and are found where told plainly."""

from __future__ import annotations

import pytest

from tests.languages.grid import load_grid, missed, quiet_share, told
from trucewatch.extract import load_knowledge
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import load_cases

GRID = load_grid("spanish_grid.yaml")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["es"])


@pytest.mark.parametrize("frame", GRID["unreal"])
def test_no_act_is_told_as_a_fact_in_a_frame_that_makes_it_unreal(frame: str, knowledge: Knowledge) -> None:
    assert told([frame.format(**act) for act in GRID["acts"]], "es", knowledge) == []


@pytest.mark.parametrize("frame", GRID["real"])
def test_every_act_is_found_where_it_is_told_plainly(frame: str, knowledge: Knowledge) -> None:
    assert missed({frame.format(**act): act["type"] for act in GRID["acts"]}, "es", knowledge) == []


def test_a_third_of_the_spanish_cases_tell_of_nothing_that_happened() -> None:
    assert len(load_cases("es")) >= 60
    assert quiet_share("es") >= 1 / 3
