"""gazetteer: names to places, over the user's files, the theatre overlay and the world index, in that order."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from trucewatch.gazetteer.distance import km_between
from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.loose import SOUNDED, Sounding
from trucewatch.gazetteer.packed import Packed, most_words
from trucewatch.languages.fold import match_key

_SAME_PLACE_KM = 5.0
CAPITALS_ONLY = frozenset(["us", "uk", "uae", "ksa", "drc", "rdc", "abd", "bae", "rf", "рф", "сар", "кнр", "фрг"])
"""Match keys that name a place only where the text writes them in capitals ("US", never "us")."""


@functools.cache
def _behind() -> dict[str, str]:
    """Short names of states and provinces that count only behind a town's name and a comma ("Fla"), with their ids."""
    text = (resources.files("trucewatch.gazetteer") / "data" / "behind.csv").read_text(encoding="utf-8")
    return {row["key"]: row["id"] for row in csv.DictReader(io.StringIO(text))}


@dataclass(frozen=True, slots=True)
class Layer:
    """Entries of one origin with the match keys they are found by."""

    entries: Mapping[str, Entry]
    keys: Mapping[str, tuple[str, ...]]
    """Match key -> ids."""

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """The entries of a match key."""
        return tuple(self.entries[place_id] for place_id in self.keys.get(key, ()))


class _Longest(Mapping[str, int]):
    """How many words a name may have, by its first word, over the world and all layers."""

    def __init__(self, world: Mapping[str, int], own: Mapping[str, int]) -> None:
        self._world, self._own = world, own
        self._asked: dict[str, int] = {}

    def __getitem__(self, word: str) -> int:
        found = self._most(word)
        if not found:
            raise KeyError(word)
        return found

    def get(self, word: str, default: Any = None) -> Any:
        """The number, or the default for a word that begins no name, as most do: no error is raised for them."""
        return self._most(word) or default

    def _most(self, word: str) -> int:
        found = self._asked.get(word)
        if found is None:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            found = self._asked[word] = max(self._world.get(word, 0), self._own.get(word, 0))
        return found

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._most(word))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._world, *self._own)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


_MOST_ASKED = 50_000
"""Words whose number is remembered."""


@dataclass(slots=True)
class Gazetteer:
    """Looks names up; `longest` tells how many words a name that begins with a word may have."""

    layers: tuple[Layer, ...]
    world: Packed
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Match keys of names that we add to the world's -> ids."""
    longest: Mapping[str, int] = field(default_factory=dict)
    _found: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _sounding: dict[str, Sounding] = field(default_factory=dict)
    _zones: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Join the word counts of all layers."""
        own: dict[str, int] = {}
        for layer in self.layers:
            for word, words in most_words(layer.keys).items():
                own[word] = max(words, own.get(word, 0))
        for word, words in most_words(self.added).items():
            own[word] = max(words, own.get(word, 0))
        self.longest = _Longest(self.world.longest, own)

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """All entries whose match key is `key`, user before overlay before world; empty for a stranger."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._merged(key)
        return found

    def behind(self, key: str) -> Entry | None:
        """The state or province that a short name means behind a town's name: "Naples, Fla."."""
        place_id = _behind().get(key)
        return None if place_id is None else self.by_id(place_id)

    def alike(self, name: str, countries: Iterable[str]) -> tuple[Entry, ...]:
        """Entries in these countries whose names sound like `name`, though nobody lists that spelling."""
        return self._heard(countries, lambda heard: heard.find(name))

    def halves(self, name: str, countries: Iterable[str]) -> tuple[Entry, ...]:
        """Entries in these countries that are a half of what bears a name: "Adal al-Gharbi" of "Adal"."""
        return self._heard(countries, lambda heard: heard.find_halves(name))

    def zones_in(self, area: str) -> tuple[Entry, ...]:
        """The zones of our own that lie first of all in an area: the sides of a province."""
        found = self._zones.get(area)
        if found is None:
            own = (e for layer in self.layers for e in layer.entries.values() if e.level == "zone")
            found = self._zones[area] = tuple(e for e in own if e.within[:1] == (area,))
        return found

    def _heard(self, countries: Iterable[str], find: Callable[[Sounding], tuple[Entry, ...]]) -> tuple[Entry, ...]:
        """What is found among the sounds of countries, each place once."""
        found: list[Entry] = []
        for country in sorted(SOUNDED.intersection(countries)):
            heard = self._sounding.get(country)
            if heard is None:
                heard = self._sounding[country] = self._sounding_of(country)
            for entry in find(heard):
                if not any(same_place(entry, other) for other in found):
                    found.append(entry)
        return tuple(found)

    def _sounding_of(self, country: str) -> Sounding:
        heard = Sounding()
        for layer in self.layers:
            for entry in layer.entries.values():
                if entry.country == country:
                    heard.add(entry, entry.names)
        for entry, keys in self.world.of_country(country):
            heard.add(entry, (*entry.names, *keys))
        return heard

    def by_id(self, place_id: str) -> Entry | None:
        """The entry with this id, or None."""
        for layer in self.layers:
            if place_id in layer.entries:
                return layer.entries[place_id]
        return self.world.by_id(place_id)

    def _merged(self, key: str) -> tuple[Entry, ...]:
        kept: list[Entry] = []
        sources: tuple[Layer | Packed, ...] = (*self.layers, self.world)
        for layer in sources:
            fresh = [entry for entry in layer.lookup(key) if not any(same_place(entry, other) for other in kept)]
            kept.extend(fresh)
        named = (self.by_id(place_id) for place_id in self.added.get(key, ()))
        kept.extend(e for e in named if e is not None and not any(same_place(e, other) for other in kept))
        return _less_misspelled(tuple(kept), key)


def _less_misspelled(entries: tuple[Entry, ...], key: str) -> tuple[Entry, ...]:
    """The entries of a key; where it is a country's own name, without towns that are only at times spelled so."""
    if len(entries) == 1 or not any(e.level == "country" and match_key(e.name) == key for e in entries):
        return entries
    return tuple(e for e in entries if e.kind != "world" or e.level != "settlement" or match_key(e.name) == key)


def same_place(one: Entry, other: Entry) -> bool:
    """True when two layers tell of one place: same id, or same level and nearer than their radii allow."""
    if one.id == other.id:
        return True
    if one.level != other.level or one.country != other.country:
        return False
    return km_between(one.lat, one.lon, other.lat, other.lon) <= one.radius_km + other.radius_km + _SAME_PLACE_KM


def layer_of(entries: Iterable[tuple[Entry, Iterable[str]]]) -> Layer:
    """A layer from entries, each with its match keys."""
    by_id: dict[str, Entry] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for entry, entry_keys in entries:
        by_id[entry.id] = entry
        for key in entry_keys:
            if entry.id not in keys.get(key, ()):
                keys[key] = (*keys.get(key, ()), entry.id)
    return Layer(by_id, keys)
