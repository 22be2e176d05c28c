"""resolve: claims join what stands: from what came and went to the groups that are others than before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.resolve.cluster import Edge, edge
from trucewatch.resolve.joining.blocks import moved
from trucewatch.resolve.joining.calm import hushed, redated, resettled
from trucewatch.resolve.joining.kin import renamed
from trucewatch.resolve.joining.partners import partners
from trucewatch.resolve.joining.regroup import FAR, Rejoined, regrouped
from trucewatch.resolve.joining.shelf import Named, Shelf
from trucewatch.resolve.joining.shelving import named, placed
from trucewatch.resolve.joining.world import Telling, World
from trucewatch.resolve.judgement import Decided


@dataclass(frozen=True, slots=True)
class Delta:
    """What changed since the shelf was made: claims and reports that came, went or say otherwise; claims judged."""

    claims: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()


def rejoin(shelf: Shelf, world: World, delta: Delta, rerooted: Iterable[str], people: Decided) -> Rejoined | None:
    """Bring the shelf up to date and group anew what the change reaches; None where it reaches too far.

    `rerooted` are claims whose root is another one: it joins nothing, but their incidents say something else.
    """
    changed = set(delta.claims) | shelf.of_reports(delta.reports) | set(rerooted)
    changed |= {claim for report in delta.reports for claim in world.of_report(report)}
    if len(changed) > FAR:
        return None
    kindred = renamed(shelf, shelf.named(delta.reports), _named(world, delta.reports))
    touched = shelf.of_reports(kindred) | changed
    if len(touched) > FAR:
        return None
    before = shelf.placed(changed)
    quiet = hushed(shelf, world, before, changed)
    unsettled = resettled(shelf, quiet)
    telling = Telling(shelf, world, quiet)
    dated = redated(shelf, world, telling)
    touched |= unsettled.touched
    rekeyed = changed | unsettled.rekeyed | dated
    old = {**before, **shelf.placed(rekeyed - changed)}
    new = {id_: placed(one, world.origin[id_], quiet, telling.weekly) for id_, one in world.subjects(rekeyed).items()}
    touched |= moved(shelf, old, new) | rekeyed
    shelf.hush(quiet)
    alive = {claim for claim in touched if claim in world.claims}
    if len(alive) > FAR:
        return None
    shelf.replace_edges(touched, _edges(shelf, world, telling, alive))
    return regrouped(shelf, world, telling, touched | set(delta.judged), people)


def _named(world: World, reports: Iterable[str]) -> dict[str, Named]:
    return {id_: named(world.reports[id_]) for id_ in reports if id_ in world.reports}


def _edges(shelf: Shelf, world: World, telling: Telling, claims: set[str]) -> list[Edge]:
    """All edges of some claims as they are now."""
    pairs = partners(shelf, world, telling, claims)
    known = world.subjects({claim for pair in pairs for claim in pair})
    telling.learn({subject.claim.report for subject in known.values()})
    found = (edge(known[one], known[other], telling.stories) for one, other in sorted(pairs))
    return [one for one in found if one is not None]
