"""extract: parts and offices that a noun and its owner name together: "the army of Turkey", "Israel's military"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.languages.pack import Pack

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge


def with_owners(items: Iterable[Item], pack: Pack, knowledge: Knowledge) -> None:
    """Name the part or office in each phrase that has a noun for one and a listed owner behind or before it."""
    for item in items:
        if item.kind != "np" or item.pronoun or item.counts:
            continue
        owner = item.owner or (item.of[0] if len(item.of) == 1 else None)
        if owner is not None and not item.actors and len(owner.actors) == 1 and owner.kind == "np":
            compose(item, owner, pack, knowledge)


def is_titled(item: Item) -> bool:
    """Whether a phrase has the word for an office."""
    return any(mark.sense("title") for mark in item.marks)


def compose(item: Item, of: Item, pack: Pack, knowledge: Knowledge) -> None:
    """ "the army of Turkey", "the president of Russia": the part or the office-holder that noun and name make."""
    persons = [a for a in of.actors if a.person]
    if persons and not item.actors and (is_titled(item) or "speaker_noun" in item.classes):
        item.actors = persons  # "the head | of the Russian ministry Sergei Lavrov"
        return
    owner = next((a for a in of.actors if a.id and not a.person), None)
    if owner is None or owner.id is None or item.actors or of.parts or len(of.marks) > 3:
        return
    words = [m.key for m in item.marks if m.is_word and m.value is None]
    for first in range(len(words)):
        key = " ".join(words[first:])
        actors = knowledge.actors
        if actors.is_title(key, pack.code):
            office = actors.office(owner.id, key, pack.code)
            holder = actors.office_holder(office.id, knowledge.on) if office else None
            if office is not None:
                made = holder or office
                person = made.kind == "person"
                item.actors = [ActorRef("", item.start, of.end, made.id, made.kind, person)]
                return
        if actors.is_head(key, pack.code) and (part := actors.part(owner.id, key, pack.code)) is not None:
            item.actors = [ActorRef("", item.start, of.end, part.id, part.kind)]
            return
