"""languages: the forms that a listed name takes in a language with declensions, by the tables of its pack."""

from __future__ import annotations

import functools
from pathlib import Path

from trucewatch.languages import load
from trucewatch.languages.inflect import Inflection
from trucewatch.languages.tables import phrases, read_inflection

_LONGEST = 6
"""Words beyond which a name is taken as it stands."""
_INDECLINABLE = ("о", "е", "и", "у", "ю", "э", "і", "ї")


def name_forms(name: str, language: str, *, person: bool = False) -> tuple[str, ...]:
    """The name in all its forms, itself first; the name alone where the language has no declensions."""
    table = _table(language)
    words = name.split(" ")
    if table is None or len(words) > _LONGEST or name.isupper():
        return (name,)
    low = name.lower()
    found = _person(low.split(" "), table) if person else [form for form, _ in table.noun(low)]
    return tuple(dict.fromkeys((name, *found)))


def adjective_forms(word: str, language: str) -> tuple[str, ...]:
    """An adjective in all its forms ("турецкий", "турецких"), itself first."""
    table = _table(language)
    if table is None:
        return (word,)
    return tuple(dict.fromkeys((word, *(form for form, _ in table.adjective(word.lower())))))


def _person(words: list[str], table: Inflection) -> list[str]:
    """First and last name in the same case: "Владимиру Путину"."""
    columns = [_by_case(word, table) for word in words]
    return [" ".join(column[case] for column in columns) for case in columns[-1] if all(case in c for c in columns)]


def _by_case(word: str, table: Inflection) -> dict[str, str]:
    """A word's form in each case of the singular; a name that does not decline is the same in all."""
    if word.endswith(_INDECLINABLE) or not word[-1:].isalpha():
        return dict.fromkeys(("nom", "gen", "dat", "acc", "ins", "loc"), word)
    found: dict[str, str] = {}
    for form, tag in table.noun(word):
        tags = tag.split(".")
        if "plural" not in tags:
            found.setdefault(tags[-1], form)
    return found


def inflection_files() -> list[Path]:
    """The table of endings of every pack, which listed names depend on."""
    return [load.HOME / code / "inflection.yaml" for code in load.available()]


def _table(language: str) -> Inflection | None:
    return _table_in(load.HOME / language)


@functools.cache
def _table_in(folder: Path) -> Inflection | None:
    if not (folder / "inflection.yaml").exists():
        return None
    raw = load.read_yaml(folder / "inflection.yaml") or {}
    if raw.get("phrases") != "agree":
        return None
    return read_inflection(raw, phrases(load.read_yaml(folder / "language.yaml").get("cases")))
