"""publish: what a place of the gazetteer is called in a language of the report."""

from __future__ import annotations

import functools
import re

from babel import Locale

from trucewatch.gazetteer import load_gazetteer

_SCRIPTS = {"ar": re.compile("[\u0621-\u064a]"), "ru": re.compile("[\u0410-\u044f\u0401\u0451]")}
_STRANGE = re.compile("[\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490\u067e\u0686\u06af\u06cc\u06a9]")
"""Letters of other languages in the same script (Ukrainian, Persian)."""


@functools.lru_cache(maxsize=4096)
def place_name(id_: str, language: str, called: str | None = None) -> str | None:
    """The name in the script of the language where the gazetteer has one, else its display name; None for no place.

    `called` is what a record calls it: where the gazetteer knows no such name of it (a person's), there is none either.
    """
    entry = load_gazetteer().by_id(id_)
    if called is not None and (entry is None or called not in (entry.name, *entry.names)):
        return None
    if len(id_) == 2 and id_.isupper():
        return Locale.parse(language).territories.get(id_) or id_
    if entry is None:
        return None
    script = _SCRIPTS.get(language)
    if script is None:
        return entry.name
    fitting = [name for name in entry.names if script.search(name) and not _STRANGE.search(name)]
    return fitting[0] if fitting else entry.name
