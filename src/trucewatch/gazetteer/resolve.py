"""gazetteer: from the entries of a name to one place, or to an honest "not resolved" with its candidates.

Every coordinate that comes out is an entry's own or computed from entries; nothing is guessed from a near spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.gazetteer.distance import km_between
from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.weigh import Support, clear_winner, is_known, support_of
from trucewatch.model.claim import Place, PlaceCandidate, PlaceLevel, PlaceRelation

NEAR_KM = 5.0
"""What "near" adds to a radius."""
MOST_CANDIDATES = 6
WIDEST_KM = 1000.0
"""The radius beyond which the disc of an area says nothing about where in it something was."""
WIDEST_COUNTRY_KM = 2000.0
"""The same for countries, of which it can at least be said that a zone lies outside of them."""
PARTS_KM = 15.0
"""How far beyond a town's circle a place may lie that is said to be in it."""
_KINDS = ("user", "overlay", "world")
_ALSO: dict[PlaceLevel, tuple[PlaceLevel, ...]] = {
    "settlement": ("settlement", "site"),
    "site": ("site", "settlement"),
    "province": ("province", "region"),
    "zone": ("zone", "region"),
    "region": ("region", "zone", "province"),
    "district": ("district",),
    "country": ("country",),
    "route": ("route",),
}
_AROUND: dict[PlaceLevel, float] = {"district": 15.0, "province": 60.0}
"""Kilometres around its chief town within which a district or province of that name is held to lie."""


@dataclass(frozen=True, slots=True)
class _Choice:
    entry: Entry | None
    rivals: Sequence[Entry]


def resolve(
    text: str,
    entries: Sequence[Entry],
    *,
    asked: PlaceLevel | None = None,
    near: Sequence[Entry] = (),
    relation: PlaceRelation = "in",
) -> Place:
    """The place that `text` means among the `entries` of its name; ties and strangers keep no coordinates.

    `asked` is the level the words ask for ("the city of ..."); `near` are the places and countries already named in
    the report. A bare name shared by a province and its chief town means the province: the point is the town's, the
    radius holds both.
    """
    support = support_of(near)
    if asked is None:
        shared = _shared(_of_first_kind(entries), support)
        if shared is not None:
            return _covering(text, *shared, relation)
        return _placed(text, _choose(_without_namesakes(entries), support), relation)
    for level in _ALSO[asked]:
        fitting = [entry for entry in entries if entry.level == level]
        if fitting:
            return _placed(text, _choose(fitting, support), relation)
    if asked in _AROUND:
        return _around(text, _choose([e for e in entries if e.level == "settlement"], support), asked, relation)
    return unresolved(text, entries, relation)


def place_of(text: str, entry: Entry, relation: PlaceRelation = "in") -> Place:
    """An entry as a place; "near" widens its radius. What is wider than half a continent has no disc."""
    radius = entry.radius_km + (NEAR_KM if relation == "near" else 0.0)
    if entry.radius_km > (WIDEST_COUNTRY_KM if entry.level == "country" else WIDEST_KM):
        return Place(
            text=text, name=entry.name, id=entry.id, level=entry.level, relation=relation, country=entry.country,
            within=entry.within,
        )  # fmt: skip
    return Place(
        text=text, name=entry.name, id=entry.id, level=entry.level, lat=entry.lat, lon=entry.lon, radius_km=radius,
        relation=relation, country=entry.country, within=entry.within,
    )  # fmt: skip


def entry_of(place: Place) -> Entry | None:
    """A resolved place as an entry, to reckon from; None for one that lies nowhere that is known."""
    if place.middle is None or place.level is None:
        return None
    lat, lon = place.middle
    return Entry(
        id=place.id or "", name=place.name or place.text, level=place.level, lat=lat, lon=lon,
        radius_km=place.radius_km or 0.0, country=place.country, within=place.within, kind="user",
    )  # fmt: skip


