"""gazetteer: one place that has a name, a point and an honest radius."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.model.claim import PlaceLevel

EntryKind = Literal["overlay", "world", "user"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `lat`, `lon` in degrees WGS 84; the circle of `radius_km` around them holds the place or our doubt.

    `within` holds the ids of the province, zone and country that hold the place, smallest first. `basis` says how
    the coordinates are known. `names` are the spellings it is known by, the display name first.
    """

    id: str
    name: str
    level: PlaceLevel
    lat: float
    lon: float
    radius_km: float
    country: str | None = None
    """ISO 3166 alpha-2 code."""
    within: tuple[str, ...] = ()
    population: int | None = None
    basis: str = ""
    kind: EntryKind = "world"
    names: tuple[str, ...] = ()
