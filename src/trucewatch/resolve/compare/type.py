"""resolve: may two types be names of one thing?"""

from __future__ import annotations

import functools
import itertools

from trucewatch.resolve.compare.fit import Fit
from trucewatch.resolve.kind import ON_PEOPLE
from trucewatch.resolve.subject import Subject

FROM_THE_AIR = ("kin.air_strike", "kin.drone_strike", "kin.missile")
EXPLOSIVE = (*FROM_THE_AIR, "kin.shelling", "kin.mine_ied", "kin.suicide", "kin.chemical", "kin.explosion_undetermined")
BY_HAND = ("kin.small_arms", "kin.sniper", "kin.armed_clash", "kin.raid_infiltration")
LOSSES = ("harm.killed", "harm.injured", "harm.wounded", "harm.missing", "harm.neutralised", "harm.casualties")

# How alike two types are that are not the same. What is in no row is never one thing: a patrol is not a strike.
ALIKE = (
    (FROM_THE_AIR, FROM_THE_AIR, 0.7),
    (EXPLOSIVE, ("kin.explosion_undetermined",), 0.7),
    (("kin.shelling",), ("kin.missile",), 0.6),
    (EXPLOSIVE, EXPLOSIVE, 0.4),
    (BY_HAND, BY_HAND, 0.6),
    (("kin.ground_offensive",), ("kin.armed_clash", "kin.raid_infiltration"), 0.4),
    (("kin.aircraft_downed",), ("kin.interception",), 0.7),
    (EXPLOSIVE + BY_HAND, ON_PEOPLE, 0.6),
    (("civ.attack",), ("civ.killing", "mon.attacked"), 0.6),
    (LOSSES, EXPLOSIVE + BY_HAND + ON_PEOPLE, 0.6),
    (LOSSES, LOSSES, 0.7),
    (("harm.damaged",), EXPLOSIVE + BY_HAND + ("civ.looting_destruction",), 0.6),
    (("harm.displaced",), ("hum.displacement", "civ.forced_displacement", "state.displacement"), 0.8),
    (("dip.demand",), ("dip.request", "dip.ultimatum"), 0.7),
    (("dip.threat",), ("dip.ultimatum", "dip.right_reserved"), 0.6),
    (("dip.hope",), ("dip.prediction",), 0.4),
    (("term.zone",), ("term.deadline",), 0.3),
    (("term.return",), ("term.humanitarian",), 0.6),
    (("mon.patrol",), ("crowd.blocking",), 0.0),
)


def type_fit(left: Subject, right: Subject) -> Fit:
    """How well two types agree."""
    return likeness(left.claim.type, right.claim.type)


@functools.lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> Fit:
    """As `type_fit`, of two codes."""
    if one == other:
        return Fit(1.0, f"both {one}")
    found = _table().get((one, other))
    if found is None:
        return Fit(0.0, f"{one} is not {other}")
    return Fit(found, f"{one} may be {other}")


@functools.cache
def _table() -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for lefts, rights, score in ALIKE:
        for one, other in itertools.product(lefts, rights):
            table.setdefault((one, other), score)
            table.setdefault((other, one), score)
    return table
