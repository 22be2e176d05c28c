"""extract: what a spot in the text means: one place, or none with the places it might be."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from trucewatch.extract.phrases.item import Item
from trucewatch.extract.places.backdrop import KNOWN, Backdrop
from trucewatch.extract.places.holding import (
    AREAS,
    INSIDE,
    holds,
    is_about_a_town,
    is_in_town,
    is_open,
    is_own_site,
    seen_from,
)
from trucewatch.extract.places.home import home_of, is_far_quarter, lies_at_home, local_home, told_again, town_of_title
from trucewatch.extract.places.sides import is_seat, side_of
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.sentence import Parsed
from trucewatch.gazetteer import (
    Entry,
    Gazetteer,
    between,
    entry_of,
    lies_in,
    offset,
    on_route,
    place_of,
    resolve,
    unresolved,
)
from trucewatch.gazetteer.distance import km_between
from trucewatch.model import Place
from trucewatch.model.claim import PlaceLevel, PlaceRelation

_ASKED: dict[str, PlaceLevel] = {"settlement": "settlement", "province": "province", "district": "district"}
_OWN_NAMES = frozenset({"part", "site", "county"})
"""Kinds that are not called after the town they lie in or hold."""
_OUTSIDE = frozenset({"around", "district", "county", "province"})
_BELONGS = frozenset({"of"})
"""The preposition of what a village belongs to: said of the chief town of a province, that means the province."""
_BESIDE_KM = 8.0
"""What "south of", without a distance, adds to a radius."""
_AROUND_KM = 10.0
"""What "the countryside of" a town adds."""
_SIDES = 2.0
"""How many radii from its middle a place may lie that is said to be on a side of a province: sides have no line."""
SIDE_KM = 36.0
"""The radius under which a side of a province, or a range of hills, tells where a village is that no list has."""
_SAME_BREATH = 14
"""Marks behind a school or a hospital in which a sentence may go on to say in which quarter it is."""
_TELLS_MORE = frozenset({"relative", "reduced"})
"""Kinds of clauses that tell more of what they stand behind: "which sheltered the displaced in"."""
_ELSEWHERE_KM = 30.0
"""How far a town must lie from a quarter, that a school which bears its name is called after it and not in it."""
_STRETCH_KM = 400.0
"""How far apart two places may lie that are the ends of a stretch."""
_COUNTRYSIDE_KM = 20.0
"""How far from its town a village may lie that is said to be in its countryside, its area or its district."""


class Placer:
    """Resolves the spots of one report."""

    def __init__(
        self, backdrop: Backdrop, gazetteer: Gazetteer, read: Sequence[Parsed] = (), title: Parsed | None = None
    ) -> None:
        self.backdrop, self.gazetteer = backdrop, gazetteer
        self._read, self._title = read, title
        self._local: tuple[Place | None] | None = None
        self._home: tuple[Place | None] | None = None
        """The town whose police speak and the one that the report is about, once they were asked for."""
        self._done: dict[int, Place] = {}
        self._open: set[int] = set()
        """Spots whose place is being looked for: two that are each said to hold the other are left to themselves."""
        self._held: dict[str, tuple[Spot, Parsed]] = {}
        """Names that are told once with what holds them: "London, Ont.", and later "London"."""
        self._called: dict[str, tuple[Entry, ...]] = {}
        """Unknown names that the text gives as other names of places: "Adal (Bashir)", and later "Adal"."""
        parts: dict[str, set[str]] = {}
        for parsed in read:
            for spot in parsed.spots:
                if spot.holder is not None:
                    parts.setdefault(spot.key, set()).add(spot.holder.key)
                    self._held.setdefault(spot.key, (spot, parsed))
                if spot.called:
                    self._called.setdefault(spot.called, spot.entries)
        for key, (spot, _) in list(self._held.items()):
            if spot.kind in INSIDE and not is_own_site(spot) and (spot.entries or len(parts[key]) > 1):
                del self._held[key]  # two schools of one name in two towns
        if self._called:
            for spot in (s for parsed in read for s in parsed.spots if not s.entries):
                spot.entries = self._called.get(spot.key, ())

    def place(self, spot: Spot, parsed: Parsed) -> Place:
        """The place that a spot means, with its span; unresolved where nothing decides."""
        found = self._done.get(id(spot))
        if found is None:
            span = parsed.span(spot.start, spot.end)
            self._open.add(id(spot))
            found = dataclasses.replace(self._place(spot, parsed.original[span[0] : span[1]], parsed), span=span)
            self._open.discard(id(spot))
            self._done[id(spot)] = found
        return found

    def of_phrase(self, item: Item, parsed: Parsed) -> Place | None:
        """The place of the first name in a phrase."""
        spot = next((s for s in parsed.spots if item.start <= s.start < item.end), None)
        return self.place(spot, parsed) if spot is not None else None

    def _place(self, spot: Spot, text: str, parsed: Parsed) -> Place:
        told, holder = self._holder(spot, parsed)
        found = self._named(spot, text, holder)
        borrowed = spot.holder is None and bool(spot.entries)  # a city is not where another sentence has put it
        borrowed = borrowed and not (spot.kind == "part" and told is not None and told.kind == "part")
        if found.middle is None and found.id is None and told is not None and holder is not None and not borrowed:
            found = self._inside(spot, text, found, told, holder)
        elif (
            spot.kind in ("part", "district")
            and told is None
            and is_open(found)
            and (not spot.entries or spot.kind == "district")
        ):
            home = self.home() if spot.kind == "part" else self.local()  # a mayor speaks of his city's districts
            if home is not None and lies_at_home(spot, parsed, home, self.place):
                return dataclasses.replace(home, text=text, relation="in", basis="stated")
        return self._related(spot, text, found, holder, parsed)

    def home(self) -> Place | None:
        """The one town that the report is about."""
        if self._home is None:
            self._home = (None,)  # what is asked for on the way is looked for without it
            self._home = (self.local() or home_of(self._read, self._title, self.place),)
        return self._home[0]

    def local(self) -> Place | None:
        """The one town whose own police or mayor the report tells of."""
        if self._local is None:
            self._local = (None,)
            self._local = (local_home(self._read, self.place),)
        return self._local[0]

    def titled(self) -> Place | None:
        """The town of a title that does not stand in the text, or of a dateline that the text tells of again, as those
        inherit it that are told without a place.
        """
        found = town_of_title(self._title, self.place) or told_again(self._read, self.place)
        return None if found is None else dataclasses.replace(found, span=None, basis="inherited")

    def _holder(self, spot: Spot, parsed: Parsed) -> tuple[Spot | None, Place | None]:
        """What holds a spot: its own words say it, else those with which the same name is told elsewhere."""
        told = spot.holder
        if told is None and spot.kind not in ("district", "province"):
            spot, parsed = self._held.get(spot.key, (spot, parsed))
            told = spot.holder
        if told is None and spot.kind == "part" and spot.entries:
            told = self._quarter_behind(spot, parsed)
        if told is None or told is spot or id(told) in self._open:
            return None, None
        if spot.kind == "part" and told.kind is None and told.holder is None:
            near = self.backdrop.near
            town = resolve(told.key, told.entries, asked="settlement", near=near)
            if town.middle is not None:
                return told, town  # streets are in towns: "on Nile Street in Aleppo" is not in the province
        return told, self.place(told, parsed)

    def _quarter_behind(self, spot: Spot, parsed: Parsed) -> Spot | None:
        """The quarter of another town in which a sentence goes on to put a school that bears a town's name: "the Adal
        School, a shelter in the Zaytoun neighbourhood of Gaza City".
        """
        near = (s for s in parsed.spots if s.i >= spot.last and s.i - spot.j <= _SAME_BREATH)
        quarter = next((s for s in near if s.kind != "part" or s.prep & {"in"}), None)
        if quarter is None or quarter.kind != "part":
            return None
        if any(spot.end <= c.verb.start < quarter.start and c.kind not in _TELLS_MORE for c in parsed.clauses):
            return None
        town = self.place(quarter, parsed)
        if town.middle is None or town.level not in ("settlement", "district"):
            return None
        away = (km_between(e.lat, e.lon, *town.middle) for e in spot.entries)
        return quarter if min(away) > _ELSEWHERE_KM else None

    # the name

    def _named(self, spot: Spot, text: str, holder: Place | None) -> Place:
        """The place of the name itself, in its holder where one is told."""
        asked = _ASKED.get(spot.kind or "")
        if spot.kind in INSIDE and not spot.way:
            asked = _town_asked(spot)
        if spot.kind == "county":
            return resolve(text, [e for e in spot.entries if e.level in AREAS], near=self.backdrop.near)
        if asked is None and (spot.km is not None or spot.other is not None or "between" in spot.prep):
            asked = "settlement"  # distances are counted from towns
        relation: PlaceRelation = "near" if spot.prep & {"near"} else "in"
        if holder is not None and holder.country is not None and holds(holder, spot):
            candidates = self._candidates(spot, text, (holder.country,))
            inside = [e for e in candidates if lies_in(e, holder)] or self._by_the_side(candidates, holder)
            inside = inside or seen_from(spot, candidates, holder) or seen_from(spot, spot.entries, holder)
            if not inside:
                halves = [e for e in self._halves(spot, text, (holder.country,)) if lies_in(e, holder)]
                return self._half(text, halves) or unresolved(text, spot.entries, relation)
            near = [*self.backdrop.near, *(h for h in [entry_of(holder)] if h is not None)]
            return resolve(text, inside, asked=asked, near=near, relation=relation)
        if holder is not None and is_in_town(spot, holder):
            return unresolved(text, spot.entries, relation)
        entries = self._possible(spot, holder, asked)
        own = {e.id for e in entries if self.backdrop.outvoted(e.country)}
        others = [e for e in self.backdrop.near if e.id not in own]  # alone against many, it cannot speak for itself
        if not spot.agent and spot.kind != "part":
            entries = tuple(e for e in entries if not self.backdrop.is_far_namesake(e))
            if spot.entries and not entries:
                return unresolved(text, spot.entries, relation)
        found = resolve(text, entries, asked=asked, near=others, relation=relation)
        if found.middle is not None and spot.prep & {"in", "near", "on"} and holder is None:
            local = self.local()
            chosen = next((e for e in spot.entries if found.lat == e.lat and found.lon == e.lon), None)
            if local is not None and is_far_quarter(found, chosen, local):
                return unresolved(text, spot.entries, relation)
        if found.middle is not None or found.id is not None or spot.kind in _OWN_NAMES:
            return found
        return self._heard(spot, text, asked, found)

    def _possible(self, spot: Spot, holder: Place | None, asked: PlaceLevel | None) -> tuple[Entry, ...]:
        """What a name may be that its holder does not settle."""
        entries = spot.entries
        if spot.kind == "part" and holder is not None:
            entries = tuple(e for e in entries if e.level not in ("country", "region"))  # "the Kuwait Hospital in Adal"
        if spot.kind == "part" and self.backdrop.countries:
            # "Tunis School" is called after a city abroad; "Saraqib hospital" after the town it stands in
            entries = tuple(e for e in entries if e.country in self.backdrop.countries)
        if holder is not None and holder.country is not None:
            entries = tuple(e for e in entries if e.country == holder.country) or entries
        if asked in ("province", "district") and self.backdrop.countries:
            # a city abroad lends its name to no province here
            entries = tuple(e for e in entries if e.level == asked or e.country in self.backdrop.countries)
        return entries

    def _by_the_side(self, candidates: Sequence[Entry], side: Place) -> list[Entry]:
        """What lies beyond the rough circle of "the northern countryside", but in its province and not far off."""
        middle = side.middle
        if side.level != "zone" or middle is None or not side.within:
            return []
        province, reach = self.gazetteer.by_id(side.within[0]), _SIDES * (side.radius_km or 0.0)
        if province is None or province.level != "province":
            return []
        held = [e for e in candidates if lies_in(e, place_of("", province))]
        return [e for e in held if km_between(e.lat, e.lon, *middle) <= reach]

    def _heard(self, spot: Spot, text: str, asked: PlaceLevel | None, found: Place) -> Place:
        """A name that no list has as it is spelled: what sounds like it, or what bears it without its side."""
        heard = tuple(e for e in self.gazetteer.alike(text, self.backdrop.countries) if self.backdrop.plays_about(e))
        if found.candidates and asked == "settlement" and all(e.level in AREAS for e in spot.entries):
            heard = tuple(e for e in heard if e.level == "settlement")  # the province is known, its chief town is asked
        elif found.candidates:
            return found
        near, relation = self.backdrop.near, found.relation
        if heard:
            return resolve(text, heard, asked=asked, near=near, relation=relation)
        return self._half(text, self._bearing_name(spot.core, self.backdrop.countries)) or found

    def _halves(self, spot: Spot, text: str, countries: Sequence[str]) -> tuple[Entry, ...]:
        """The whole or the other half of what a name is a half of, or a half of what it is the whole of."""
        return (*self._bearing_name(spot.core, countries), *self.gazetteer.halves(spot.core or text, countries))

    def _bearing_name(self, core: str, countries: Sequence[str]) -> tuple[Entry, ...]:
        """What bears a name, or sounds like it, in countries, and is no country itself."""
        if not core:
            return ()
        named = [e for e in self.gazetteer.lookup(core) if e.level != "country"]
        if not countries:  # "South Hamburg" in a report that names nothing else
            return tuple(e for e in named if e.level == "settlement" and (e.population or 0) >= KNOWN)
        known = tuple(e for e in named if e.country in countries)
        return known or self.gazetteer.alike(core, countries)

    def _half(self, text: str, entries: Sequence[Entry]) -> Place | None:
        """The eastern or the lower of two places of one name: beside the one that is known."""
        whole = resolve(text, entries, near=self.backdrop.near)
        if whole.middle is None:
            return None
        radius = round((whole.radius_km or 0.0) + _BESIDE_KM, 1)
        return dataclasses.replace(whole, name=text, id=None, radius_km=radius, relation="near")

    def _candidates(self, spot: Spot, text: str, countries: Sequence[str]) -> tuple[Entry, ...]:
        """What the name may be within countries: what bears it, else what sounds like it."""
        known = tuple(e for e in spot.entries if e.country in countries)
        if spot.kind in _OWN_NAMES:
            return known  # a bridge or a street has a name of its own
        heard = self.gazetteer.alike(text, countries)
        return known + tuple(e for e in heard if all(e.id != other.id for other in known))

    def _inside(self, spot: Spot, text: str, found: Place, told: Spot, holder: Place) -> Place:
        """An unknown name in a known place: part of a town is where the town is, a village of its countryside lies
        about it, and a village of a province stays open.
        """
        if holder.name is None:
            return found
        within_it = spot.kind == "part" and told.bearing is not None and bool(told.prep & {"in"})
        outside = told.kind in _OUTSIDE or (is_about_a_town(told) and not within_it)  # "a quarter in the east of Adal"
        if holder.level in ("settlement", "site") and not outside:
            whole = told.kind in ("settlement", "camp") or not any(e.level == "province" for e in told.entries)
            if spot.kind == "part" or (whole and spot.kind in ("site", "camp", "around", None)):
                return dataclasses.replace(holder, text=text, relation="in")
        if spot.kind == "part" and told.kind == "part" and holder.middle is not None:
            return dataclasses.replace(holder, text=text)
        if told.km is not None and holder.relation == "distance":
            return dataclasses.replace(holder, text=text, name=text)
        within = ((holder.id,) if holder.id else ()) + holder.within
        village = (
            spot.kind in ("settlement", "district") and holder.level == "settlement"
        )  # "the village of Adal in" a town
        seat = told.prep == _BELONGS and is_seat(holder, self.gazetteer)
        if (village or is_about_a_town(told)) and not seat and holder.level in ("settlement", "site", "district"):
            reach = max(_COUNTRYSIDE_KM, holder.radius_km or 0.0)
            return dataclasses.replace(
                found, name=text, level="district", lat=holder.lat, lon=holder.lon, radius_km=reach, area=holder.area,
                relation="near", within=within, country=holder.country, candidates=(),
            )  # fmt: skip
        if holder.level == "zone" and holder.lat is not None and (holder.radius_km or SIDE_KM) < SIDE_KM:
            return dataclasses.replace(
                found, name=text, level="zone", lat=holder.lat, lon=holder.lon, radius_km=holder.radius_km,
                within=within, country=holder.country, candidates=(),
            )  # fmt: skip
        return dataclasses.replace(found, within=within, country=holder.country)

    # what the words around it make of it

    def _related(self, spot: Spot, text: str, found: Place, holder: Place | None, parsed: Parsed) -> Place:
        found = side_of(spot, text, found, self.gazetteer)
        entry = entry_of(found)
        if spot.other is not None and spot.prep & {"between"}:
            return self._between(spot, text, entry, parsed)
        if entry is None:
            return found
        if spot.km is not None and spot.km > 0:
            if spot.bearing is None:
                return dataclasses.replace(
                    found, relation="distance", radius_km=round(entry.radius_km + spot.km, 1), level="zone", id=None
                )
            return offset(entry, spot.km, spot.bearing, text=text)
        if entry.level == "route" and holder is not None and (town := entry_of(holder)) is not None:
            return on_route(entry.id, town, text=text)
        around = spot.around or spot.kind == "around"
        facility = spot.kind == "site" and not spot.whole and bool(spot.entries)
        outside = around or (facility and entry.level == "settlement")
        if entry.level not in AREAS and (spot.of or outside) and found.relation == "in":
            wider = _AROUND_KM if outside else _BESIDE_KM
            return dataclasses.replace(found, relation="near", radius_km=entry.radius_km + wider)
        return found

    def _between(self, spot: Spot, text: str, one: Entry | None, parsed: Parsed) -> Place:
        end = self.place(spot.other, parsed) if spot.other is not None else None
        other = entry_of(end) if end is not None else None
        if one is None or other is None or km_between(one.lat, one.lon, other.lat, other.lon) > _STRETCH_KM:
            return unresolved(text, (), "between")
        return between(one, other, text=text)


def _town_asked(spot: Spot) -> PlaceLevel | None:
    """The level of a facility's name that a province shares with its chief town: "Adal airport" is the town's."""
    shared = bool(spot.entries) and spot.entries[0].level == "province"
    return "settlement" if shared and any(e.level == "settlement" for e in spot.entries) else None


__all__ = ["AREAS", "SIDE_KM", "Placer", "place_of"]
