"""resolve: the figures of an incident. One vote a root; never averaged, never summed; a tie has no winner."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.model import Figure, FigureValue, IncidentFigure
from trucewatch.model.incident import FigureRelation
from trucewatch.resolve.intervals import Interval, exact, interval, meet, told, whole_and_part
from trucewatch.resolve.population import comparable, is_actor, population, stated
from trucewatch.resolve.sides import side
from trucewatch.resolve.subject import OUTLETS, Subject

HARM = frozenset({"killed", "injured", "missing", "captured", "neutralised", "aircraft", "vehicles"})
CLEAR = 2
"""A value wins over a rival only with more than this many times its roots."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one root says, by its latest claim."""

    root: str
    claim: str
    figure: Figure
    allows: Interval
    of_the_enemy: bool

    @property
    def value(self) -> FigureValue:
        """The vote as it is told."""
        figure = self.figure
        return FigureValue(self.claim, figure.low, figure.high, self.root, figure.approximator, figure.text)


def incident_figures(members: Sequence[Subject]) -> tuple[IncidentFigure, ...]:
    """The figures of all members, one for each measure and population."""
    by_measure: dict[str, list[tuple[Subject, Figure]]] = defaultdict(list)
    for subject in sorted(members, key=lambda s: s.sort_key):
        for count in subject.counts:
            by_measure[count.figure.measure].append((subject, count.figure))
    found: list[IncidentFigure] = []
    for measure in sorted(by_measure):
        parted = [_settle(part) for part in _populations(by_measure[measure])]
        stock = all(subject.kind == "figure" for subject, _ in by_measure[measure])
        found.extend(_scoped(parted) if stock and len(parted) > 1 else parted)
    return tuple(found)


def _populations(said: list[tuple[Subject, Figure]]) -> list[list[tuple[Subject, Figure]]]:
    """Figures of comparable populations together; those that do not say whom they count join the only others."""
    parts: list[list[tuple[Subject, Figure]]] = []
    for item in sorted(said, key=lambda i: _vagueness(i[1])):
        fitting = [part for part in parts if all(comparable(item[1], other) for _, other in part)]
        if not stated(item[1]) and len(parts) > 1:
            fitting = [part for part in fitting if not stated(part[0][1])]
        if fitting:
            fitting[0].append(item)
        else:
            parts.append([item])
    return parts


def _vagueness(figure: Figure) -> tuple[bool, int]:
    """By which the closest names come first: `TUR.army` before "soldiers" before what is not said."""
    return not stated(figure), -population(figure)[1].count(".")


def _settle(said: list[tuple[Subject, Figure]]) -> IncidentFigure:
    values = _votes(said)
    votes = _latest(values)
    relation = _relation(votes)
    low, high = _bounds(votes)
    named = Counter(figure.population for _, figure in said if figure.population)
    return IncidentFigure(
        measure=said[0][1].measure,
        relation=relation,
        values=tuple(vote.value for vote in values),
        population=min(named, key=lambda name: (-named[name], name)) if named else None,
        low=low,
        high=high,
        best=_best(votes, relation),
        why=_why(votes, relation),
    )


def _votes(said: list[tuple[Subject, Figure]]) -> list[Vote]:
    votes = []
    for subject, figure in said:
        allows = interval(figure)
        if allows is not None:
            votes.append(Vote(subject.root, subject.id, figure, allows, _of_the_enemy(subject, figure)))
    return votes


def _of_the_enemy(subject: Subject, figure: Figure) -> bool:
    """Whether a party counts the other side's losses."""
    if figure.measure not in HARM:
        return False
    counter = next((link for link in subject.claim.attribution if link.kind not in OUTLETS), None)
    if counter is None or counter.kind not in ("party", "official"):
        return False
    theirs = {side(figure.population)} if is_actor(figure.population) else subject.done_to
    return bool(theirs) and side(counter.id, counter.who) not in theirs


