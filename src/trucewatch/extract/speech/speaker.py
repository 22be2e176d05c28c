"""extract: who is speaking: one voice, and of what kind it is by what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.model.claim import SpeakerKind

HOUSES: frozenset[SpeakerKind] = frozenset({"agency", "outlet", "monitor"})
"""Kinds that pass on what others say."""
_KINDS: frozenset[str] = frozenset(get_args(SpeakerKind))
_OF_ACTOR: dict[str, SpeakerKind] = {
    "state": "party",
    "government": "party",
    "force": "party",
    "group": "party",
    "coalition": "party",
    "person": "official",
    "office": "official",
    "ministry": "official",
    "institution": "institution",
    "body": "institution",
    "monitor": "monitor",
    "agency": "agency",
    "outlet": "outlet",
    "people": "anonymous",
    "adjective": "party",
}
_STAFFED = frozenset({"government", "state", "adjective"})
"""Bodies whose officials speak: "a Turkish official" is an official, "Ankara" a party."""
_OVER_ADJECTIVE: frozenset[SpeakerKind] = frozenset({"agency", "outlet", "monitor", "witness"})
"""What a noun makes of "Turkish": "Turkish media" are an outlet, "Turkish officials" are officials."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the words, the id where listed, the kind; folded offsets of the words."""

    who: str
    kind: SpeakerKind
    id: str | None = None
    span: tuple[int, int] | None = None
    person: bool = False
    document: bool = False
    """True when the "speaker" is the agreement's own text."""


def kind_of_noun(item: Item) -> SpeakerKind:
    """What a noun says of an unlisted speaker: a witness, a monitor, a document; anonymous where it says nothing."""
    named = item.head.info.get("kind") if item.head is not None else None
    if item.classes & {"monitor_people"}:
        return "monitor"
    return named if named in _KINDS else "anonymous"  # type: ignore[return-value]


def kind_of_actor(actor: ActorRef, item: Item) -> SpeakerKind:
    """The kind of a speaker whom the actor lists, or its own name, tell."""
    noun = kind_of_noun(item)
    if actor.id is None:
        return "witness" if noun == "witness" else "official"
    if noun == "official" and actor.kind in _STAFFED:
        return "official"
    if actor.kind == "adjective" and item.classes & {"speaker_noun", "people"}:
        return noun if noun in _OVER_ADJECTIVE else "official"
    return _OF_ACTOR.get(actor.kind or "", "anonymous")
