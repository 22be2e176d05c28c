"""actors: from a written name to the keys by which it is looked up."""

from __future__ import annotations

import re

from trucewatch.languages.fold import match_key
from trucewatch.languages.load import name_articles
from trucewatch.languages.names import adjective_forms, name_forms

_ACRONYM = re.compile(r"[A-Z]{2,6}")


def written(name: str) -> tuple[str, bool]:
    """The name without its mark, and whether it counts only when written exactly so: acronyms, and names after `=`."""
    if name.startswith("="):
        return name[1:], True
    return name, _ACRONYM.fullmatch(name) is not None


def forms(name: str, language: str, *, use: str = "name", person: bool = False) -> tuple[str, ...]:
    """A name in every form of its language: adjectives agree, persons decline in first and last name."""
    if use == "adjective":
        return adjective_forms(name, language)
    return name_forms(name, language, person=person)


def keys(name: str, language: str) -> list[str]:
    """The keys of a name: as it stands, and without its article (`l armee`, `armee`)."""
    key = match_key(name)
    found = [key] if key else []
    for article in name_articles(language):
        if key.startswith(article):
            found.append(key[len(article) :])
    return found
