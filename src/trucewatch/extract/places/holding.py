"""extract: what the words say of what holds a name: a town and its parts, what lies about it, what is seen from it."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.places.spot import Spot
from trucewatch.gazetteer import Entry
from trucewatch.gazetteer.distance import km_between
from trucewatch.model import Place

AREAS = frozenset({"country", "region", "province", "zone", "district"})
INSIDE = frozenset({"part", "site", "camp"})
"""Kinds that may lie in a settlement, so that the settlement tells where they are."""
_SEEN_KM = 80.0
"""How far from a town a place may lie that is told by its side of that town."""
_DISTRICT_KM = 40.0
"""How far from a town an area may lie that is told to be one of the town's."""
_ABOUT_A_TOWN = frozenset({"around", "district"})


def is_open(place: Place) -> bool:
    """Whether nothing is known of where a place is."""
    return place.middle is None and place.id is None and place.country is None


def is_own_site(spot: Spot) -> bool:
    """Whether a crossing or a camp that no list has is told by the side of a town: it is one wherever it is named."""
    told = spot.holder
    return spot.kind in ("site", "camp") and not spot.entries and told is not None and told.bearing is not None


def holds(holder: Place, spot: Spot) -> bool:
    """Whether a place named behind a name can hold it: an area, or a town that holds its parts."""
    inner = spot.kind in INSIDE or spot.kind == "around" or not spot.entries
    return holder.name is not None and (holder.level in AREAS or inner)


def seen_from(spot: Spot, candidates: Sequence[Entry], town: Place) -> list[Entry]:
    """What lies within reach of a town that the words tell its side of: "the dam south of Adal" is not in Adal; nor is
    "the Bashir area of Adal", which lies in its district.
    """
    middle = town.middle
    if spot.holder is None or middle is None or (spot.holder.bearing is None and spot.kind != "around"):
        return []
    reach = _DISTRICT_KM if spot.holder.bearing is None else _SEEN_KM
    return [e for e in candidates if km_between(e.lat, e.lon, *middle) <= reach]


def is_about_a_town(told: Spot) -> bool:
    """Whether words tell of what lies about a town: its countryside, its district, what is north of it."""
    return told.around or told.kind in _ABOUT_A_TOWN or (told.bearing is not None and told.km is None)


def is_in_town(spot: Spot, holder: Place) -> bool:
    """Whether a name said to be in a town is only known of towns in other countries: "Madrid Towers in Homs"."""
    told = spot.holder is not None and bool(spot.holder.prep & {"in"})
    town = holder.level in ("settlement", "site") and holder.country is not None
    abroad = all(e.level in ("settlement", "site") and e.country not in (None, holder.country) for e in spot.entries)
    return told and town and abroad
