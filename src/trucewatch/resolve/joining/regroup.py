"""resolve: the incidents that a change reaches, grouped anew: as far as groups come out otherwise, and no further.

Which joins are made hangs on the order of scores and on what the two groups hold when their turn comes. So the
incidents of touched claims are grouped again together with those they have edges to, the neighbours; as long as each
neighbour comes out as it was, nothing beyond it can have changed either, since all it met there was as before. A
neighbour that comes out otherwise is taken among the incidents that are grouped anew, with its own neighbours, and so
on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.resolve.cluster import Edge, Group, joined
from trucewatch.resolve.joining.shelf import Shelf
from trucewatch.resolve.joining.world import Telling, World
from trucewatch.resolve.judgement import Decided

TURNS = 12
"""Times that the reach is widened before everything is grouped anew."""
FAR = 2000
"""Claims beyond which a change reaches so far that everything is done at once."""


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The incidents that stand no more as they did, and the groups that take their place."""

    gone: frozenset[str]
    groups: tuple[Group, ...]


def regrouped(shelf: Shelf, world: World, telling: Telling, seeds: set[str], people: Decided) -> Rejoined | None:
    """The incidents of some claims and of whatever joins them, grouped anew; None where that reaches ever further."""
    reached = set(shelf.homes(seeds).values())
    loose = {claim for claim in seeds if claim in world.claims} - _members(shelf, reached)
    for _ in range(TURNS):
        reached |= _held_together(shelf, _members(shelf, reached) | loose, people)
        inside = {claim for claim in _members(shelf, reached) | loose if claim in world.claims}
        if len(inside) > FAR:
            return None
        made, broken = _turn(shelf, world, telling, inside, people)
        if not broken:
            return Rejoined(frozenset(reached), tuple(group for group in made if group.members[0].id in inside))
        reached |= broken
    return None


def _turn(
    shelf: Shelf, world: World, telling: Telling, inside: set[str], people: Decided
) -> tuple[list[Group], set[str]]:
    """The claims inside and their neighbours grouped, and the neighbours that come out otherwise than they stand."""
    out = {claim for edge in shelf.edges(inside) for claim in edge.pair} - inside
    homes = shelf.homes(out)
    neighbours = shelf.members(homes.values())
    home = {claim: id_ for id_, claims in neighbours.items() for claim in claims}
    known = world.subjects({*inside, *home})
    telling.learn({subject.claim.report for subject in known.values()})
    near = [edge for edge in shelf.edges(set(known)) if _counts(edge, home, known)]
    made = joined(known, near, _among(people, known), telling.stories)
    whole = {frozenset(claims) for claims in neighbours.values()}
    found = {frozenset(subject.id for subject in group.members) for group in made}
    return made, {id_ for id_, claims in neighbours.items() if frozenset(claims) in whole - found}


def _counts(edge: Edge, home: dict[str, str], known: Iterable[str]) -> bool:
    """Whether an edge may join anything here: between two neighbours it did not, and does not while they stay."""
    one, other = edge.pair
    if one not in known or other not in known:
        return False
    return one not in home or other not in home or home[one] == home[other]


def _held_together(shelf: Shelf, claims: set[str], people: Decided) -> set[str]:
    """The incidents of claims that people hold to be the same as some of these."""
    mates = {claim for pair in people.same for claim in pair if claims & set(pair)}
    return set(shelf.homes(mates).values())


def _among(people: Decided, known: Iterable[str]) -> Decided:
    """What was decided about these claims alone."""
    same = {pair: said for pair, said in people.same.items() if pair[0] in known and pair[1] in known}
    return Decided(same, people.not_same, people.accepted, people.rejected)


def _members(shelf: Shelf, incidents: Iterable[str]) -> set[str]:
    return {claim for claims in shelf.members(incidents).values() for claim in claims}
