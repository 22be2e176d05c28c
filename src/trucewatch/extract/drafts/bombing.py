"""extract: "the army's bombing of the town": a word for a bomb that also names a raid, told by who carried it out."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.extract.drafts.draft import Draft

_FLIES = frozenset({"army", "airforce", "gov", "navy"})
"""Last parts of the ids of those who bomb from the air; groups of fighters do not."""


def by_forces(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with a "bombing" by a state or its forces as an air strike; by anybody else it stays a bomb."""
    found = list(drafts)
    for draft in found:
        head = draft.carrier.head if draft.carrier is not None else None
        if draft.type == "kin.mine_ied" and head is not None and "bombing" in head.classes and _by_a_state(draft):
            draft.type, draft.weapon, draft.rule = "kin.air_strike", "aircraft", f"{draft.rule}+forces"
    return found


def _by_a_state(draft: Draft) -> bool:
    """Whether a listed state or force of one is named as the doer."""
    doers = [actor.id for actor in draft.actors if actor.role == "perpetrator" and actor.id]
    return any(id_.rpartition(".")[2] in _FLIES or (len(id_) == _STATE and id_.isupper()) for id_ in doers)


_STATE = 3
"""Letters of the id of a state."""
