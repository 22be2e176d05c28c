"""resolve: the figures of an incident. One vote a counter; never averaged, never summed; a tie has no winner."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.actors import independent
from trucewatch.model import Figure, IncidentFigure
from trucewatch.model.incident import FigureRelation
from trucewatch.resolve.clock import Hours, period
from trucewatch.resolve.intervals import exact, meet, whole_and_part
from trucewatch.resolve.population import comparable, population, stated
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.votes import Left, Vote, left_behind, votes

CLEAR = 2
"""A value wins over a rival only with more than this many times its roots."""
SAME_PERIOD = 0.5
"""Share of two periods together that both must cover to be one period told in two ways."""
Said = tuple[Subject, Figure]


def incident_figures(members: Sequence[Subject]) -> tuple[IncidentFigure, ...]:
    """The figures of all members, one for each measure, population and period."""
    by_measure: dict[str, list[Said]] = defaultdict(list)
    for subject in sorted(members, key=lambda s: s.sort_key):
        for count in subject.counts:
            by_measure[count.figure.measure].append((subject, count.figure))
    if not by_measure:
        return ()
    ended = _ended(members)
    found: list[IncidentFigure] = []
    for measure in sorted(by_measure):
        parted = [_settle(part, ended) for part in _parted(by_measure[measure])]
        stock = all(subject.kind == "figure" for subject, _ in by_measure[measure])
        found.extend(_scoped(parted) if stock and len(parted) > 1 else parted)
    return tuple(found)


def _ended(members: Sequence[Subject]) -> float | None:
    """When the event was over, by the earliest time that an account states for it."""
    ends = [s.span[1] for s in members if s.kind == "event" and s.scope == "single" and s.span is not None]
    return min(ends, default=None)


def _parted(said: list[Said]) -> list[list[Said]]:
    """Figures that count the same together; those that do not say whom they count join the only others."""
    parts: list[list[Said]] = []
    for item in sorted(said, key=lambda i: _vagueness(i[1])):
        fitting = [part for part in parts if all(_count_the_same(item[1], other) for _, other in part)]
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


def _count_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one population and period and, for bulletins, of one counter."""
    if one.counted_by and other.counted_by and one.counted_by != other.counted_by:
        return False
    return comparable(one, other) and one_period(period(one.period), period(other.period))


def one_period(one: Hours | None, other: Hours | None) -> bool:
    """Whether two periods may be one: an open or unnamed one may be any that it meets."""
    if one is None or other is None:
        return True
    shared = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    if shared <= 0:
        return False
    return math.isinf(whole) or shared >= SAME_PERIOD * whole


def _settle(said: list[Said], ended: float | None) -> IncidentFigure:
    cast = votes(said)
    left = left_behind(cast, ended)
    standing = [vote for number, vote in enumerate(cast) if number not in left]
    relation = _relation(standing)
    low, high = _bounds(standing)
    named = Counter(figure.population for _, figure in said if figure.population)
    return IncidentFigure(
        measure=said[0][1].measure,
        relation=relation,
        values=tuple(vote.value(_id(left.get(number))) for number, vote in enumerate(cast)),
        population=min(named, key=lambda name: (-named[name], name)) if named else None,
        low=low,
        high=high,
        best=_best(standing, relation),
        why=_why(standing, relation, left),
        period=next((figure.period for _, figure in said if figure.period is not None), None),
    )


def _id(left: Left | None) -> str | None:
    """The claim that left a value behind; a value that was only said again still stands."""
    return left.by.subject.id if left is not None and left.gone else None


def _relation(standing: Sequence[Vote]) -> FigureRelation:
    if _backing(standing) == 1 and _all_meet(standing):
        return "single"
    if len({(vote.allows, vote.figure.approximator) for vote in standing}) == 1:
        return "agree"
    measure = standing[0].figure.measure
    if all(_fit(one, other) or whole_and_part(measure, one.allows, other.allows) for one, other in _pairs(standing)):
        return "compatible"
    return "disagree"


def _fit(one: Vote, other: Vote) -> bool:
    """Whether both may be right: a person told of leaves room for others, and a vague word for what is near it."""
    if meet(one.allows, other.allows):
        return True
    low, high = sorted((one, other), key=lambda vote: vote.allows[0])
    if low.told_singly:
        return True
    return "vague" in (one.figure.approximator, other.figure.approximator) and 2 * low.allows[1] >= high.allows[0]


def _all_meet(standing: Sequence[Vote]) -> bool:
    return all(_fit(one, other) for one, other in _pairs(standing))


