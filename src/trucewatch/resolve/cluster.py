"""resolve: claims into groups. Best pairs first; a join that a rule forbids is not made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from trucewatch.resolve.anchors import anchored
from trucewatch.resolve.candidates import numbered
from trucewatch.resolve.columns import Columns
from trucewatch.resolve.compare.time import of_the_week
from trucewatch.resolve.constraints import apart
from trucewatch.resolve.judgement import Decided, Pair
from trucewatch.resolve.one_act import FAR_OFF
from trucewatch.resolve.sides import listed
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.weigh import COMPARE, JOIN, Compare, spoken_for, weigh

SAMPLE = 3
"""Earliest claims of each group that are compared before two groups are joined."""
AT_ONCE = 500_000
"""Pairs that are seen through at once."""
FIRM = 0.8
"""The score of places from which on a village joins."""
LEEWAY = 0.1
"""How far below the joining score the mean over two groups may lie."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two claims that may be about one thing."""

    score: float
    pair: Pair
    why: str
    firm: bool
    """Whether village and day join the two, so that accounts may differ in who was hit."""


@dataclass(slots=True)
class Group:
    """Claims held to be about one thing, with the reasons for which they were joined."""

    members: list[Subject]
    why: list[str] = field(default_factory=list)


def joined(
    known: Mapping[str, Subject],
    found: Iterable[Edge],
    people: Decided,
    told: Stories,
    compare: Mapping[str, Compare] = COMPARE,
) -> list[Group]:
    """Every claim in exactly one group: what people decided comes first and is never undone, then the best edges."""
    free = {id_: s for id_, s in known.items() if id_ not in people.rejected}
    home = {id_: Group([s]) for id_, s in known.items()}
    foes = _foes(people.not_same)
    for pair, said in sorted(people.same.items()):
        if pair[0] in free and pair[1] in free:
            _join(home, pair, said)
    for edge in _in_order(found, free):
        one, other = home[edge.pair[0]], home[edge.pair[1]]
        if one is not other and _may_join(edge, one, other, foes, told, compare):
            _join(home, edge.pair, edge.why)
    return list({id(group): group for group in home.values()}.values())


def _in_order(found: Iterable[Edge], free: Mapping[str, Subject]) -> list[Edge]:
    """Best first, without those of claims that a person rejected; of pairs that score alike the first told.

    Edges are many: they are put in order by numbers, each claim by its rank.
    """
    left = [edge for edge in found if edge.pair[0] in free and edge.pair[1] in free]
    named = {id_ for edge in left for id_ in edge.pair}
    rank = {id_: number for number, id_ in enumerate(sorted(named, key=lambda id_: _place_of(free[id_])))}
    ranks = np.array([(rank[one], rank[other]) for one, other in (edge.pair for edge in left)], dtype=np.int32)
    ranks = np.sort(ranks.reshape(-1, 2), axis=1)
    scores = np.array([edge.score for edge in left])
    return [left[number] for number in np.lexsort((ranks[:, 1], ranks[:, 0], -scores)).tolist()]


def edges(ordered: Sequence[Subject], told: Stories, columns: Columns | None = None) -> list[Edge]:
    """Candidate pairs, of claims in the order of their ids, that nothing forbids and that score enough."""
    table, pairs = columns or Columns(ordered), numbered(ordered, told)
    found = []
    for at in range(0, len(pairs), AT_ONCE):
        for one, other, only in table.hopeful(*np.divmod(pairs[at : at + AT_ONCE], len(ordered))):
            left, right = ordered[one], ordered[other]
            if not only or spoken_for(left, right, told):
                made = edge(left, right, told, table.compare)
                if made is not None:
                    found.append(made)
    return found


def edge(one: Subject, other: Subject, told: Stories, compare: Mapping[str, Compare] = COMPARE) -> Edge | None:
    """What joins two claims, of which the first has the smaller id; None where nothing does."""
    if apart(one, other):
        return None
    weighed = weigh(one, other, told, compare)
    if weighed.score < JOIN[one.lane] or not anchored(one, other, weighed.fits):
        return None
    why = f"joined {one.id} and {other.id}: {weighed.why}"
    return Edge(weighed.score, (one.id, other.id), why, one.lane != "act" or weighed.fits["place"].score >= FIRM)


def _place_of(subject: Subject) -> tuple[str, tuple[tuple[int, int], ...], str]:
    """Where a claim stands: of pairs that score alike the first told joins first, whatever words it is told in."""
    return subject.claim.report, subject.claim.spans, subject.id


def _may_join(
    edge: Edge,
    one: Group,
    other: Group,
    foes: Mapping[str, frozenset[str]],
    told: Stories,
    compare: Mapping[str, Compare],
) -> bool:
    """No rule and no judgement between any two members, and the earliest of both agree on the whole."""
    ids = {s.id for s in other.members}
    if any(foes.get(s.id, frozenset()) & ids for s in one.members):
        return False
    if len(one.members) == len(other.members) == 1:
        # What the edge itself has asked already needs no second answer.
        return not (_other_counts(one, other, compare["figures"]) or (not edge.firm and _other_victims(one, other)))
    if any(apart(left, right) for left in one.members for right in other.members):
        return False
    if _other_counts(one, other, compare["figures"]) or _other_weekdays(one, other):
        return False
    if not edge.firm and _other_victims(one, other):
        return False
    scores = [weigh(left, right, told, compare).score for left in _first(one) for right in _first(other)]
    return min(scores) > 0 and sum(scores) / len(scores) >= JOIN[one.members[0].lane] - LEEWAY


def _other_victims(one: Group, other: Group) -> bool:
    """Whether every account of one group names victims of another side than every account of the other."""
    sides = [{side for s in group.members for side in s.done_to if listed(side)} for group in (one, other)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


def _other_weekdays(one: Group, other: Group) -> bool:
    """Whether undated accounts of one group name days of the week, and none on which the other lies."""
    for undated, dated in ((one, other), (other, one)):
        named = {day for s in undated.members for day in s.weekdays}
        if named:
            told = {day for s in dated.members for day in of_the_week(s)}
            if told and not told & named:
                return True
    return False


def _other_counts(one: Group, other: Group, compare: Compare) -> bool:
    """Whether counts are so far from each other that no account of one act gives both; one among many is misread."""
    fits = [compare(left, right) for left in one.members for right in other.members if left.counts and right.counts]
    far = sum(fit.score < FAR_OFF for fit in fits)
    return far > 0 and 2 * far >= sum(bool(fit.why) for fit in fits)


def _first(group: Group) -> list[Subject]:
    return sorted(group.members, key=lambda s: s.sort_key)[:SAMPLE]


def _join(home: dict[str, Group], pair: Pair, why: str) -> None:
    one, other = home[pair[0]], home[pair[1]]
    if one is not other:
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        large.members.extend(small.members)
        large.why.extend(small.why)
        for subject in small.members:
            home[subject.id] = large
        home[pair[0]].why.append(why)


def _foes(not_same: Mapping[Pair, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in not_same:
        found[one].add(other)
        found[other].add(one)
    return {id_: frozenset(others) for id_, others in found.items()}