def lies_in(entry: Entry, holder: Place) -> bool:
    """Whether an entry lies in a place: by what is known to hold it, else by its distance from a place's middle."""
    if holder.id is not None and _code(holder.id) in {_code(i) for i in (entry.id, *entry.within)}:
        return True
    if holder.level == "country":
        return entry.country == holder.country
    if holder.middle is None or entry.country != holder.country:
        return False
    away = km_between(entry.lat, entry.lon, *holder.middle)
    if holder.level in ("settlement", "site"):
        return away <= (holder.radius_km or 0.0) + PARTS_KM
    held = [i for i in entry.within if i != entry.country]
    if holder.level == "province" and holder.id is not None and held:
        return False
    return away <= (holder.radius_km or 0.0) + entry.radius_km


def _code(place_id: str) -> str:
    """The code of a division, which the world index writes with a dot (`SY.HA`) and the overlays with a hyphen."""
    return place_id.replace(".", "-", 1) if place_id[2:3] == "." else place_id


def unresolved(text: str, entries: Sequence[Entry], relation: PlaceRelation = "in") -> Place:
    """A place without coordinates, with what it might be."""
    candidates = tuple(PlaceCandidate(e.id, e.name, e.lat, e.lon) for e in entries[:MOST_CANDIDATES])
    return Place(text=text, relation=relation, candidates=candidates)


def _of_first_kind(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of the strongest origin: the user's, else the overlay's, else the world's."""
    for kind in _KINDS:
        found = [entry for entry in entries if entry.kind == kind]
        if found:
            return found
    return []


def _choose(entries: Sequence[Entry], support: Support) -> _Choice:
    pool = _of_first_kind(entries)
    if len(pool) == 1:
        return _Choice(pool[0] if is_known(pool[0], support) else None, pool)
    winner = clear_winner(pool, support)
    return _Choice(winner if winner is not None and is_known(winner, support) else None, pool)


def _placed(text: str, choice: _Choice, relation: PlaceRelation) -> Place:
    if choice.entry is None:
        return unresolved(text, choice.rivals, relation)
    return place_of(text, choice.entry, relation)


def _shared(pool: Sequence[Entry], support: Support) -> tuple[Entry, Entry] | None:
    """A province (or zone) and the town in it that bear the name, when nothing else could be meant."""
    provinces = [entry for entry in pool if entry.level in ("province", "zone")]
    pairs = [(p, t) for p in provinces for t in pool if t.level == "settlement" and p.id in t.within]
    if len(pairs) != 1:
        return None
    province, town = pairs[0]
    if town.kind == "world" and is_known(town, Support()):
        return None
    rest = [entry for entry in pool if entry not in (province, town)]
    return pairs[0] if not rest or clear_winner([province, *rest], support) is province else None


def _without_namesakes(entries: Sequence[Entry]) -> list[Entry]:
    """The entries less provinces that are called after a well-known city in them: the bare name means the city."""
    cities = [e for e in entries if e.level == "settlement" and is_known(e, Support())]
    called_after = {place for city in cities for place in city.within}
    return [e for e in entries if e.level != "province" or e.kind != "world" or e.id not in called_after]


def _covering(text: str, province: Entry, town: Entry, relation: PlaceRelation) -> Place:
    reach = km_between(province.lat, province.lon, town.lat, town.lon) + province.radius_km
    if reach > WIDEST_KM:
        return place_of(text, province, relation)
    return Place(
        text=text, name=province.name, id=province.id, level=province.level, lat=town.lat, lon=town.lon,
        radius_km=round(max(reach, town.radius_km), 1), relation=relation, country=province.country,
        within=province.within,
    )  # fmt: skip


def _around(text: str, choice: _Choice, level: PlaceLevel, relation: PlaceRelation) -> Place:
    """A district or province known only by its chief town: the town's point with a wide radius, and no id."""
    town = choice.entry
    if town is None:
        return unresolved(text, choice.rivals, relation)
    return Place(
        text=text, name=town.name, level=level, lat=town.lat, lon=town.lon,
        radius_km=max(_AROUND[level], town.radius_km), relation=relation, country=town.country,
        within=town.within if level == "district" else tuple(i for i in town.within if i == town.country),
    )  # fmt: skip
