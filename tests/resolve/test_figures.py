"""resolve: figures side by side: one vote a root, no average, no winner of a tie."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_claim, a_figure, a_speaker
from trucewatch.model import Figure, IncidentFigure
from trucewatch.resolve.figures import incident_figures
from trucewatch.resolve.subject import Subject, subject


def said(root: str, figure: Figure, published: str = "2020-03-05", **fields: Any) -> Subject:
    return subject(a_claim(f"c_{root}_{published}_{figure.low}", figures=[figure], **fields), published, root)


def only(*members: Subject) -> IncidentFigure:
    (figure,) = incident_figures(members)
    return figure


def test_roots_that_say_the_same_agree_and_set_the_best() -> None:
    figure = only(said("A", a_figure(15)), said("B", a_figure(15)))
    assert (figure.relation, figure.best) == ("agree", 15)


def test_hedged_numbers_that_meet_are_compatible_and_the_exact_one_bounds() -> None:
    figure = only(said("A", a_figure(33)), said("B", a_figure(30, approximator="about")))
    assert (figure.relation, figure.low, figure.high) == ("compatible", 33, 33)


def test_a_tie_has_no_best_and_three_to_one_has() -> None:
    assert only(said("A", a_figure(33)), said("B", a_figure(34))).best is None
    assert only(*(said(root, a_figure(34)) for root in "ABC"), said("D", a_figure(33))).best == 34


def test_a_root_that_counts_on_has_one_vote_its_latest() -> None:
    figure = only(*(said("governor", a_figure(n), f"2020-02-2{d}") for d, n in ((6, 9), (7, 22), (8, 29), (9, 33))))
    assert (figure.relation, figure.low, figure.high, len(figure.values)) == ("single", 33, 33, 4)


def test_a_partys_count_of_the_enemys_losses_never_sets_the_best() -> None:
    ankara = [a_speaker("the ministry", "official", "TUR.mod")]
    of_the_enemy = said("A", a_figure(309, population="SYR.army"), attribution=ankara)
    of_its_own = said("A", a_figure(34, population="TUR.army"), attribution=ankara)
    assert only(of_the_enemy).best is None
    assert only(of_its_own).best == 34


def test_at_least_34_contests_an_exact_33_and_raises_the_bound() -> None:
    figure = only(said("A", a_figure(33)), said("B", a_figure(34, high=None, approximator="at_least")))
    assert (figure.relation, figure.low, figure.high, figure.best) == ("disagree", 33, 34, None)


def test_neutralised_is_not_killed_and_has_no_best() -> None:
    figures = incident_figures([said("A", a_figure(21, "neutralised")), said("B", a_figure(21))])
    assert [(figure.measure, figure.best) for figure in figures] == [("killed", 21), ("neutralised", None)]


def test_at_least_leaves_the_upper_side_open() -> None:
    figure = only(said("A", a_figure(2, high=None, approximator="at_least")))
    assert (figure.low, figure.high, figure.best) == (2, None, None)


@given(st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_bounds_are_values_that_somebody_gave(values: list[int]) -> None:
    figure = only(*(said(f"root {n}", a_figure(value)) for n, value in enumerate(values)))
    assert (figure.low, figure.high) == (min(values), max(values))
    assert figure.best is None or figure.best in values


def test_an_upper_bound_over_dead_and_wounded_takes_no_lower_bound_away() -> None:
    over_both = Figure("killed", None, 56, "at_most", text="56 killed and wounded")
    figure = only(said("A", a_figure(14, high=None, approximator="at_least")), said("B", over_both))
    assert (figure.relation, figure.low) == ("compatible", 14)
