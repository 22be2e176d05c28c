"""resolve: do two claims name the same actors in the same parts?"""

from __future__ import annotations

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Subject

TWO_SIDED = frozenset({"kin.armed_clash"})
JOINT = frozenset({"mon.patrol"})
RIVAL = 0.15
"""Two accounts may blame different sides for one strike: that is a disagreement to show, not a reason to part them."""


def actors_fit(left: Subject, right: Subject) -> Fit:
    """How well the actors agree, by side: a minister, an army and a capital stand for their state."""
    if left.lane == "meeting":
        return _participants(left.doers | left.done_to, right.doers | right.done_to)
    if left.claim.type in TWO_SIDED and right.claim.type in TWO_SIDED:
        return _participants(left.doers | left.done_to, right.doers | right.done_to)
    if left.doers and right.doers and left.doers <= right.done_to and right.doers <= left.done_to:
        return Fit(0.0, "who did it to whom is the other way round")
    if left.claim.type in JOINT and right.claim.type in JOINT:
        return _jointly(left.doers, right.doers)
    did = _overlap(left.doers, right.doers)
    suffered = _overlap(left.done_to, right.done_to)
    if not did and not suffered and (_overlap(left.doers, right.done_to) or _overlap(left.done_to, right.doers)):
        return Fit(0.2, "one's doer is the other's target")
    if did is None and suffered is None:
        return NOTHING
    if did is not False and suffered is not False:
        return Fit(1.0, "same doer and same target") if did and suffered else _half(did)
    if "single" not in (left.scope, right.scope) and left.family != "harm":
        return Fit(0.0, "campaigns of different sides")
    if did is False:
        return Fit(RIVAL, "different sides are named as the doer")
    return Fit(0.3, "different targets")


def _jointly(left: frozenset[str], right: frozenset[str]) -> Fit:
    """Of acts that sides do alone or together: a patrol of one is not a patrol of two."""
    left, right = _listed(left), _listed(right)
    if not left or not right:
        return NOTHING
    return Fit(1.0, "same participants") if left == right else Fit(0.3, "done by other participants")


def _half(did: bool | None) -> Fit:
    return Fit(0.75, "same doer" if did else "same target")


def _overlap(left: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether two sets share a listed side; None where that cannot be told.

    "The refugees" and "the migrants" may be the same people, and two times "a gunman" may be two men.
    """
    if any(map(listed, left & right)):
        return True
    return False if any(map(listed, left)) and any(map(listed, right)) else None


def _listed(sides: frozenset[str]) -> frozenset[str]:
    return frozenset(filter(listed, sides))


def _participants(left: frozenset[str], right: frozenset[str]) -> Fit:
    if len(left) > 1 and left == right:
        return Fit(1.0, "same participants")
    left, right = _listed(left), _listed(right)
    if not left or not right:
        return NOTHING
    if left == right:
        # A meeting takes two: who names one participant leaves the other open.
        return Fit(1.0, "same participants") if len(left) > 1 else Fit(0.6, "one and the same participant is named")
    if left < right or right < left:
        return Fit(0.75, "one names some of the other's participants")
    alone = not left & right and min(len(left), len(right)) == 1
    return Fit(0.3, "each names another participant") if alone else Fit(0.0, "different participants")
