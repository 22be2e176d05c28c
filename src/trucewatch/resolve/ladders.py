"""resolve: two ladders that are never mixed: whether it happened, and who did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trucewatch.model import Attribution
from trucewatch.model.incident import Occurrence, Responsibility
from trucewatch.resolve.kind import DISPUTED
from trucewatch.resolve.roots import independent
from trucewatch.resolve.sides import side
from trucewatch.resolve.subject import OUTLETS, Subject

NEUTRAL = frozenset({"monitor", "institution"})


def occurrence(members: Sequence[Subject], accepted: Mapping[str, str]) -> tuple[Occurrence, str]:
    """Whether it happened, by independent voices; only a person's acceptance makes it `verified`."""
    asserted = [s for s in members if s.claim.modality not in DISPUTED]
    denied = [s for s in members if s.claim.modality == "denied"]
    if not asserted:
        return "insufficient", "told only as an accusation or a denial"
    if denied:
        return "contested", f"denied by {', '.join(sorted({_name(s) for s in denied}))}"
    by_hand = sorted(accepted[s.id] for s in asserted if s.id in accepted)
    if by_hand:
        return "verified", by_hand[0]
    voices = independent(voice(s) for s in asserted)
    if voices > 1:
        return "corroborated", f"{voices} independent voices"
    return "reported", "one independent voice"


def voice(subject: Subject) -> str:
    """Who is heard: a party whose word several houses relay is one voice, and so is an agency that several copy."""
    first = next((link for link in subject.claim.attribution if link.kind not in OUTLETS), None)
    if first is not None and first.kind in ("party", "official") and (first.id or first.who):
        return f"party {side(first.id, first.who)}"
    return subject.root


def responsibility(members: Sequence[Subject]) -> tuple[Responsibility, str]:
    """Who did it: `admitted` by the doer's own side, `assessed` by a monitor; `established` is for a body to say."""
    if members[0].lane not in ("act", "halt"):
        return "none", "not an act"
    named = {doer for s in members if s.claim.modality != "denied" for doer in s.doers if doer}
    if not named:
        return "none", "nobody is named as the doer"
    denied = {doer for s in members if s.claim.modality == "denied" for doer in s.doers}
    told = f"named: {', '.join(sorted(named))}"
    owners = {side(link.id, link.who) for s in members if s.claim.modality not in DISPUTED for link in _sayers(s)}
    if named & denied:
        return "contested", f"{told}; denied for {', '.join(sorted(named & denied))}"
    if len(named) > 1 and _rival(members):
        return "contested", f"{told}, by different accounts"
    if named & owners:
        return "admitted", f"said by {', '.join(sorted(named & owners))} of itself"
    if any(
        link.kind in NEUTRAL for s in members if s.doers and s.claim.modality not in DISPUTED for link in _sayers(s)
    ):
        return "assessed", f"{told}, by a monitor or institution"
    return "alleged", told


def _sayers(subject: Subject) -> tuple[Attribution, ...]:
    return tuple(link for link in subject.claim.attribution if link.kind not in OUTLETS)


def _rival(members: Sequence[Subject]) -> bool:
    """Whether two accounts name doers of which none is the same."""
    accounts = [s.doers for s in members if s.doers and s.claim.modality != "denied"]
    return any(not one & other for i, one in enumerate(accounts) for other in accounts[i + 1 :])


def _name(subject: Subject) -> str:
    first = next((link.who for link in subject.claim.attribution), "")
    return first or subject.root
