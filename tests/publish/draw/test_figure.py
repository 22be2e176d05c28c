"""A figure as a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.publish.sample_record import record
from trucewatch.model import FigureValue, IncidentFigure
from trucewatch.publish.draw.figure import figure_svg, nice_ticks
from trucewatch.publish.page import page

TOOLS = page(record(), "en", unmask=False)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_ticks_hold_both_bounds_and_are_few(one: int, other: int) -> None:
    low, high = sorted((one, other))
    ticks = nice_ticks(low, high)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert 2 <= len(ticks) <= 9
    assert ticks[0] >= 0


def test_exact_values_are_points_and_ranges_are_bars() -> None:
    values = (FigureValue("a", 33, 33, "X"), FigureValue("b", 34, 34, "Y"), FigureValue("c", 27, 35, None, "about"))
    drawn = figure_svg(TOOLS, IncidentFigure("killed", "disagree", values, None, 33, 34))
    assert drawn.count('class="pt"') == 2
    assert drawn.count('class="rng-soft"') == 1
    assert "33 (X); 34 (Y); 27–35 (root not stated)" in drawn


def test_an_open_side_is_drawn_as_unknown() -> None:
    values = (FigureValue("a", 2, None, "X"), FigureValue("b", 5, 5, "Y"))
    assert 'class="rng-other"' in figure_svg(TOOLS, IncidentFigure("killed", "compatible", values))


def test_a_single_account_is_not_drawn() -> None:
    assert figure_svg(TOOLS, IncidentFigure("killed", "single", (FigureValue("a", 2, 2),))) == ""