def _pairs(standing: Sequence[Vote]) -> Iterable[tuple[Vote, Vote]]:
    """Counts of different claims, side by side: what one claim counts twice are two parts, never two accounts."""
    for number, one in enumerate(standing):
        for other in standing[number + 1 :]:
            if one.subject.id != other.subject.id:
                yield one, other


def _bounds(standing: Sequence[Vote]) -> tuple[float | None, float | None]:
    """Lowest and highest credible value: of the exact ones where there are any, else of all that is allowed.

    "About thirty" beside 33 and 34 does not widen the range; it is listed with the other values.
    """
    counted = [vote for vote in standing if not vote.told_singly] or standing
    exacts = [vote.allows for vote in counted if exact(vote.figure)]
    chosen = exacts or [vote.allows for vote in counted]
    # "56 killed and wounded" is silent on how few died, and takes nothing from who says how many at least.
    lows = [allows[0] for allows in chosen if not math.isinf(allows[0])]
    low, high = min(lows, default=-math.inf), max(allows[1] for allows in chosen)
    for vote in counted:
        # "At least 34" beside an exact 33 reaches up to 34 and no further.
        low, high = min(low, vote.allows[1]), max(high, vote.allows[0])
    return (None if math.isinf(low) else low), (None if math.isinf(high) else high)


def _best(standing: Sequence[Vote], relation: FigureRelation) -> float | None:
    """The one value that stands alone, or that more than twice as many roots give as any other."""
    if standing[0].figure.measure == "neutralised" or (relation == "compatible" and not _all_meet(standing)):
        return None
    backed: dict[float, list[Vote]] = defaultdict(list)
    for vote in [vote for vote in standing if not vote.told_singly] or standing:
        if exact(vote.figure) and not vote.of_the_enemy:
            backed[vote.allows[0]].append(vote)
    ranked = sorted(backed.items(), key=lambda item: (-_backing(item[1]), item[0]))
    if not ranked:
        return None
    value, backers = ranked[0]
    rivals = [vote for vote in standing if not meet(vote.allows, (value, value)) and not vote.told_singly]
    return value if _backing(backers) > CLEAR * _backing(rivals) else None


def _backing(backers: Sequence[Vote]) -> int:
    """How many independent roots and voices are behind a value, whichever are fewer."""
    return min(independent(vote.root for vote in backers), len({vote.voice for vote in backers}))


def _why(standing: Sequence[Vote], relation: FigureRelation, left: Mapping[int, Left]) -> str:
    said = "; ".join(dict.fromkeys(f"{_whose(vote)}: {vote.words}" for vote in standing))
    reason = {
        "single": "one root",
        "agree": "all give the same",
        "compatible": "what the words allow meets",
        "disagree": "what the words allow does not meet",
        "differs_in_scope": "another population",
    }[relation]
    if relation == "compatible" and not _all_meet(standing):
        reason = "the smaller may be a part of the larger, or told for each side of it"
    if any(vote.of_the_enemy for vote in standing):
        reason += "; a side's count of the other side's losses never sets the best value"
    updates = "".join(
        f" {why[:1].upper()}{why[1:]}." for why in dict.fromkeys(item.why for item in left.values() if item.why)
    )
    return f"{reason}. {said}.{updates}"


def _whose(vote: Vote) -> str:
    return vote.root if vote.counter == vote.root else f"{vote.counter} by way of {vote.root}"


def _scoped(parted: list[IncidentFigure]) -> list[IncidentFigure]:
    """What counts others, or other days, side by side: the one most roots count stands, the others differ in scope."""
    order = sorted(parted, key=lambda f: (-len({v.root for v in f.values}), -len(f.values)))
    main, others = order[0], order[1:]
    return [main, *(replace(figure, relation="differs_in_scope", why=_differs(figure, main)) for figure in others)]


def _differs(figure: IncidentFigure, main: IncidentFigure) -> str:
    if figure.period != main.period and figure.population == main.population:
        return f"counts another period: not comparable. {figure.why}"
    counters = [next((v.counter for v in f.values if v.counter), None) for f in (figure, main)]
    if figure.population == main.population and None not in counters and counters[0] != counters[1]:
        return f"counted by {counters[0]}, not by {counters[1]}: kept apart. {figure.why}"
    whom, other = figure.population or "a population that is not said", main.population or "one that is not said"
    return f"counts {whom}, not {other}: not comparable. {figure.why}"
