"""resolve: two ladders that are never mixed: whether it happened, and who did it. Each step says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trucewatch.model import Attribution
from trucewatch.model.incident import Occurrence, Responsibility
from trucewatch.resolve.compare.actors import TWO_SIDED
from trucewatch.resolve.doers import named_doers, rivals
from trucewatch.resolve.kind import DISPUTED
from trucewatch.resolve.sides import side
from trucewatch.resolve.subject import OUTLETS, Subject
from trucewatch.resolve.voices import NOTHING_SAID, Heard, heard, voice

NEUTRAL = frozenset({"monitor", "institution"})
FELT = frozenset({"kin", "harm", "civ"})
"""Families of acts that leave their mark on others, so that their doer's denial says only that somebody else did it."""


def occurrence(
    members: Sequence[Subject], accepted: Mapping[str, str], said: Mapping[str, str] = NOTHING_SAID
) -> tuple[Occurrence, str]:
    """Whether it happened, by independent voices; only a person's acceptance makes it `verified`."""
    asserted = [s for s in members if s.claim.modality not in DISPUTED]
    denied = [s for s in members if s.claim.modality == "denied"]
    if not asserted:
        return "insufficient", "told only as an accusation or a denial"
    outsiders = any(not voice(s).startswith("party ") for s in asserted)
    against = [s for s in denied if not (outsiders and denies_own_part(s))]
    if against:
        return "contested", f"denied by {', '.join(sorted({_name(s) for s in against}))}"
    by_hand = sorted(accepted[s.id] for s in asserted if s.id in accepted)
    if by_hand:
        return "verified", by_hand[0]
    voices = heard(asserted, said)
    if voices.independent > 1:
        return "corroborated", f"{voices.independent} independent roots{_aside(voices)}"
    return "reported", f"{_one(voices)}{_aside(voices)}"


def _one(voices: Heard) -> str:
    """Why what may have many reports is told by one voice only."""
    if voices.roots > 1:
        return f"{voices.roots} roots carry one voice, {voices.voices[0].removeprefix('party ')}"
    if len(voices.voices) > 1:
        return f"one root carries {len(voices.voices)} voices"
    return "one independent root"


def _aside(voices: Heard) -> str:
    return f"; {voices.left_out}" if voices.left_out else ""


def denies_own_part(subject: Subject) -> bool:
    """Whether somebody denies that it was they who did it, which leaves open what others tell: that it happened."""
    if subject.claim.modality != "denied" or subject.family not in FELT or not subject.doers:
        return False
    return any(side(link.id, link.who) in subject.doers for link in _sayers(subject))


def responsibility(members: Sequence[Subject]) -> tuple[Responsibility, str]:
    """Who did it: `admitted` by the doer's own side, `assessed` by a monitor; `established` is for a body to say."""
    if members[0].lane not in ("act", "halt"):
        return "none", "not an act"
    named = {doer for s in members if s.claim.modality != "denied" for doer in named_doers(s)}
    if not named:
        return "none", "nobody is named as the doer"
    denied = {doer for s in members if s.claim.modality == "denied" for doer in named_doers(s)}
    told = f"named: {', '.join(sorted(named))}"
    owners = {side(link.id, link.who) for s in members if s.claim.modality not in DISPUTED for link in _sayers(s)}
    if named & denied:
        return "contested", f"{told}; denied for {', '.join(sorted(named & denied))}"
    if len(named) > 1 and _rival(members):
        return "contested", f"{told}, by different accounts"
    if named & owners:
        return "admitted", f"said by {', '.join(sorted(named & owners))} of itself"
    if any(
        link.kind in NEUTRAL
        for s in members
        if named_doers(s) and s.claim.modality not in DISPUTED
        for link in _sayers(s)
    ):
        return "assessed", f"{told}, by a monitor or institution"
    return "alleged", told


def _sayers(subject: Subject) -> tuple[Attribution, ...]:
    return tuple(link for link in subject.claim.attribution if link.kind not in OUTLETS)


def _rival(members: Sequence[Subject]) -> bool:
    """Whether two accounts name doers of whom none may be the same. In a clash each side does its part."""
    accounts = {named_doers(s) for s in members if s.claim.modality != "denied" and s.claim.type not in TWO_SIDED}
    return any(rivals(one, other) for one in accounts for other in accounts)


def _name(subject: Subject) -> str:
    first = next((link.who for link in subject.claim.attribution), "")
    return first or subject.root
