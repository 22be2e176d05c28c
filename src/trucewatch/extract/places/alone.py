"""extract: where an act was whose sentence names no place: the one told right before, or a short text's only one."""

from __future__ import annotations

import dataclasses
from collections.abc import Container

from trucewatch.extract.places.located import AREAS, Placer
from trucewatch.extract.places.settle import is_of_speech, place_beside
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Place

_BEFORE = 2
"""Sentences before an act in which a place is looked for that no act has been told of."""
_SHORT = 12
"""Sentences up to which a text that names one town is about that town."""


def place_before(parsed: Parsed, read: list[Parsed], placer: Placer) -> Place | None:
    """The place of the sentence before, or of the one before that, marked as inherited."""
    here = parsed.sentence.index
    for other in reversed(read[max(0, here - _BEFORE) : here]):
        found = place_beside(other.sentence.end, other, placer)
        if found is not None and found.middle is not None and found.level != "country":
            return found
    return None


def place_behind(parsed: Parsed, read: list[Parsed], telling: Container[int], placer: Placer) -> Place | None:
    """The town of the next sentence, where that tells no act of its own: "A bomb hit a house. It stood in Adal."."""
    here = parsed.sentence.index
    for other in read[here + 1 : here + 2]:
        if other.sentence.index in telling or other.sentence.section == "headline":
            return None
        found = place_beside(other.sentence.start, other, placer)
        if found is not None and found.middle is not None and found.level not in AREAS:
            return found
    return None


def only_place(read: list[Parsed], placer: Placer) -> Place | None:
    """The one town that a short text names, with a word that says where or in a tag ("#Adal"); None where it names
    several, or a village that no list has.
    """
    if len(read) > _SHORT:
        return None
    found: dict[str | None, Place] = {}
    for parsed in read:
        for spot in parsed.spots:
            if (
                spot.agent
                or is_of_speech(spot, parsed)
                or not (spot.located or (spot.entries and _in_a_tag(spot, parsed)))
            ):
                continue
            place = placer.place(spot, parsed)
            if place.middle is None:
                if place.level is None and spot.located:
                    return None
            elif place.level not in AREAS:
                found[place.id or place.name] = place
    return dataclasses.replace(next(iter(found.values())), basis="inherited") if len(found) == 1 else None


def _in_a_tag(spot: Spot, parsed: Parsed) -> bool:
    """Whether a name stands in a tag: "#Adal", "#massacre_in_Adal"."""
    text, at = parsed.original, parsed.span(spot.start, spot.end)[0]
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at > 0 and text[at - 1] == "#"
