"""publish: what a place of the gazetteer is called in a language of the report."""

from __future__ import annotations

import csv
import functools
import io
import re
from importlib import resources

from babel import Locale

from trucewatch.gazetteer import load_gazetteer
from trucewatch.gazetteer.overlay import names_in
from trucewatch.publish.wording import load_words

LETTERS = {
    "ar": re.compile("[\u0621-\u063a\u0640-\u0652 \\d().-]+"),
    "ru": re.compile("[\u0410-\u044f\u0401\u0451 \\d().-]+"),
}
"""Names of these languages hold no other letters: neither of other scripts nor of Persian, Kurdish or Ukrainian."""

_KINDS = {
    "province": "province", "governorate": "province", "district": "district", "region": "region", "highway": "route",
    "road": "route",
}  # fmt: skip
"""English words behind a name that say what it is the name of."""


@functools.lru_cache(maxsize=4096)
def place_name(id_: str, language: str, called: str | None = None) -> str | None:
    """The name in the language where there is one, else its display name; None for no place.

    `called` is what a record calls it: where the gazetteer knows no such name of it (a person's), there is none either.
    """
    entry = load_gazetteer().by_id(id_)
    if called is not None and (entry is None or called not in (entry.name, *entry.names)):
        return None
    if len(id_) == 2 and id_.isupper():
        return Locale.parse(language).territories.get(id_) or id_
    if entry is None:
        return None
    return _in_words(entry.name, own_name(id_, language) or in_script(entry.names, language), language)


def own_name(id_: str, language: str) -> str | None:
    """What a language calls a place, by our own list or by the rows of a theatre; None where neither says."""
    return _listed()[language].get(id_) or names_in(language).get(id_) if language in _listed() else None


def in_script(names: tuple[str, ...] | list[str], language: str) -> str | None:
    """The first of a place's names that is written as the language writes."""
    letters = LETTERS.get(language)
    return next((name for name in names if name and letters.fullmatch(name)), None) if letters is not None else None


@functools.cache
def city_parts() -> frozenset[str]:
    """Ids of parts of cities, which are no towns of their own."""
    rows = _file("city_parts.txt").splitlines()
    return frozenset(row.split(" ", 1)[0] for row in rows if row and not row.startswith("#"))


@functools.cache
def _listed() -> dict[str, dict[str, str]]:
    """Our own list: for each language names by id; in English only where the gazetteer's name is no usual one."""
    rows = list(csv.DictReader(io.StringIO(_file("place_words.csv"))))
    return {code: {row["id"]: row[code] for row in rows if row[code]} for code in ("en", "fr", "ar", "ru", "tr")}


def _file(name: str) -> str:
    return resources.files("trucewatch.publish").joinpath(name).read_text(encoding="utf-8")


def _in_words(name: str, own: str | None, language: str) -> str:
    """A name with the word for what it is in the language: `Idlib province` is `Idleb (province)`."""
    short, space, last = name.rpartition(" ")
    level = _KINDS.get(last) if space and language != "en" else None
    if level is None:
        return own or name
    word = load_words(language).text(f"levels.{level}")
    told = own or short
    return told if word.casefold() in told.casefold() or (own and level == "route") else f"{told} ({word})"
