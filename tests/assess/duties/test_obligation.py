"""Deadlines and counts as intervals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.assess.duties.obligation import Counts, state

START = datetime(2031, 4, 1, tzinfo=UTC)
DUE = (START + timedelta(days=10), START + timedelta(days=11))


def at(days: float) -> datetime:
    """So many days after the start."""
    return START + timedelta(days=days)


@pytest.mark.parametrize(
    ("now", "counts", "label"),
    [
        (at(5), Counts(0, 0, 0), "pending"),
        (at(5), Counts(1, 1, 1), "fulfilled"),
        (at(10.5), Counts(0, 0, 0), "due"),
        (at(10.5), Counts(0, 1, 0), "unknown"),
        (at(12), Counts(0, 0, 0), "overdue"),
        (at(12), Counts(0, 1, 0), "unknown"),
        (at(12), Counts(0, 0, 1), "performed_late"),
        (at(12), Counts(1, 1, 1), "fulfilled"),
    ],
)
def test_the_state_follows_from_counts_and_instants(now: datetime, counts: Counts, label: str) -> None:
    assert state(now, DUE, counts, 1) == label


@given(st.floats(0, 30), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.floats(0, 9))
def test_a_later_deadline_never_unmakes_a_fulfilment(
    day: float, sure: int, more: int, later: int, asked: int, shift: float
) -> None:
    counts = Counts(sure, sure + more, sure + later)
    longer = (DUE[0] + timedelta(days=shift), DUE[1] + timedelta(days=shift))
    if state(at(day), DUE, counts, asked) == "fulfilled":
        assert state(at(day), longer, counts, asked) == "fulfilled"


@given(st.floats(0, 30), st.integers(0, 3), st.integers(0, 3), st.integers(1, 3))
def test_more_acts_never_make_a_duty_overdue(day: float, sure: int, more: int, asked: int) -> None:
    fewer, many = Counts(sure, sure, sure), Counts(sure + more, sure + more, sure + more)
    if state(at(day), DUE, many, asked) == "overdue":
        assert state(at(day), DUE, fewer, asked) == "overdue"


@given(st.floats(0, 30), st.integers(0, 3), st.integers(0, 3))
def test_nothing_is_called_not_performed_without_a_source_that_sees_all(day: float, sure: int, asked: int) -> None:
    assert state(at(day), DUE, Counts(sure, sure, sure), asked + 1) != "not_performed"
