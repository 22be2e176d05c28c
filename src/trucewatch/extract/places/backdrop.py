"""extract: where a report plays: the countries and places it names, and whose forces act in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.actors import Actors
from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.extract.places.spot import Spot
from trucewatch.gazetteer import Entry, Gazetteer
from trucewatch.gazetteer.distance import km_between
from trucewatch.languages.fold import match_key

KNOWN = 100_000
"""Inhabitants from which a town of the world index needs nobody to speak for it."""
_WORLD_CITY = 1_500_000
"""Inhabitants from which a city is meant wherever it is named."""
_FAR_KM = 600.0
_ABOUT_KM = 80.0
"""How far from what a report names a place may lie that is known by its sound alone."""


@dataclass(slots=True)
class Backdrop:
    """What a report names that tells which of several places is meant."""

    near: list[Entry] = field(default_factory=list)
    countries: tuple[str, ...] = ()
    """Countries the report plays in: of the places it names, else of those who act."""
    votes: Mapping[str, int] = field(default_factory=dict)
    """How many of its names speak for each country."""

    def outvoted(self, country: str | None) -> bool:
        """Whether twice as many names speak for another country."""
        return 2 * self.votes.get(country or "", 0) <= max(self.votes.values(), default=0)

    def plays_about(self, entry: Entry) -> bool:
        """Whether an entry lies in or about the areas and towns of its country that the report names; true where it
        names none. A name that is only like another in sound needs that: such names are many.
        """
        named = [e for e in self.near if e.country == entry.country and e.level not in ("country", "route")]
        return not named or any(
            entry.id == e.id or km_between(entry.lat, entry.lon, e.lat, e.lon) <= e.radius_km + _ABOUT_KM for e in named
        )

    def is_far_namesake(self, entry: Entry) -> bool:
        """Whether a town of the world index lies far from everything else that the report names, whose places all
        speak for another country: more likely a smaller town of the same name there, which the index lacks.
        """
        country = entry.country or ""
        if entry.kind != "world" or entry.level != "settlement" or (entry.population or 0) >= _WORLD_CITY:
            return False
        if self.votes.get(country, 0) > 1 or max(self.votes.values(), default=0) < 2 or not self.outvoted(country):
            return False
        others = [e for e in self.near if e.id != entry.id]
        if any(e.country == country for e in others):
            return False
        points = [(e.lat, e.lon) for e in others if e.level not in ("country", "region")]
        return all(km_between(entry.lat, entry.lon, lat, lon) > _FAR_KM for lat, lon in points)


def backdrop_of(
    spots: Iterable[Spot], items: Iterable[Item], actors: Actors, gazetteer: Gazetteer, lands: Iterable[str] = ()
) -> Backdrop:
    """The backdrop of a report from all its spots and phrases; `lands` are the countries of its conflicts."""
    spots = [spot for spot in spots if spot.kind != "part"]  # schools and streets are called after places abroad
    bearing = [spot.entries or (gazetteer.lookup(spot.core) if spot.core else ()) for spot in spots]
    sure = [entry for entries in bearing if (entry := _sure(entries)) is not None]
    countries = {entry.country for entry in sure if entry.country}
    small = [e for spot in spots if len(spot.entries) == 1 and (e := spot.entries[0]).country in countries]
    near = list({entry.id: entry for entry in (*sure, *small)}.values())
    named = Counter(entry.country for entry in near if entry.level != "country" and entry.country)
    if not named:
        named = Counter(_homes(items, actors, gazetteer))
        most = max(named.values(), default=0)
        near += [home for c, n in named.items() if 3 * n >= most and (home := gazetteer.by_id(c)) is not None]
    if not named:
        named = Counter(entry.country for entry in near if entry.country)
    _add_lands(named, near, lands, gazetteer)
    most = max(named.values(), default=0)
    return Backdrop(near, tuple(sorted(country for country, n in named.items() if 3 * n >= most)), named)


def _add_lands(named: Counter[str], near: list[Entry], lands: Iterable[str], gazetteer: Gazetteer) -> None:
    """Where no place of theirs, and not two of another country, are named, the countries of the conflicts told of speak
    as loud as that of whoever acts: an Israeli strike was rather in Gaza than in Israel.
    """
    homes = [home for c in lands if (home := gazetteer.by_id(c)) is not None and home.country]
    told = [entry.country for entry in near if entry.level != "country"]
    if not named or len(told) > 1 or set(told) & {home.country for home in homes}:
        return
    loudest = max(named.values())
    for home in homes:
        named[home.country or ""] = loudest
        near.append(home)


def _sure(entries: Sequence[Entry]) -> Entry | None:
    """The one place of a name that needs no other to speak for it: of a province and its chief town, the province."""
    first = [e for e in entries if e.kind == entries[0].kind]
    if not first:
        return None
    widest = max(first, key=lambda e: e.radius_km)
    if any(widest is not e and widest.id not in e.within for e in first):
        return None
    small = widest.kind == "world" and widest.level == "settlement" and (widest.population or 0) < KNOWN
    return None if small else widest


def _homes(items: Iterable[Item], actors: Actors, gazetteer: Gazetteer) -> Iterable[str]:
    """The countries that those who act belong to."""
    for item in items:
        for ref in _actors(item):
            actor = actors.get(ref.id) if ref.id else None
            if actor is None:
                continue
            state = actor.country or actors.ancestors(actor.id)[-1]
            home = actors.get(state)
            if home is None or home.kind != "state":
                continue
            yield from (e.country for e in gazetteer.lookup(match_key(home.name)) if e.level == "country" and e.country)


def _actors(item: Item) -> Iterable[ActorRef]:
    """The actors of a phrase and of what hangs on it."""
    yield from item.actors
    for part in (*item.of, *item.parts):
        yield from _actors(part)
