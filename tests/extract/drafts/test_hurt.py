"""Whether those hit or taken to hospital lived."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _count(text: str, measure: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for claim in told(text) for f in claim.figures if f.measure == measure]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three men were shot in the market on Monday.", 3),
        ("Police are investigating the shooting of two traders.", 2),
        ("A shepherd shot his brother in the market.", 1),
        ("A woman was taken to hospital after the blast.", 1),
    ],
)
def test_those_hit_are_hurt_where_nobody_died(text: str, count: int) -> None:
    assert _count(text, "injured") == [(count, count)]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in the market on Monday. He died at the scene.",
        "A man was shot and killed in the market.",
        "The fatal shooting of a trader is being investigated.",
        "A trader was rushed to hospital, where he died.",
        "A trader was taken to hospital. The victim was pronounced dead an hour later.",
        "Gunmen shot at the trader.",
    ],
)
def test_the_dead_are_not_counted_as_hurt(text: str) -> None:
    assert _count(text, "injured") == []


def test_a_shot_in_the_leg_hurts_whoever_else_died() -> None:
    text = "A guard was killed at the gate. A cook was shot in the leg."
    assert _count(text, "injured") == [(1, 1)]


def test_another_who_is_taken_to_hospital_is_not_the_dead_one() -> None:
    text = "A motorcyclist was killed at the checkpoint and his passenger was taken to hospital."
    assert _count(text, "injured") == [(1, 1)]
