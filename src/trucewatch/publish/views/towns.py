"""publish: the largest towns in a frame, so that a reader knows where on earth the map is."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from trucewatch.gazetteer import load_gazetteer
from trucewatch.gazetteer.packed import CELLS
from trucewatch.publish.draw.projection import Frame

MOST = 9
LEAST_PEOPLE = 15_000
_LEVEL, _LAT, _LON, _PEOPLE, _NAMES = (CELLS.index(name) for name in ("level", "lat", "lon", "population", "names"))


@dataclass(frozen=True, slots=True)
class Town:
    """A town by its name in the language of the report where the gazetteer has one."""

    name: str
    lon: float
    lat: float
    people: int


def towns(view: Frame, language: str, *, most: int = MOST) -> list[Town]:
    """The largest towns that lie well within a frame and well apart from each other, the largest first."""
    found = [town for town in _large(language) if view.inside((town.lon, town.lat))]
    found.sort(key=lambda town: (-town.people, town.name))
    return _apart(view, found)[:most]


@functools.lru_cache(maxsize=8)
def _large(language: str) -> tuple[Town, ...]:
    """All towns of some size, by their names in a language."""
    found = []
    for row in load_gazetteer().world.rows:
        cells = row.split("\t")
        if cells[_LEVEL] == "settlement" and cells[_PEOPLE] and int(cells[_PEOPLE]) >= LEAST_PEOPLE:
            found.append(Town(_name(cells, language), float(cells[_LON]), float(cells[_LAT]), int(cells[_PEOPLE])))
    return tuple(found)


def _name(cells: list[str], language: str) -> str:
    if language == "ar":
        names = [name for name in cells[_NAMES].split("|") if name and "\u0600" <= name[0] <= "\u06ff"]
        return names[0] if names else cells[1]
    return cells[1]


def _apart(view: Frame, found: list[Town]) -> list[Town]:
    kept: list[Town] = []
    others: list[tuple[float, float]] = []
    for town in found:
        x, y = view.xy((town.lon, town.lat))
        near = any(abs(x - other_x) < 90 and abs(y - other_y) < 22 for other_x, other_y in others)
        if not near and 20 < x < view.width - 90 and 20 < y < view.height - 20:
            kept.append(town)
            others.append((x, y))
    return kept
