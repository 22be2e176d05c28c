"""resolve: the ledger's rows about what kind of act it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.model import Disagreement
from trucewatch.resolve.compare.type import FROM_THE_AIR
from trucewatch.resolve.ledger.row import Verdict, row, sides
from trucewatch.resolve.subject import Subject

ONE_KIND_OF_ANOTHER = (
    frozenset(FROM_THE_AIR),
    frozenset({"kin.ground_offensive", "kin.armed_clash", "kin.raid_infiltration", "kin.small_arms"}),
    frozenset({"kin.small_arms", "kin.sniper"}),
    frozenset({"kin.aircraft_downed", "kin.interception"}),
    frozenset({"kin.shelling", "kin.missile"}),
    frozenset({"hum.displacement", "civ.forced_displacement", "state.displacement"}),
)
"""Types of which one names the other more closely: an air strike by a drone, shelling with rockets."""
UNDETERMINED = frozenset({"civ.attack", "civ.killing", "mon.attacked", "kin.explosion_undetermined"})
"""Types that say what was done to people, or was heard, and not by what."""
OF_MANY_ACTS = frozenset({"kin.armed_clash", "kin.ground_offensive"})
"""Fighting in which there may be shelling, strikes and raids."""
SPOKEN = frozenset({"speech", "meeting", "term", "state", "stock"})


def type_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Types of which one is not the other. Losses have the type of the act that caused them."""
    accounts = sides([s for s in members if s.family != "harm"], lambda s: s.claim.type)
    found = row("type", accounts, _judge, lambda s: s.claim.type) if len(accounts) > 1 else None
    if found is not None:
        yield found


def _judge(one: Subject, other: Subject) -> Verdict:
    pair = {one.claim.type, other.claim.type}
    why = f"{one.claim.type} and {other.claim.type}"
    if pair & UNDETERMINED or any(pair <= group for group in ONE_KIND_OF_ANOTHER):
        return Verdict("apparent_only", f"{why}: one names the other more closely")
    if one.lane in SPOKEN:
        return Verdict("apparent_only", f"{why}: what was said, told in a stronger and a weaker word")
    if pair & OF_MANY_ACTS:
        return Verdict("apparent_only", f"{why}: one may be a part of the other")
    if pair & set(FROM_THE_AIR) and any(
        s.claim.type == "kin.shelling" and s.claim.weapon is None for s in (one, other)
    ):
        return Verdict("apparent_only", f"{why}: bombardment without a weapon may be from the air")
    return Verdict("disagree", f"{why} are different acts")
