"""publish: the largest towns in a frame, so that a reader knows where on earth the map is."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.gazetteer import load_gazetteer
from trucewatch.gazetteer.packed import CELLS
from trucewatch.publish.draw.projection import Frame
from trucewatch.publish.place_names import LETTERS, city_parts, in_script, own_name

MOST = 9
LEAST_PEOPLE = 15_000
_ID, _LEVEL, _LAT, _LON, _PEOPLE, _NAMES = (
    CELLS.index(name) for name in ("id", "level", "lat", "lon", "population", "names")
)


@dataclass(frozen=True, slots=True)
class Town:
    """A town by its name in the language of the report where the gazetteer has one."""

    name: str
    lon: float
    lat: float
    people: int


def towns(view: Frame, language: str, *, most: int = MOST) -> list[Town]:
    """The largest towns that lie well within a frame and well apart from each other, the largest first."""
    found = _large(language)
    lon, lat = found.lon, found.lat
    inside = (view.west <= lon) & (lon <= view.east) & (view.south <= lat) & (lat <= view.north)
    return _apart(view, [found.towns[at] for at in np.flatnonzero(inside).tolist()])[:most]


@dataclass(frozen=True, slots=True)
class _Large:
    """Towns, the largest first, and where they lie, so that those of a frame are found at once."""

    towns: tuple[Town, ...]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]


@functools.lru_cache(maxsize=8)
def _large(language: str) -> _Large:
    """All towns of some size, by their names in a language."""
    found = [
        Town(name, float(cells[_LON]), float(cells[_LAT]), int(cells[_PEOPLE]))
        for cells in _rows()
        if (name := _name(cells, language)) is not None
    ]
    found.sort(key=lambda town: (-town.people, town.name))
    return _Large(tuple(found), np.array([town.lon for town in found]), np.array([town.lat for town in found]))


@functools.cache
def _rows() -> tuple[list[str], ...]:
    """The cells of all towns of some size, read once for all languages."""
    split = (row.split("\t") for row in load_gazetteer().world.rows)
    return tuple(
        cells
        for cells in split
        if cells[_LEVEL] == "settlement"
        and cells[_PEOPLE]
        and int(cells[_PEOPLE]) >= LEAST_PEOPLE
        and cells[_ID] not in city_parts()
    )


def _name(cells: list[str], language: str) -> str | None:
    """The name in the language; None where it would stand in letters that the language does not use."""
    own = own_name(cells[_ID], language)
    if own is not None or language not in LETTERS:
        return own or cells[1]
    return in_script(cells[_NAMES].split("|"), language)


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
