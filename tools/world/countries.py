"""tools: countries, with a point inside the mainland and a radius that holds it."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from shapely.geometry import MultiPolygon

from tools.outlines import point_and_radius, read_topojson
from tools.world.rows import Row
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.languages.fold import match_key

COMMON = frozenset(
    ["того", "مالي"]
)  # "of that" and "financial": names of countries that find the word, not the country
LANGUAGES = ("en", "fr", "ar", "ru", "tr", "uk", "de", "es")
SMALL = 20_000  # below this many inhabitants a dependency's name finds more other things than the place


def country_rows(countries: dict[str, Any], cities: Iterable[Any], world_atlas: Path) -> Iterator[Row]:
    """One row a country; those without an outline stand at their capital with a radius from their area."""
    outlines = _outlines(world_atlas)
    extra = _extra_names()
    capitals = {(c["countrycode"], match_key(c["name"])): c for c in sorted(cities, key=lambda c: c["population"])}
    for code, country in sorted(countries.items()):
        if country["population"] < SMALL and code != "VA":
            continue
        spot = _spot(country, outlines.get(int(country["isonumeric"] or 0)), capitals)
        if spot is None:
            continue
        lat, lon, radius, basis = spot
        names = _names(code, country["name"], extra.get(code, ()))
        keys = {match_key(form) for name in names for form in cyrillic_forms(name)}
        yield Row(
            code, country["name"], "country", lat, lon, radius, code, (), country["population"], basis,
            keys - COMMON - {""}, names[1:],
        )  # fmt: skip


def _spot(
    country: Any, shape: MultiPolygon | None, capitals: dict[tuple[str, str], Any]
) -> tuple[float, float, float, str] | None:
    if shape is not None:
        return (*point_and_radius(shape), "n")
    capital = capitals.get((country["iso"], match_key(country["capital"])))
    if capital is None:
        return None
    radius = max(5.0, 2 * math.sqrt(country["areakm2"] / math.pi))
    return capital["latitude"], capital["longitude"], radius, "c"


def _outlines(world_atlas: Path) -> dict[int, MultiPolygon]:
    read = read_topojson(world_atlas / "countries-10m.json", "countries")
    shapes: dict[int, MultiPolygon] = {}
    for number, _, shape in read:
        if number.isdigit() and (int(number) not in shapes or shape.area > shapes[int(number)].area):
            shapes[int(number)] = shape
    return shapes


def _extra_names() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).parents[1] / "data/country_names.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: tuple(row["names"].split("|")) for row in csv.DictReader(lines)}


def _names(code: str, name: str, extra: tuple[str, ...]) -> tuple[str, ...]:
    known = []
    for language in LANGUAGES:
        territories = Locale(language).territories
        known.append(territories.get(code))
    good = [n for n in (name, *extra, *known) if n and "(" not in n and len(match_key(n)) > 1]
    return tuple(dict.fromkeys(n for n in good if match_key(n) not in {"us", "man"} or n in {"US", "U.S."}))
