"""What is told as completed says so, so that a whole can be told from its parts."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("text", "type_", "outcome"),
    [
        ("The army completed its withdrawal from the valley on Tuesday.", "wd.withdrawal", "completed"),
        ("The army's withdrawal from the valley was completed on Tuesday.", "wd.withdrawal", "completed"),
        ("The army withdrew from the valley on Tuesday.", "wd.withdrawal", None),
        ("The two sides finished disengagement near the bridge on Tuesday.", "wd.disengagement", "completed"),
    ],
)
def test_a_withdrawal_is_whole_only_where_it_is_told_so(text: str, type_: str, outcome: str | None) -> None:
    assert {(one.type, one.outcome) for one in told(text)} == {(type_, outcome)}
