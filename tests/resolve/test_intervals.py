"""resolve: what the words before a number allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_figure
from trucewatch.resolve.intervals import INF, interval, meet, nearness, told, whole_and_part

numbers = st.floats(0, 1e7, allow_nan=False)
spans = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))


@pytest.mark.parametrize(
    ("value", "approximator", "expected"),
    [
        (33, "exact", (33, 33)),
        (30, "about", (27, 35)),
        (3_700_000, "about", (3_330_000, 4_070_000)),
        (1_000_000, "nearly", (900_000, 1_000_000)),
        (2, "at_least", (2, INF)),
        (500, "more_than", (500, INF)),
        (500, "at_most", (0, 500)),
    ],
)
def test_a_hedge_widens_a_number(value: float, approximator: str, expected: tuple[float, float]) -> None:
    assert interval(a_figure(value, approximator=approximator)) == pytest.approx(expected)


def test_a_range_is_taken_as_given_and_no_number_is_no_interval() -> None:
    assert interval(a_figure(None, low=24, high=99, approximator="vague")) == (24, 99)
    assert interval(a_figure(None, low=2, high=None)) == (2, INF)
    assert interval(a_figure(None)) is None


@given(spans, spans)
def test_nearness_is_mutual_and_whole_only_where_intervals_meet(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert nearness(one, other) == nearness(other, one)
    assert (nearness(one, other) == 1.0) >= meet(one, other)
    assert 0.0 <= nearness(one, other) <= 1.0


def test_twice_the_width_is_both_sides_of_a_line_and_other_measures_have_none() -> None:
    assert whole_and_part("width_km", (6, 6), (12, 12))
    assert not whole_and_part("width_km", (6, 6), (15, 15))
    assert not whole_and_part("killed", (6, 6), (12, 12))


def test_a_hedged_figure_is_told_in_the_words_of_its_report() -> None:
    assert told(34, 34, "exact", "thirty-four") == "34"
    assert told(9e5, 1e6, "nearly", "close to a million") == '"close to a million" (900,000 to 1,000,000)'
    assert told(2, None, "at_least", "") == "at least 2"
