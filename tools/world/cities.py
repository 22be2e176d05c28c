"""tools: cities and towns of GeoNames that can be looked for in running text."""

from __future__ import annotations

import csv
import functools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from shapely import STRtree, points

from tools.world.provinces import Province
from tools.world.rows import Row, not_places, script, usable
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.gazetteer.variants import spelling_keys
from trucewatch.languages.fold import match_key

FOCUS = frozenset(["SY", "TR", "IQ", "LB", "IL", "PS", "JO", "UA", "YE", "LY", "SD", "AM", "AZ"])
ARABIC = frozenset(["SY", "IQ", "LB", "PS", "JO", "YE", "LY", "SD"])
EVERYWHERE = 15_000
WELL_KNOWN = 100_000
GREAT = 1_000_000


def city_rows(cities: Sequence[Any], countries: dict[str, Any], provinces: Sequence[Province]) -> Iterator[Row]:
    """One row a city: all of the theatres we know best, elsewhere those of 15,000 inhabitants or more."""
    chosen = [c for c in cities if c["countrycode"] in FOCUS or c["population"] >= EVERYWHERE]
    held = _provinces_of(chosen, provinces)
    main_names = _main_names(chosen)
    for index, city in enumerate(chosen):
        province = held.get(index)
        keys = _keys(city, countries, main_names) | _keys_with_province(city, province)
        if not keys:
            continue
        country = city["countrycode"]
        yield Row(
            f"gn:{city['geonameid']}", shown(city), "settlement", city["latitude"], city["longitude"],
            radius_of(city["population"]), country, ((province.id,) if province else ()) + (country,),
            city["population"], "c", keys,
            _arabic_name(city),
        )  # fmt: skip


def shown(city: Any) -> str:
    """The name to show: the news' spelling where we wrote one, else GeoNames' own."""
    return town_names().get(city["geonameid"], (str(city["name"]),))[0]


def _arabic_name(city: Any) -> tuple[str, ...]:
    """The Arabic name of a town that a map may show, the plainest spelling first come."""
    if city["countrycode"] not in FOCUS or city["population"] < EVERYWHERE:
        return ()
    names = [name for name in city["alternatenames"] if script(name) == "arabic"]
    return (min(names, key=lambda name: name.count(" ")),) if names else ()


def radius_of(population: int) -> float:
    """How far a city of so many people reaches: 3 km at least, 12 km for a million, never more than 30."""
    return min(30.0, max(3.0, 0.012 * math.sqrt(population)))


def _provinces_of(cities: Sequence[Any], provinces: Sequence[Province]) -> dict[int, Province]:
    tree = STRtree([province.shape.buffer(0) for province in provinces])
    spots = points(np.array([(c["longitude"], c["latitude"]) for c in cities]))
    held: dict[int, Province] = {}
    for city, province in zip(*tree.query(spots, predicate="within"), strict=True):
        if provinces[province].country == cities[city]["countrycode"]:
            held[int(city)] = provinces[int(province)]
    return held


@functools.cache
def town_names() -> dict[int, tuple[str, ...]]:
    """GeoNames id -> spellings of the news that GeoNames lacks; they stand even where they are common words."""
    path = Path(__file__).parents[1] / "data/town_names.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {int(row["geonameid"]): tuple(row["names"].split("|")) for row in csv.DictReader(lines)}


def _main_names(cities: Sequence[Any]) -> dict[str, int]:
    """Match key of a main name -> the greatest population that bears it."""
    found: dict[str, int] = defaultdict(int)
    for city in cities:
        key = match_key(city["name"])
        found[key] = max(found[key], city["population"])
    return found


def _keys(city: Any, countries: dict[str, Any], main_names: dict[str, int]) -> set[str]:
    great = city["population"] >= GREAT
    keys = {match_key(city["name"])} if great or usable(city["name"]) else set()
    for name in city["alternatenames"]:
        kind = script(name)
        if not usable(name) or not _wanted(name, kind, city):
            continue
        forms = cyrillic_forms(name) if city["population"] >= WELL_KNOWN or city["countrycode"] == "UA" else (name,)
        keys |= {key for key in map(match_key, forms) if main_names.get(key, 0) <= city["population"]}
    ours = {key for name in town_names().get(city["geonameid"], ()) for key in map(match_key, cyrillic_forms(name))}
    keys |= ours
    if city["countrycode"] in ARABIC:
        keys |= {other for key in keys for other in spelling_keys(key)} - not_places()
    return keys | ours


def _wanted(name: str, kind: str | None, city: Any) -> bool:
    """Other spellings cost false finds: of small places only those in Cyrillic and Arabic, and in our theatres."""
    if kind == "latin":
        known = city["population"] >= WELL_KNOWN or city["countrycode"] in FOCUS
        return known and len(name) >= (4 if city["population"] >= GREAT else 5)
    if kind == "arabic":
        return len(name) >= 4 or city["population"] >= WELL_KNOWN
    return len(name) >= 4


def _keys_with_province(city: Any, province: Province | None) -> set[str]:
    if city["countrycode"] != "US" or province is None:
        return set()
    return {match_key(f"{city['name']} {province.names[0]}")}
