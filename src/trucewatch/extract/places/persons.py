"""extract: names that stand where a place's might and are somebody's: "the Safi family", "the child Nashwan"."""

from __future__ import annotations

from trucewatch.extract.places.aside import role_of
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.words.token import Mark
from trucewatch.languages.placewords import PlaceWords

_DONE = frozenset({"act", "bare_strike"})
_MOST_WORDS = 6
"""Unknown words of a person's name before one that is also a place's."""


def mark_people(spot: Spot, marks: list[Mark], words: PlaceWords, *, caseless: bool) -> None:
    """Marks a name as somebody's, and as telling whose act a noun behind it is."""
    spot.local = _has_powers(spot, marks, words)
    if spot.local and not spot.prep and spot.kind is None:
        spot.agent = True
        return
    bare = caseless and spot.kind is None and not spot.prep
    if bare and (_ends_person(spot.i, marks) or (spot.first == spot.i and _is_harmed(spot.i, marks))):
        spot.agent = True
        return
    if _is_of_force(spot, marks, words) or (not caseless and _names_force(spot, marks)):
        spot.agent = True
        return
    follows = marks[spot.j] if spot.j < len(marks) else None
    noun = follows.sense("noun", "people") if follows is not None and not follows.capital else None
    if spot.kind in ("part", "site") and spot.last > spot.j and spot.last < len(marks) and not spot.prep:
        spot.aside = "people" if marks[spot.last].sense("noun", "people") is not None else ""
    spot.modifies = (
        spot.agent and follows is not None and any(s.kind == "noun" and s.classes & _DONE for s in follows.senses)
    )
    if noun is not None and spot.last == spot.j:
        spot.folk = bool(spot.entries)
        spot.prep, spot.kind, spot.agent = frozenset(), None, True


def _has_powers(spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether the police or the mayor of a town stand beside its name: "Adal police", "the mayor of Adal"."""
    if spot.j < len(marks) and role_of(marks[spot.j], words) == "local":
        return True
    return not spot.prep - {"in", "of"} and stands_behind_powers(spot.first, marks, words)


def stands_behind_powers(i: int, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether a word for the powers of a town stands before mark `i`, with or without "of": "the mayor of Adal"."""
    head = i - 1
    head -= head > 0 and marks[head].sense("prep", "of") is not None
    return head >= 0 and role_of(marks[head], words) == "local"


def _is_of_force(spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether a name stands right behind a word for a force that is called after it: "the Adal brigade" in Arabic."""
    bare = spot.first == spot.i > 0 and not spot.prep and spot.kind is None
    return bare and role_of(marks[spot.i - 1], words) == "force"


def _names_force(spot: Spot, marks: list[Mark]) -> bool:
    """Whether a name is part of that of a force, which may be anywhere: "the Liberation Army of Adal"."""
    of = spot.first - 1
    if of < 1 or spot.prep or spot.kind is not None or marks[of].sense("prep", "of") is None:
        return False
    force = marks[of - 1]
    return force.capital and not force.actors and force.sense("noun", "people") is not None


def _is_harmed(i: int, marks: list[Mark]) -> bool:
    """Whether a name stands right behind a noun for harm: "the killing of Nashwan". Places are struck, not killed."""
    before = marks[i - 1] if i else None
    nouns = (s for s in before.senses if s.kind == "noun" or "ger" in s.forms) if before is not None else ()
    return any("harm" in s.classes for s in nouns)


def _ends_person(i: int, marks: list[Mark]) -> bool:
    """Whether a word for somebody and unknown words stand right before a name: "the child Nashwan | Adali"."""
    k = i - 1
    while k >= 0 and i - k <= _MOST_WORDS:
        mark = marks[k]
        unknown = mark.is_word and mark.value is None and not (mark.senses or mark.actors or mark.times)
        if not (unknown and (not mark.places or k < i - 1)):
            break
        k -= 1
    while k >= 0 and marks[k].text == '"':
        k -= 1
    noun = marks[k].sense("noun", "people") if k >= 0 else None
    return 0 <= k < i - 1 and (noun is not None or marks[k].sense("title") is not None)
