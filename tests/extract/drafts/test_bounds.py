"""Open intervals by tense and aspect, each with what bounds it."""

from __future__ import annotations

import pytest

from tests.extract.reading import told

AFTER = "2020-03-06"


def _bounded(text: str, kind: str, **fields: str) -> tuple[str | None, str | None, str]:
    act = next(c for c in told(text, **fields) if c.type == kind)
    assert act.time is not None
    return act.time.start, act.time.end, next(why for why in act.why if why.startswith("time bounded"))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The army is shelling the town.", "kin.shelling", "the progressive"),
        ("Rebels have been fighting for control of the road.", "kin.ground_offensive", "the perfect progressive"),
        ("The fighting has displaced 40,000 villagers.", "harm.displaced", "the perfect of what lasts"),
        ("The rebels had shelled the village.", "kin.shelling", "the pluperfect"),
        (
            "The offensive led by the army to retake the valley has driven 9,000 people from their homes.",
            "kin.ground_offensive",
            "told of as lasting",
        ),
    ],
)
def test_tense_and_aspect_bound_an_act_by_the_day_of_the_report(text: str, kind: str, words: str) -> None:
    start, end, why = _bounded(text, kind)
    assert (start, end) == (None, AFTER)
    assert words in why


def test_the_pluperfect_is_over_by_the_day_told_before_it() -> None:
    text = "The rebels attacked the base on Monday. The army had shelled their village."
    assert _bounded(text, "kin.shelling")[:2] == (None, "2020-03-03")


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town.",
        "A drone hits a car near the crossing.",
        "Police are investigating a shooting.",
        "The men had a quarrel and shot a driver.",
    ],
)
def test_a_plain_tense_bounds_nothing(text: str) -> None:
    assert [c.time for c in told(text) if c.type.startswith("kin.")] == [None]


def test_a_past_progressive_takes_the_day_that_is_told() -> None:
    act = next(c for c in told("The army was shelling the town when the envoy arrived on Monday."))
    assert act.time is not None
    assert act.time.start == "2020-03-02"


def test_french_compound_tenses_are_a_plain_past() -> None:
    (act,) = told("L'armée a bombardé le quartier.", language="fr")
    assert act.time is None
