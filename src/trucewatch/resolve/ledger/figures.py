"""resolve: the ledger's rows about figures: what differs within one population, and the populations themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from trucewatch.model import Disagreement, FigureValue, IncidentFigure, Side
from trucewatch.resolve.intervals import told
from trucewatch.resolve.ledger.row import claims_of
from trucewatch.resolve.subject import Subject

Value = tuple[float | None, float | None, str]


def figure_rows(members: Sequence[Subject], figures: Sequence[IncidentFigure]) -> Iterator[Disagreement]:
    """One row for a figure with values that differ, and one for a measure told of several populations."""
    roots = {s.id: s.root for s in members}
    for figure in figures:
        found = _within(figure, roots)
        if found is not None:
            yield found
    by_measure: dict[str, list[IncidentFigure]] = defaultdict(list)
    for figure in figures:
        by_measure[figure.measure].append(figure)
    for same in by_measure.values():
        if any(figure.relation == "differs_in_scope" for figure in same):
            yield _between(same, roots)


def _within(figure: IncidentFigure, roots: Mapping[str, str]) -> Disagreement | None:
    """Values that differ: really where those that still stand leave no room for each other."""
    by_value: dict[tuple[Value, bool], list[FigureValue]] = defaultdict(list)
    for value in figure.values:
        gone = value.superseded_by is not None
        by_value[(value.low, value.high, value.approximator), gone].append(value)
    standing = {value for value, gone in by_value if not gone}
    shown = [(key, same) for key, same in by_value.items() if not key[1] or key[0] not in standing]
    if len({key[0] for key, _ in shown}) < 2 or len({v.claim for _, same in shown for v in same}) < 2:
        return None
    sides = tuple(_side(same, roots, superseded=gone) for (_, gone), same in shown)
    why = _reason(figure)
    return Disagreement(
        "figure",
        "disagree" if figure.relation == "disagree" else "apparent_only",
        claims_of(sides),
        why,
        sides,
        figure.measure,
        figure.population,
    )


def _reason(figure: IncidentFigure) -> str:
    """The figure's own reason without its list of values."""
    reason, _, rest = figure.why.partition(". ")
    updates = rest.partition(". ")[2]
    return f"{reason}. {updates}".rstrip(". ") if updates else reason


def _side(same: Sequence[FigureValue], roots: Mapping[str, str], *, superseded: bool, whom: str = "") -> Side:
    first = same[0]
    words = told(first.low, first.high, first.approximator, first.text)
    claims = tuple(dict.fromkeys(value.claim for value in same))
    named = tuple(sorted({value.root or roots.get(value.claim, "") for value in same} - {""}))
    return Side(f"{words} {whom}".strip(), claims, named, superseded)


def _between(figures: Sequence[IncidentFigure], roots: Mapping[str, str]) -> Disagreement:
    sides = tuple(
        _side(_standing(figure)[:1], roots, superseded=False, whom=figure.population or "of an unnamed population")
        for figure in figures
    )
    why = next(figure.why for figure in figures if figure.relation == "differs_in_scope").partition(". ")[0]
    return Disagreement("figure", "apparent_only", claims_of(sides), _scope(why), sides, figures[0].measure)


def _standing(figure: IncidentFigure) -> Sequence[FigureValue]:
    return [value for value in figure.values if value.superseded_by is None] or figure.values


def _scope(why: str) -> str:
    if why.startswith("counts another period"):
        return "they count other periods"
    return "they are two counters' counts" if why.startswith("counted by") else "they count different populations"
