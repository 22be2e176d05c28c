"""extract: an office and the name behind it: "the head of the mission, Vera Lindqvist, said"."""

from __future__ import annotations

from trucewatch.extract.phrases.item import ActorRef, Item, is_comma


def name_behind(items: list[Item], k: int) -> None:
    """Gives the office at `k` the name that stands between commas, or before the end, right behind it."""
    office, comma, name, *rest = [*items[k : k + 4], *[None] * 4][:4]
    if office is None or comma is None or name is None or not is_comma(comma):
        return
    closed = rest[0] is None or rest[0].kind == "punct"
    if not closed or name.kind != "np" or not _is_office(office) or not _is_name(name):
        return
    states = {_state(a) for a in office.actors if a.person or a.kind == "office"}
    if states and states != {_state(a) for a in name.actors}:
        return
    office.named = name
    office.actors = list(name.actors) if states else office.actors


def _state(actor: ActorRef) -> str:
    """The state or body that a listed person acts for."""
    return (actor.id or "").partition(".")[0]


def _is_office(item: Item) -> bool:
    if item.kind != "np" or item.plural:
        return False
    named = any(a.person or a.kind == "office" for a in item.actors) or any(m.sense("title") for m in item.marks)
    return named or bool(item.all_classes() & {"speaker_noun", "title", "people"})


def _is_name(item: Item) -> bool:
    """A person whom a list has, or two words with capitals that nothing else explains."""
    if any(a.person for a in item.actors):
        return True
    words = [m for m in item.marks if m.is_word]
    strange = [m for m in words if m.capital and not (m.senses or m.actors or m.times or m.number)]
    return len(words) > 1 and len(strange) == len(words) and item.head is None
