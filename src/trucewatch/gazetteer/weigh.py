"""gazetteer: which of several places of one name is meant, by what else the report names, and by size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.gazetteer.distance import km_between
from trucewatch.gazetteer.entry import Entry

CLEAR, CLEAR_IN_CONTEXT = math.log10(5.0), math.log10(3.0)
"""How far ahead the winner must be: five times the inhabitants, or three times where the report speaks for it."""
WELL_KNOWN = 100_000
GREAT = 500_000
"""Inhabitants from which a town needs nobody to speak for it although the report speaks of other countries."""
TOWN = 15_000
_WORTH = {"country": 7.5, "region": 7.5, "province": 5.0, "zone": 5.5, "route": 5.5, "district": 4.5, "site": 4.0}
_ONLY_COUNTRY, _SAME_COUNTRY, _IN_A_NAMED_PLACE, _FAR_COUNTRY = 1.4, 1.2, 3.0, 1.2
_CLOSE = ((100.0, 1.5), (300.0, 0.7))


@dataclass(frozen=True, slots=True)
class Support:
    """What the report names elsewhere: countries, ids, and points of places smaller than a country."""

    countries: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


def support_of(near: Sequence[Entry]) -> Support:
    """What the places named in a report say about the others."""
    return Support(
        countries=frozenset(entry.country for entry in near if entry.country),
        ids=frozenset(entry.id for entry in near if entry.level not in ("country", "region")),
        points=tuple({(e.lat, e.lon): None for e in near if e.level not in ("country", "region")}),
    )


def weight(entry: Entry, support: Support) -> float:
    """How likely the entry is meant, as a power of ten of inhabitants, with what the report adds."""
    worth = _WORTH.get(entry.level) or math.log10(max(entry.population or 0, 1_000))
    if entry.level == "country" and support.countries and entry.country not in support.countries:
        worth -= _FAR_COUNTRY
    if entry.country in support.countries:
        worth += _ONLY_COUNTRY if len(support.countries) == 1 else _SAME_COUNTRY
    if support.ids.intersection(entry.within):
        return worth + _IN_A_NAMED_PLACE
    return worth + _closeness(entry, support)


def clear_winner(entries: Sequence[Entry], support: Support) -> Entry | None:
    """The entry that is far enough ahead of all others, or None for a tie."""
    ranked = sorted(entries, key=lambda entry: -weight(entry, support))
    if not ranked:
        return None
    enough = CLEAR_IN_CONTEXT if support.countries else CLEAR
    if len(ranked) > 1 and weight(ranked[0], support) - weight(ranked[1], support) < enough:
        return None
    return ranked[0]


def is_known(entry: Entry, support: Support) -> bool:
    """True unless the entry is a small place that nothing in the report speaks for: a stranger's namesake."""
    if entry.kind != "world" or entry.level != "settlement":
        return True
    population = entry.population or 0
    known = GREAT if support.countries else WELL_KNOWN
    if population >= known or entry.country in support.countries or support.ids.intersection(entry.within):
        return True
    return not support.countries and (population >= TOWN or " " in entry.name)


def _closeness(entry: Entry, support: Support) -> float:
    if not support.points:
        return 0.0
    nearest = min(km_between(entry.lat, entry.lon, lat, lon) for lat, lon in support.points)
    return next((bonus for km, bonus in _CLOSE if nearest <= km), 0.0)