def _latest(votes: Sequence[Vote]) -> list[Vote]:
    """One vote a root: its latest date of counting, then its last report; of one report's words the narrowest."""
    standing: dict[str, Vote] = {}
    for vote in votes:
        held = standing.get(vote.root)
        if held is None or _rank(vote) >= _rank(held):
            standing[vote.root] = vote
    return [standing[root] for root in sorted(standing)]


def _rank(vote: Vote) -> tuple[str, bool]:
    return vote.figure.as_of or "", exact(vote.figure)


def _relation(votes: Sequence[Vote]) -> FigureRelation:
    if len(votes) == 1:
        return "single"
    if len({(vote.allows, vote.figure.approximator) for vote in votes}) == 1:
        return "agree"
    measure = votes[0].figure.measure
    if all(
        meet(one.allows, other.allows) or whole_and_part(measure, one.allows, other.allows)
        for one, other in _pairs(votes)
    ):
        return "compatible"
    return "disagree"


def _all_meet(votes: Sequence[Vote]) -> bool:
    return all(meet(one.allows, other.allows) for one, other in _pairs(votes))


def _pairs(votes: Sequence[Vote]) -> Iterable[tuple[Vote, Vote]]:
    return ((one, other) for i, one in enumerate(votes) for other in votes[i + 1 :])


def _bounds(votes: Sequence[Vote]) -> tuple[float | None, float | None]:
    """Lowest and highest credible value: of the exact ones where there are any, else of all that is allowed.

    "About thirty" beside 33 and 34 does not widen the range; it is listed with the other values.
    """
    exacts = [vote.allows for vote in votes if exact(vote.figure)]
    chosen = exacts or [vote.allows for vote in votes]
    low, high = min(allows[0] for allows in chosen), max(allows[1] for allows in chosen)
    for vote in votes:
        # "At least 34" beside an exact 33 reaches up to 34 and no further.
        low, high = min(low, vote.allows[1]), max(high, vote.allows[0])
    return (None if math.isinf(low) else low), (None if math.isinf(high) else high)


def _best(votes: Sequence[Vote], relation: FigureRelation) -> float | None:
    """The one value that stands alone, or that more than twice as many roots give as any other."""
    if votes[0].figure.measure == "neutralised" or (relation == "compatible" and not _all_meet(votes)):
        return None
    roots = Counter(vote.allows[0] for vote in votes if exact(vote.figure) and not vote.of_the_enemy)
    ranked = sorted(roots.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    value, backers = ranked[0]
    rivals = [vote for vote in votes if not meet(vote.allows, (value, value))]
    return value if backers > CLEAR * len(rivals) else None


def _why(votes: Sequence[Vote], relation: FigureRelation) -> str:
    said = "; ".join(f"{vote.root}: {_words(vote)}" for vote in votes)
    reason = {
        "single": "one root",
        "agree": "all roots give the same",
        "compatible": "what the words allow meets",
        "disagree": "what the words allow does not meet",
        "differs_in_scope": "another population",
    }[relation]
    if relation == "compatible" and not _all_meet(votes):
        reason = "the smaller may be a part of the larger, or told for each side of it"
    if any(vote.of_the_enemy for vote in votes):
        reason += "; a party's count of the other side's losses never sets the best value"
    return f"{reason}. {said}."


def _words(vote: Vote) -> str:
    return told(vote.figure.low, vote.figure.high, vote.figure.approximator, vote.figure.text)


def _scoped(parted: list[IncidentFigure]) -> list[IncidentFigure]:
    """Populations of one measure side by side: the one most roots count stands, the others differ in scope."""
    order = sorted(parted, key=lambda f: (-len({v.root for v in f.values}), -len(f.values)))
    main, others = order[0], order[1:]
    return [main, *(_differing(figure, main) for figure in others)]


def _differing(figure: IncidentFigure, main: IncidentFigure) -> IncidentFigure:
    whom, other = figure.population or "a population that is not said", main.population or "one that is not said"
    return IncidentFigure(
        measure=figure.measure,
        relation="differs_in_scope",
        values=figure.values,
        population=figure.population,
        low=figure.low,
        high=figure.high,
        best=figure.best,
        why=f"counts {whom}, not {other}: not comparable. {figure.why}",
    )
