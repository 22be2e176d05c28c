"""resolve: who is named as the doer. "Forces" names nobody, and a reporter who saw it did not do it."""

from __future__ import annotations

from trucewatch.actors import known_actors
from trucewatch.model import ActorRole
from trucewatch.resolve.sides import listed, same_actor, side
from trucewatch.resolve.subject import Subject

TELLERS = frozenset({"agency", "outlet", "monitor"})
"""Kinds of actors that tell of acts and do none."""


def named_doers(subject: Subject) -> frozenset[str]:
    """The sides that a claim names as doers, by id or by a proper name."""
    return frozenset(
        side(actor.id, actor.text)
        for actor in subject.claim.actors
        if actor.role in ("perpetrator", "party") and _names_somebody(actor)
    )


def _names_somebody(actor: ActorRole) -> bool:
    if actor.id:
        known = known_actors().get(actor.id)
        return known is None or known.kind not in TELLERS
    letters = [sign for sign in actor.text if sign.isalpha()]
    cased = any(sign.lower() != sign.upper() for sign in letters)
    # In scripts without capitals a name looks like any word; it is taken for one.
    return bool(letters) and (not cased or any(sign.isupper() for sign in actor.text))


def rivals(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two accounts name doers of whom none may be the same; those that no list knows may be anybody."""
    if not one or not other or not all(map(listed, one | other)):
        return False
    return not any(same_actor(left, right) for left in one for right in other)
