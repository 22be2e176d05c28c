"""extract: what a name is to an act that was elsewhere: the home of its people, the base that fired, the clinic of the
hurt. Which words say so is data of the pack.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.places.spot import Aside, Spot
from trucewatch.extract.words.token import Mark
from trucewatch.languages.placewords import PlaceRole, PlaceWords

_REACH = 9
"""Marks before a name in which a verb of bringing, or a word for where fire came from, still speaks of it."""
_NAMED = 4
"""Marks before a name in which the one stands who reports from there, with his name."""
_BEHIND = 5
"""Marks behind a name in which such a verb stands where the verb comes last."""
_STOPS = frozenset(",.;:!?،؛؟•|")
_FIRES = frozenset({"strike", "attack_generic", "fire_weapon"})
"""Classes of verbs whose place is where they hit, not where they were done from."""
_TURNS = frozenset({"verb", "sub"})
"""Kinds of words with which a clause turns to something else: "taken to hospital after shells hit Adal"."""


def role_of(mark: Mark, words: PlaceWords) -> PlaceRole | None:
    """What a word says of the name beside it."""
    return words.roles.get(mark.text) or words.roles.get(mark.key)


def aside_of(spot: Spot, marks: list[Mark], words: PlaceWords) -> Aside:
    """What a name is to the act, when the words beside it say that the act was elsewhere; "" where none does."""
    if not words.roles:
        return ""
    head = spot.first - 1
    head -= head > 0 and marks[head].sense("prep", "of") is not None and not spot.prep  # "residents of Adal"
    before = role_of(marks[head], words) if head >= 0 else None
    if before == "people" and (not spot.prep or spot.prep & {"from", "of"}):
        whence = head > 0 and marks[head - 1].sense("prep", "from") is not None
        return "home" if whence or spot.prep & {"from"} else "people"
    if before is None and spot.prep & {"from"} and spot.first and marks[spot.first - 1].sense("noun", "people"):
        return "people"  # "a child from Adal"
    if spot.prep & {"from", "in"} and _reports(spot, marks, words):
        return "voice"
    behind = role_of(marks[spot.last], words) if spot.last < len(marks) else None
    if "stationed" in (before, behind):
        return "base"
    if spot.prep & {"in", "near"} and _fired_from_base(spot.first - 1, marks):
        return "base"
    return _ahead(spot, marks, words) or _behind(spot, marks, words)


def _fired_from_base(k: int, marks: list[Mark]) -> bool:
    """Whether fire came from a base that lies in a place, before which mark `k` stands: "shelled the town from its base
    in Adal". Who withdraws from a base was there.
    """
    based = False
    for at in range(k, max(-1, k - _BEHIND), -1):
        mark = marks[at]
        if mark.sense("noun", "base") is not None:
            based = True
        elif mark.sense("prep", "from") is not None:
            verbs = (s for m in reversed(marks[:at]) for s in m.senses if s.kind == "verb")
            verb = next(verbs, None) if based else None
            return verb is not None and bool(verb.classes & _FIRES)
        elif not mark.kinds() & {"det", "adj", "poss", "pron"}:
            return False
    return False


def pass_on(spots: Sequence[Spot]) -> None:
    """What holds a place that is not the act's own is not the act's either: "from a base in Adal in Homs". Where both
    sides are told by where they stand, the act was there.
    """
    bases = [spot for spot in spots if spot.aside == "base"]
    for spot in bases if len(bases) > 1 else ():
        spot.aside = ""
    for spot in spots:
        for link in (spot.holder, spot.more):
            if spot.aside and link is not None and not link.aside:
                link.aside = spot.aside


def _reports(spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether somebody reports from a place: "our correspondent Adal in Bashir"."""
    for mark in reversed(marks[max(0, spot.first - _NAMED) : spot.first]):
        if mark.text in _STOPS or mark.kinds() & _TURNS:
            return False
        if role_of(mark, words) == "voice":
            return True
    return False


def _ahead(spot: Spot, marks: list[Mark], words: PlaceWords) -> Aside:
    """What the words before a name say, within its stretch: "taken to the hospital of"."""
    clinic = False
    for k in range(spot.first - 1, max(-1, spot.first - 1 - _REACH), -1):
        mark = marks[k]
        if mark.text in _STOPS:
            break
        role = role_of(mark, words)
        if role == "source":
            return "base"
        if role is None and (mark.kinds() & _TURNS or mark.sense("noun", "act")):
            break
        clinic = clinic or role == "clinic"
        if role == "treated" or (role == "taken" and (clinic or _has_clinic(spot, marks, words))):
            return "clinic"
    return ""


def _behind(spot: Spot, marks: list[Mark], words: PlaceWords) -> Aside:
    """What a verb that comes last says: "Adal hastanesine kaldırıldı"."""
    clinic = False
    for mark in marks[spot.last : spot.last + _BEHIND]:
        if mark.text in _STOPS or mark.places:
            break
        role = role_of(mark, words)
        clinic = clinic or role == "clinic"
        if role == "taken" and (clinic or _has_clinic(spot, marks, words)):
            return "clinic"
        if role == "said":
            return "voice"
    return ""


def _has_clinic(spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether the name itself has a word for a clinic."""
    return any(role_of(mark, words) == "clinic" for mark in marks[spot.first : spot.last])
