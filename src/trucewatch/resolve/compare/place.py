"""resolve: do two claims speak of the same place?"""

from __future__ import annotations

import functools
import math

from trucewatch.gazetteer.keys import Sound, alike, sounds, strength
from trucewatch.model import Place
from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import FINE, name_key, of_a_village, unlisted

VAST = frozenset({"route", "zone", "country", "region"})
"""Levels too wide, or too long, for distance to tell two things apart."""
SPOKEN = 0.85
"""The score of two names that sound alike, of which one is known to no list."""
LEAST_CONSONANTS = 3
"""Consonants that a name must have to be known by its sound."""
NEXT_DOOR_KM = 3.0
NEIGHBOUR_KM = 8.0
UNKNOWN_RADIUS_KM = 40.0


def place_fit(left: Subject, right: Subject) -> Fit:
    """How well two places agree."""
    one, other = left.place, right.place
    if one is None or other is None:
        return NOTHING
    if _same(one, other):
        return Fit(min(_worth(one), _worth(other)), f"same place, {one.name or one.text}")
    if (one.id and one.id in other.within) or (other.id and other.id in one.within):
        return Fit(0.6, f"{one.name or one.text} and {other.name or other.text} lie one in the other")
    apart = None if unlisted(one) and unlisted(other) else km(one, other)
    if (apart is None or unlisted(one) or unlisted(other)) and not (one.id and other.id) and sound_alike(one, other):
        return Fit(SPOKEN, f"{one.name or one.text} and {other.name or other.text} sound alike")
    if apart is None:
        return Fit(0.4, "different names of places")
    if one.level in FINE and other.level in FINE:
        return _between_settlements(apart, (one.radius_km or 0) + (other.radius_km or 0))
    return _between_areas(one, other, apart)


def _same(one: Place, other: Place) -> bool:
    if one.id and other.id:
        return one.id == other.id
    return name_key(one) == name_key(other)


def sound_alike(one: Place, other: Place) -> bool:
    """Whether two places may be spellings of one name, in one script or in two."""
    return any(alike(left, right) for left in voiced(one) for right in voiced(other))


def voiced(place: Place) -> tuple[Sound, ...]:
    """How a village's names sound, where they hold consonants enough to tell it from others."""
    if not of_a_village(place):
        return ()
    return tuple(sound for name in dict.fromkeys((place.text, place.name or "")) for sound in _sounds(name))


@functools.lru_cache(maxsize=65536)
def _sounds(name: str) -> tuple[Sound, ...]:
    return tuple(sound for sound in sounds(name) if strength(sound) >= LEAST_CONSONANTS)


def _worth(place: Place) -> float:
    """A shared village says much, a shared province little."""
    if place.level in FINE or (place.level is None and place.middle is None) or unlisted(place):
        return 1.0
    return 0.75 if place.level == "district" else 0.6


def _between_settlements(apart: float, radii: float) -> Fit:
    if apart <= NEXT_DOOR_KM:
        return Fit(0.8, f"{apart:.0f} km apart")
    if apart <= max(NEIGHBOUR_KM, radii):
        return Fit(0.35, f"{apart:.0f} km apart")
    return Fit(0.0, f"{apart:.0f} km apart")


def _between_areas(one: Place, other: Place, apart: float) -> Fit:
    reach = sum(_radius(place) for place in (one, other))
    if _in_another(one, other) or _in_another(other, one):
        return Fit(0.35, f"{one.name or one.text} does not lie in {other.name or other.text}")
    if apart <= reach:
        named = one.level in FINE or other.level in FINE
        return Fit(0.6, "a place by the area") if named else Fit(0.5, "areas that meet")
    if one.level in VAST or other.level in VAST:
        return Fit(0.35, f"{apart:.0f} km apart, one of them wide")
    return Fit(0.0, f"{apart:.0f} km apart")


def _in_another(place: Place, area: Place) -> bool:
    """Whether a village is known to lie in other areas than this province or district, however near it is."""
    return place.level in FINE and area.level in ("province", "district") and bool(place.within)


def _radius(place: Place) -> float:
    if place.radius_km is not None:
        return place.radius_km
    return 5.0 if place.level in FINE else UNKNOWN_RADIUS_KM


def km(one: Place, other: Place) -> float | None:
    """Kilometres between two places on a plane that is good enough for neighbours; None where either is unplaced."""
    if one.middle is None or other.middle is None:
        return None
    (lat, lon), (their_lat, their_lon) = one.middle, other.middle
    north = (lat - their_lat) * 111.2
    east = (lon - their_lon) * 111.3 * math.cos(math.radians((lat + their_lat) / 2))
    return math.hypot(north, east)
