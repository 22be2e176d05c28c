"""extract: place names resolved with what stands after them ("Paris, Texas") and what the report names."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from trucewatch.extract.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.gazetteer import Entry, resolve, unresolved
from trucewatch.model import Place
from trucewatch.model.claim import PlaceLevel, PlaceRelation

_HOLDERS = frozenset({"country", "province", "region"})
_LEVEL_WORDS: dict[str, PlaceLevel] = {
    "city": "settlement",
    "town": "settlement",
    "village": "settlement",
    "ville": "settlement",
    "localite": "settlement",
}


def holder_of(item: Item, parsed: Parsed) -> tuple[Entry, ...]:
    """The province or country that stands right after a comma: what holds the place before it."""
    items = parsed.items
    if item not in items:
        return ()
    k = items.index(item)
    if k + 2 >= len(items) or items[k + 1].kind != "punct" or items[k + 1].marks[0].text != ",":
        return ()
    after = items[k + 2]
    if after.kind != "np" or len(after.places) != 1 or after.pronoun:
        return ()
    return tuple(entry for entry in after.places[0][2] if entry.level in _HOLDERS)


def held(entries: Sequence[Entry], holders: Sequence[Entry]) -> list[Entry]:
    """The entries that lie in one of the holders."""
    ids = {h.id for h in holders}
    countries = {h.country for h in holders if h.level == "country"}
    return [e for e in entries if ids & set(e.within) or (e.country in countries and e.level not in _HOLDERS)]


def level_asked(item: Item, key: str) -> PlaceLevel | None:
    """The level that a word beside the name asks for: "the city of Idlib"."""
    for mark in item.marks:
        if mark.key in _LEVEL_WORDS and mark.key not in key.split():
            return _LEVEL_WORDS[mark.key]
    return None


def place_at(item: Item, index: int, parsed: Parsed, near: Sequence[Entry], relation: PlaceRelation = "in") -> Place:
    """The place that the `index`-th place name of a phrase means; unresolved where nothing decides."""
    start, end, entries, key = item.places[index]
    span = parsed.span(start, end)
    text = parsed.original[span[0] : span[1]]
    holders = holder_of(item, parsed)
    if holders:
        inside = held(entries, holders)
        place = (
            resolve(text, inside, asked=level_asked(item, key), near=[*holders, *near], relation=relation)
            if inside
            else unresolved(text, entries, relation)
        )
    else:
        place = resolve(text, entries, asked=level_asked(item, key), near=near, relation=relation)
    return dataclasses.replace(place, span=span)
