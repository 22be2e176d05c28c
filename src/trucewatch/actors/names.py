"""actors: from a written name to the keys by which it is looked up."""

from __future__ import annotations

import re

from trucewatch.languages.fold import match_key
from trucewatch.languages.load import name_articles

_ACRONYM = re.compile(r"[A-Z]{2,6}")


def written(name: str) -> tuple[str, bool]:
    """The name without its mark, and whether it counts only when written exactly so: acronyms, and names after `=`."""
    if name.startswith("="):
        return name[1:], True
    return name, _ACRONYM.fullmatch(name) is not None


def keys(name: str, language: str) -> list[str]:
    """The keys of a name: as it stands, and without its article (`l armee`, `armee`)."""
    key = match_key(name)
    found = [key] if key else []
    for article in name_articles(language):
        if key.startswith(article):
            found.append(key[len(article) :])
    return found
