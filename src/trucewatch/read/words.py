"""read: the words of each language by which the layout of a report is known, loaded from `data/*.yaml`."""

from __future__ import annotations

import dataclasses
import functools
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from trucewatch import cache
from trucewatch.errors import LanguageError
from trucewatch.languages.fold import fold

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NO_LANGUAGE = ("agencies", "observations")
"""Files of `data` that are not about one language."""


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that have a file in `data`, English first."""
    found = (path.name.removesuffix(".yaml") for path in files("trucewatch.read").joinpath("data").iterdir())
    return tuple(sorted((name for name in found if name not in _NO_LANGUAGE), key=lambda name: (name != "en", name)))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's words, folded. `months` and `weekdays` give 1-12 and 0-6 (Monday 0) by word."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    today: tuple[str, ...]
    this_day: tuple[str, ...]
    not_this_week: tuple[str, ...]
    not_this_week_after: tuple[str, ...]
    future: tuple[str, ...]
    future_before: tuple[str, ...]
    date_of: tuple[str, ...]
    stamp: tuple[str, ...]
    by: tuple[str, ...]
    credit_lead: tuple[str, ...]
    and_: tuple[str, ...]
    photo: tuple[str, ...]
    labels: tuple[str, ...]
    lines: re.Pattern[str]
    starts: re.Pattern[str]
    anywhere: re.Pattern[str]
    others: re.Pattern[str]
    ago: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Agencies:
    """News agencies: id by name as written, and outlets by host."""

    ids: dict[str, str]
    hosts: dict[str, str]


def read_data(name: str) -> Any:
    """A YAML file of this package's `data` folder, every scalar a string."""
    text = files("trucewatch.read").joinpath("data", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - it builds strings, lists and dicts only


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(fold(word).text for word in words)


def _index(rows: list[list[str]], first: int) -> dict[str, int]:
    return {fold(word).text: number for number, row in enumerate(rows, first) for word in row}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    # Folded like the text they are held against: й loses its breve there, so it must lose it here.
    return re.compile("|".join(f"(?:{fold(p).text})" for p in patterns) if patterns else r"(?!)")


def _checked(name: str) -> dict[str, Any]:
    """A language's file, checked when it or the code was changed; its check takes longer than reading it."""
    held = files("trucewatch.read").joinpath("data", name).read_bytes()
    kept = f"layout-{cache.fingerprint([held, Path(__file__).with_name('word_file.py').read_bytes()])[:32]}"
    plain = cache.fetch(kept)
    if isinstance(plain, dict) and plain.keys() >= {field.name for field in dataclasses.fields(Words)}:
        return plain
    from trucewatch.read.word_file import checked

    plain = checked(read_data(name))
    cache.keep(kept, plain)
    return plain


@functools.cache
def load_words(language: str) -> Words:
    """The words of one language; raises LanguageError for a file that does not fit."""
    name = f"{language}.yaml"
    try:
        file = _checked(name)
        patterns = [_any_of(file[key]) for key in ("lines", "starts", "anywhere", "others", "ago")]
    except (ValueError, re.error, yaml.YAMLError) as error:
        problem = f"the file does not fit: {error}."
        raise LanguageError(f"read/data/{name}", None, problem, "Compare en.yaml.") from error
    return Words(
        language=file["language"],
        months=_index(file["months"], 1),
        weekdays=_index(file["weekdays"], 0),
        today=_folded(file["today"]),
        this_day=_folded(file["this_day"]),
        not_this_week=_folded(file["not_this_week"]),
        not_this_week_after=_folded(file["not_this_week_after"]),
        future=_folded(file["future"]),
        future_before=_folded(file["future_before"]),
        date_of=_folded(file["date_of"]),
        stamp=_folded(file["stamp"]),
        by=_folded(file["by"]),
        credit_lead=_folded(file["credit_lead"]),
        and_=_folded(file["and_"]),
        photo=_folded(file["photo"]),
        labels=_folded(file["labels"]),
        lines=patterns[0],
        starts=patterns[1],
        anywhere=patterns[2],
        others=patterns[3],
        ago=patterns[4],
    )


@functools.cache
def all_words() -> tuple[Words, ...]:
    """The words of every language we have, English first: furniture is often in another language than its story."""
    return tuple(load_words(language) for language in languages())


@functools.cache
def load_agencies() -> Agencies:
    """The agencies and outlets of `data/agencies.yaml`."""
    data = read_data("agencies.yaml")
    ids = {name: agency for agency, names in data["agencies"].items() for name in names}
    return Agencies(ids, dict(data["hosts"]))


def alternatives(words: dict[str, Any] | tuple[str, ...] | list[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
