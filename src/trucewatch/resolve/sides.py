"""resolve: whose side an actor id stands on. A person, an army and a ministry speak and act for their state."""

from __future__ import annotations

import functools

from trucewatch.languages.fold import match_key

# Parts of an id that name somebody who is in a country and not of its government.
NOT_OF_THE_STATE = frozenset({
    "rebels", "rebel", "opposition", "jihadists", "militants", "terrorists", "fighters", "civilians", "people",
    "protesters", "migrants", "refugees", "press", "media", "residents", "groups", "tribes", "militias",
})  # fmt: skip


@functools.lru_cache(maxsize=16384)
def side(id_: str | None, text: str = "") -> str:
    """The side of an actor: `SYR` for `SYR.army`, `SYR.rebels` for itself, the folded words where there is no id."""
    if not id_:
        return match_key(text)
    head, _, tail = id_.partition(".")
    return id_ if not tail or tail.split(".")[0] in NOT_OF_THE_STATE else head


def listed(side_: str) -> bool:
    """Whether a side comes from an actor's id and not from the words of a report, which are folded to small letters."""
    return side_[:1].isupper()


def same_actor(left: str, right: str) -> bool:
    """Whether two ids may name one actor: the same, or one a part of the other."""
    return left == right or left.startswith(right + ".") or right.startswith(left + ".")
