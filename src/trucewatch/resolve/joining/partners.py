"""resolve: the candidate pairs of some claims, as `candidates.pairs` gives them among all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from trucewatch.resolve.candidates import CROWDED, REACH, Key, in_stories
from trucewatch.resolve.joining.kin import kin_of
from trucewatch.resolve.joining.shelf import Shelf
from trucewatch.resolve.joining.world import Telling, World
from trucewatch.resolve.judgement import Pair


def partners(shelf: Shelf, world: World, telling: Telling, claims: set[str]) -> set[Pair]:
    """Every pair that one of the claims is in, the smaller id first."""
    found = set(_in_blocks(shelf, claims))
    found.update(_in_one_report(world, claims))
    found.update(_in_one_story(shelf, world, telling, claims))
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _in_blocks(shelf: Shelf, claims: set[str]) -> Iterator[Pair]:
    crowds: dict[int, list[str]] = {}
    for id_, one in shelf.placed(claims).items():
        for key in one.keys:
            members = crowds.get(key)
            if members is None:
                members = crowds[key] = shelf.crowd(key, CROWDED + 1)
            near = members if len(members) <= CROWDED else shelf.beside(key, one.start, id_, REACH)
            yield from ((id_, other) for other in near)


def _in_one_report(world: World, claims: set[str]) -> Iterator[Pair]:
    for report in {world.claims[claim].report for claim in claims}:
        for ids in _acts(world, report).values():
            for i, one in enumerate(ids):
                for other in ids[i + 1 : i + 1 + REACH]:
                    if one in claims or other in claims:
                        yield one, other


def _in_one_story(shelf: Shelf, world: World, telling: Telling, claims: set[str]) -> Iterator[Pair]:
    kin = kin_of(shelf, telling, {world.claims[claim].report for claim in claims})
    for report, others in kin.items():
        acts = _acts(world, report)
        for other in others:
            theirs = _acts(world, other)
            for key in acts.keys() & theirs.keys():
                asked = [one for one in acts[key][:REACH] if one in claims]
                yield from ((one, two) for one in asked for two in theirs[key][:REACH])


def _acts(world: World, report: str) -> dict[Key, list[str]]:
    """The acts of a report by their kind, in the order of their ids."""
    found: dict[Key, list[str]] = defaultdict(list)
    for claim in world.of_report(report):
        key = in_stories(world.subject(claim))
        if key is not None:
            found[key].append(claim)
    return found
