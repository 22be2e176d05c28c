"""resolve: the ledger's rows about figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from trucewatch.model import Disagreement, Figure, FigureValue, IncidentFigure
from trucewatch.resolve.intervals import Interval, interval, meet, told, whole_and_part


def figure_rows(figures: Sequence[IncidentFigure], report_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """One row for each two values that differ, really or apparently, within and between populations."""
    for figure in figures:
        yield from _within(figure, report_of)
    for index, one in enumerate(figures):
        for other in figures[index + 1 :]:
            if one.measure == other.measure and "differs_in_scope" in (one.relation, other.relation):
                yield _between(one, other)


def _within(figure: IncidentFigure, report_of: Mapping[str, str]) -> Iterator[Disagreement]:
    first: dict[tuple[Interval, str], FigureValue] = {}
    for value in figure.values:
        allows = _allows(figure, value)
        if allows is not None:
            first.setdefault((allows, value.approximator), value)
    told = list(first.items())
    for index, ((one, _), left) in enumerate(told):
        for (other, _), right in told[index + 1 :]:
            if left.claim == right.claim:
                continue
            kind, why = _verdict(figure.measure, one, other)
            again = left.root == right.root and report_of.get(left.claim) != report_of.get(right.claim)
            if kind == "disagree" and again:
                kind, why = "apparent_only", f"one root, {left.root}, gave both at different times"
            said = f"{figure.measure}: {_words(left)} and {_words(right)}: {why}"
            yield Disagreement("figure", kind, (left.claim, right.claim), said)


def _verdict(measure: str, one: Interval, other: Interval) -> tuple[Literal["disagree", "apparent_only"], str]:
    if meet(one, other):
        return "apparent_only", "the words leave room for both"
    if whole_and_part(measure, one, other):
        return "apparent_only", "the smaller may be a part of the larger, or one side of it"
    return "disagree", "the words leave no room for both"


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
    return told(value.low, value.high, value.approximator, value.text)
