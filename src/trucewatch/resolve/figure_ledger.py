"""resolve: the ledger's rows about figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.model import Disagreement, Figure, FigureValue, IncidentFigure
from trucewatch.resolve.intervals import Interval, interval, meet, shown


def figure_rows(figures: Sequence[IncidentFigure]) -> Iterator[Disagreement]:
    """One row for each two values that differ, really or apparently, within and between populations."""
    for figure in figures:
        yield from _within(figure)
    for index, one in enumerate(figures):
        for other in figures[index + 1 :]:
            if one.measure == other.measure and "differs_in_scope" in (one.relation, other.relation):
                yield _between(one, other)


def _within(figure: IncidentFigure) -> Iterator[Disagreement]:
    first: dict[tuple[Interval, str], FigureValue] = {}
    for value in figure.values:
        allows = _allows(figure, value)
        if allows is not None:
            first.setdefault((allows, value.approximator), value)
    told = list(first.items())
    for index, ((one, _), left) in enumerate(told):
        for (other, _), right in told[index + 1 :]:
            yield _row(figure, (one, left), (other, right))


def _row(
    figure: IncidentFigure, one: tuple[Interval, FigureValue], other: tuple[Interval, FigureValue]
) -> Disagreement:
    pair = (one[1].claim, other[1].claim)
    said = f"{figure.measure}: {_words(one[1])} and {_words(other[1])}"
    if meet(one[0], other[0]):
        return Disagreement("figure", "apparent_only", pair, f"{said}: the words leave room for both")
    if figure.relation == "compatible":
        why = f"{said}: the smaller is or may be a part of the larger"
        return Disagreement("figure", "apparent_only", pair, why)
    if one[1].root is not None and one[1].root == other[1].root:
        return Disagreement("figure", "apparent_only", pair, f"{said}: one root, {one[1].root}, gave both")
    return Disagreement("figure", "disagree", pair, f"{said}: the words leave no room for both")


def _between(one: IncidentFigure, other: IncidentFigure) -> Disagreement:
    left, right = one.values[0], other.values[0]
    why = (
        f"{one.measure}: {_words(left)} {one.population or 'of an unnamed population'} and "
        f"{_words(right)} {other.population or 'of an unnamed population'}: they count different populations"
    )
    return Disagreement("figure", "apparent_only", (left.claim, right.claim), why)


def _allows(figure: IncidentFigure, value: FigureValue) -> Interval | None:
    return interval(Figure(figure.measure, value.low, value.high, value.approximator))


def _words(value: FigureValue) -> str:
    number = shown(value.low) if value.low == value.high else f"{shown(value.low)} to {shown(value.high)}"
    hedge = "" if value.approximator == "exact" else value.approximator.replace("_", " ") + " "
    return f"{hedge}{number}"
