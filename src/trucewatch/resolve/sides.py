"""resolve: whose side an actor id stands on. A person, an army and a ministry speak and act for their state."""

from __future__ import annotations

import functools

from trucewatch.actors import known_actors
from trucewatch.languages.fold import match_key

NOT_OF_THE_STATE = frozenset({"group", "coalition", "people"})
"""Kinds of actors who are in a country and not of its government, with all who belong to them."""


@functools.lru_cache(maxsize=16384)
def side(id_: str | None, text: str = "") -> str:
    """The side of an actor: `SYR` for `SYR.army`, `SYR.opp` for any of its groups, folded words where there is no id.

    An id that no list has counts by what stands before its dot.
    """
    if not id_:
        return match_key(text)
    chain = known_actors().ancestors(id_)
    if not chain:
        return id_.partition(".")[0]
    apart = [one for one in chain if (actor := known_actors().get(one)) is not None and actor.kind in NOT_OF_THE_STATE]
    return apart[-1] if apart else chain[-1]


def listed(side_: str) -> bool:
    """Whether a side comes from an actor's id and not from the words of a report, which are folded to small letters."""
    return side_[:1].isupper()


def same_actor(left: str, right: str) -> bool:
    """Whether two ids may name one actor: the same, or one a part of the other's side."""
    if left == right or left.startswith(right + ".") or right.startswith(left + "."):
        return True
    return left in known_actors().ancestors(right) or right in known_actors().ancestors(left)
