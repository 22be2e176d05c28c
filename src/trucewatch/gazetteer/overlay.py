"""gazetteer: the places of a theatre, as rows that we wrote, and its roads as lines."""

from __future__ import annotations

import csv
import functools
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import cast

from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.index import Layer, layer_of
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.gazetteer.variants import spelling_keys
from trucewatch.languages.fold import match_key
from trucewatch.model.claim import PlaceLevel

OVERLAYS = (
    "nw-syria.csv", "syria.csv", "syria-sides.csv", "palestine.csv", "lebanon.csv", "other-theatres.csv", "regions.csv",
)  # fmt: skip
LANGUAGES = ("en", "fr", "ar", "ru", "tr")
_LEAST_JOINED = 6
"""Letters from which an Arabic name of several words is known when it is written in one."""
_PROVINCE = {
    "names_en": (
        "{} province", "{} governorate", "{} region", "province of {}", "governorate of {}", "region of {}",
        "{} countryside", "rural {}", "countryside of {}", "{} Governorate",
    ),
    "names_fr": (
        "province de {}", "province d'{}", "gouvernorat de {}", "gouvernorat d'{}", "région de {}", "région d'{}",
        "campagne de {}", "campagne d'{}",
    ),
    "names_ar": ("محافظة {}", "ريف {}", "منطقة {}"),
    "names_ru": ("провинция {}", "провинции {}", "мухафаза {}", "мухафазе {}", "мухафазы {}", "провинцию {}"),
    "names_tr": ("{} ili", "{} vilayeti", "{} kırsalı", "{} bölgesi"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Road:
    """A road as a schematic line: points `(lon, lat)` in order, true to `tolerance_km`."""

    id: str
    name: str
    points: tuple[tuple[float, float], ...]
    tolerance_km: float
    basis: str


def layer_of_texts(texts: Iterable[str]) -> Layer:
    """All rows of overlay files, with the keys they are found by."""
    return layer_of(pair for text in texts for pair in read_overlay(text))


@functools.cache
def load_roads() -> dict[str, Road]:
    """The roads by id (`route.m4`)."""
    features = json.loads(data("roads.geojson"))["features"]
    roads = [
        Road(
            id=feature["properties"]["id"],
            name=feature["properties"]["name"],
            points=tuple((lon, lat) for lon, lat in feature["geometry"]["coordinates"]),
            tolerance_km=feature["properties"]["tolerance_km"],
            basis=feature["properties"]["basis"],
        )
        for feature in features
    ]
    return {road.id: road for road in roads}


def read_overlay(text: str) -> Iterator[tuple[Entry, frozenset[str]]]:
    """Entries and match keys from the text of an overlay file."""
    for row in csv.DictReader(io.StringIO(text)):
        yield _entry(row), _keys(row)


@functools.cache
def names_in(language: str) -> dict[str, str]:
    """By which name a language calls the places of the package's own rows, by id; English has display names."""
    if language not in LANGUAGES or language == "en":
        return {}
    rows = [row for name in OVERLAYS for row in csv.DictReader(io.StringIO(data(name)))]
    return {row["id"]: _names(row, f"names_{language}")[0] for row in rows if row[f"names_{language}"]}


def data(name: str) -> str:
    """The text of a file of the package's own data."""
    return (resources.files("trucewatch.gazetteer") / "data" / name).read_text(encoding="utf-8")


def _names(row: dict[str, str], column: str) -> list[str]:
    return [name for name in row[column].split("|") if name]


def _entry(row: dict[str, str]) -> Entry:
    names = [row["name"], *(name for language in LANGUAGES for name in _names(row, f"names_{language}"))]
    return Entry(
        id=row["id"],
        name=row["name"],
        level=cast(PlaceLevel, row["level"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]),
        country=row["country"] or None,
        within=tuple(row["within"].split()),
        basis=row["basis"],
        kind="overlay",
        names=tuple(dict.fromkeys(names)),
    )


def _keys(row: dict[str, str]) -> frozenset[str]:
    keys: set[str] = set()
    for column in (f"names_{language}" for language in LANGUAGES):
        for name in _names(row, column):
            forms = cyrillic_forms(name) if column == "names_ru" else (name,)
            if row["level"] == "province":
                forms += tuple(affix.format(form) for affix in _PROVINCE[column] for form in forms)
            plain = {match_key(form) for form in forms}
            if column == "names_ar" and len(key := match_key(name).replace(" ", "")) >= _LEAST_JOINED:
                plain.add(key)  # as hashtags write it
            keys |= {other for key in plain for other in spelling_keys(key)} if column == "names_en" else plain
    return frozenset(keys - {""})
