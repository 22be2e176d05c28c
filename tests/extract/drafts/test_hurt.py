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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A guard was killed. Two others were shot but survived.", 2),
        ("A guard was killed. Seven others were shot with non-life-threatening injuries.", 7),
        ("A guard was killed. Gunmen fired 20 shots, striking four traders.", 4),
        ("A guard was killed. A bullet grazed two shepherds.", 2),
        ("A guard was killed. Three more traders are at a hospital with gunshot wounds.", 3),
        ("Three guards were killed and another critically injured in the raid.", 1),
        ("The clash resulted in four guards suffering gunshot wounds.", 4),
        ("Police are investigating a blast that left four people wounded.", 4),
    ],
)
def test_those_told_to_have_lived_are_hurt_whoever_died(text: str, count: int) -> None:
    assert _count(text, "injured") == [(count, count)]


@pytest.mark.parametrize(
    "text",
    [
        "Police are investigating a claim that rebels would kill two men.",
        "Mourners remembered the blast that wounded four people.",
        "The army struck four fighters.",
        "The reporter is at the hospital with his wife.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert _count(text, "injured") == []


def test_whoever_is_accused_is_not_his_victims() -> None:
    claims = told("A man suspected of shooting a guard and wounding two traders was arrested.")
    assert [(f.measure, f.low, f.text) for c in claims if c.type == "civ.arrest" for f in c.figures] == [
        ("captured", 1, "A man")
    ]


def test_a_boy_hurt_in_a_shooting_has_died_and_not_the_shooting() -> None:
    assert _count("A boy taken to hospital after a shooting has died.", "killed") == [(1, 1)]
