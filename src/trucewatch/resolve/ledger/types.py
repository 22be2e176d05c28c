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
    frozenset({"civ.attack", "civ.killing"}),
    frozenset({"hum.displacement", "civ.forced_displacement", "state.displacement"}),
)
"""Types of which one names the other more closely: an air strike by a drone, shelling with rockets."""
SPOKEN = frozenset({"speech", "meeting", "term", "state", "stock"})


def type_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Types of which one is not the other. Losses have the type of the act that caused them.

    A report that names both leaves no disagreement: it tells of parts of one thing, or names it again.
    """
    accounts = sides([s for s in members if s.family != "harm"], lambda s: s.claim.type)
    if len(accounts) < 2:
        return
    reports = {same[0].claim.type: {s.claim.report for s in same} for same in accounts}

    def judge(one: Subject, other: Subject) -> Verdict | None:
        return None if reports[one.claim.type] & reports[other.claim.type] else _judge(one, other)

    found = row("type", accounts, judge, lambda s: s.claim.type)
    if found is not None:
        yield found


def _judge(one: Subject, other: Subject) -> Verdict:
    pair = {one.claim.type, other.claim.type}
    why = f"{one.claim.type} and {other.claim.type}"
    vague = any(type_ in ("civ.attack", "mon.attacked") or "undetermined" in type_ for type_ in pair)
    if vague or any(pair <= group for group in ONE_KIND_OF_ANOTHER):
        return Verdict("apparent_only", f"{why}: one names the other more closely")
    if one.lane in SPOKEN:
        return Verdict("apparent_only", f"{why}: what was said, told in a stronger and a weaker word")
    return Verdict("disagree", f"{why} are different acts")
