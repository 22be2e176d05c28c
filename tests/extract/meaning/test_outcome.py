"""How an act ended: completed only where the whole of it is told as done."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The army finished withdrawing from the valley on Tuesday.", "completed"),
        ("The army has fully withdrawn from the valley.", "completed"),
        ("The army's withdrawal from the valley is completed in part.", None),
        ("The army completed part of its withdrawal from the valley on Tuesday.", None),
        ("The army has largely withdrawn from the valley.", None),
        ("The army will finish withdrawing from the valley on Tuesday.", None),
        ("The army did not finish withdrawing from the valley.", None),
    ],
)
def test_a_part_a_plan_and_a_denial_are_not_completed(text: str, outcome: str | None) -> None:
    assert {one.outcome for one in told(text) if one.type == "wd.withdrawal"} == {outcome}


def test_what_hangs_on_a_verb_that_ends_it_is_as_real_as_that() -> None:
    (plan,) = [
        one for one in told("The army will finish withdrawing from the valley on Tuesday.") if one.type[:2] == "wd"
    ]
    (denied,) = [one for one in told("The army did not finish withdrawing from the valley.") if one.type[:2] == "wd"]
    assert (plan.modality, denied.polarity) == ("planned", "-")


def test_a_battle_is_never_completed() -> None:
    assert {one.outcome for one in told("The army completed its offensive on the valley on Tuesday.")} <= {None}
