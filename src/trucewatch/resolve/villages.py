"""resolve: places that are one village or one site, known to a list or not."""

from __future__ import annotations

import functools

from trucewatch.languages.fold import match_key
from trucewatch.model import Place

FINE = frozenset({"site", "settlement"})


def unlisted(place: Place) -> bool:
    """Whether a village is known to no list and its point is only that of the town or the area that it lies about."""
    if place.id is not None or place.middle is None or place.name != place.text:
        return False
    return (place.level, place.relation) in (("district", "near"), ("zone", "in"), ("zone", "near"))


def of_a_village(place: Place) -> bool:
    """Whether a place is a village or a site, or a name that no list has."""
    return place.level in FINE or place.level is None or unlisted(place)


def name_key(place: Place) -> str:
    """The folded name by which places without an id are compared."""
    return _folded(place.name or place.text)


def village_key(place: Place) -> str:
    """The id of a place, else its folded name."""
    return place.id or name_key(place)


@functools.lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    return match_key(name)
