"""assess: whose word bears an event out. A side's word on the other side's losses is never independent."""

from __future__ import annotations

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.model import Claim

LOSSES = frozenset({"killed", "injured", "missing", "captured", "neutralised", "aircraft", "vehicles"})
"""Measures of what one side does to the other."""
SUFFERS = frozenset({"target", "affected"})


def bearing_out(item: Evidence, case: Case) -> tuple[str, ...]:
    """The roots by which proof is counted: those of accounts that are no side's word on what the other lost.

    Where nobody else tells of it, such a side is one voice, however many houses relay it.
    """
    sides = {claim.id: side for claim in item.asserting if (side := counting_the_other(claim, case)) is not None}
    if not sides:
        return item.asserting_roots
    others = [claim for claim in item.asserting if claim.id not in sides]
    if others:
        return item.roots(others)
    heard: dict[str, str] = {}
    for claim in item.asserting:
        side = sides[claim.id]
        heard[side] = min(heard.get(side, item.root(claim)), item.root(claim))
    return tuple(sorted(set(heard.values())))


def counting_the_other(claim: Claim, case: Case) -> str | None:
    """The party whose word it is, where it counts only the losses of another party; None for all other claims."""
    if not claim.attribution or claim.attribution[0].kind not in ("party", "official"):
        return None
    own = case.party_of(claim.attribution[0].id)
    counted = [figure for figure in claim.figures if figure.measure in LOSSES]
    if own is None or not counted:
        return None
    done_to = {case.party_of(actor.id) for actor in claim.actors if actor.role in SUFFERS} - {None}
    theirs = {case.party_of(figure.population) for figure in counted} - {None} or done_to
    return own if theirs and own not in theirs else None
