"""extract: the side of a province or a zone that a compass word tells, and the chief town it is seen from."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.places.spot import Spot
from trucewatch.gazetteer import Entry, Gazetteer, lies_in, place_of
from trucewatch.gazetteer.distance import bearing_between, degrees_apart
from trucewatch.languages.fold import match_key
from trucewatch.model import Place

_BENT = 30.0
"""Degrees by which the side of a province may lie off the compass word that it is called by."""
_TILTED = 45.0
"""The same for a side of a zone, which may lie aslant."""


def side_of(spot: Spot, text: str, found: Place, places: Gazetteer) -> Place:
    """The side of a province that a compass word tells, where the gazetteer has it, seen from the chief town."""
    if found.level not in ("province", "zone") or found.id is None or spot.bearing is None or spot.km is not None:
        return found
    area = places.by_id(found.id)
    town = area if found.level == "zone" else chief_town(found.id, spot.entries, places)
    if town is None:
        return found
    bent = _TILTED if found.level == "zone" else _BENT
    names = (town.name, *(area.names if area is not None else ()))
    sides = [
        (apart, zone)
        for zone in places.zones_in(found.id)
        if any(name in zone.name for name in names)
        and (apart := degrees_apart(spot.bearing, bearing_between(town.lat, town.lon, zone.lat, zone.lon))) <= bent
    ]
    return place_of(text, min(sides, key=lambda side: side[0])[1]) if sides else found


def chief_town(province: str, entries: Sequence[Entry], places: Gazetteer) -> Entry | None:
    """The town of a province that bears its name, among entries of the name as written or of the plain one."""
    area = places.by_id(province)
    if area is None or area.level != "province":
        return None
    plain = (e for name in area.names for e in places.lookup(match_key(name)))
    held = place_of("", area)
    return next((e for e in (*entries, *plain) if e.level == "settlement" and lies_in(e, held)), None)


def is_seat(town: Place, places: Gazetteer) -> bool:
    """Whether a town is the chief town of a province that bears its name."""
    seat = chief_town(town.within[0], (), places) if town.within and town.id is not None else None
    return seat is not None and seat.id == town.id
