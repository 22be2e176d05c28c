"""Whom an act harmed, told by a relative clause behind its noun."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact


@pytest.mark.parametrize(
    "text",
    [
        "The brigade claimed the raid on the depot, which killed 12 people.",
        "The brigade claimed the raid on the depot, in which 12 people died.",
        "The mission condemned the raid on the depot on Monday, in which 12 people died.",
    ],
)
def test_the_dead_are_those_of_the_act(text: str) -> None:
    (claim,) = [claim for claim in told(text) if is_fact(claim)]
    assert claim.type == "kin.raid_infiltration"
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 12, 12)]


def test_those_of_another_verb_are_not_taken() -> None:
    text = "The brigade claimed the raid that began on Monday as a storm passed, in which 12 people died."
    facts = [claim for claim in told(text) if is_fact(claim)]
    assert "harm.killed" in [claim.type for claim in facts]
