"""publish: what a place of the gazetteer is called in a language of the report."""

from __future__ import annotations

import functools
import re

from babel import Locale

from trucewatch.gazetteer import load_gazetteer
from trucewatch.publish.wording import load_words

_SCRIPTS = {"ar": re.compile("[\u0621-\u064a]"), "ru": re.compile("[\u0410-\u044f\u0401\u0451]")}
_STRANGE = re.compile("[\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490\u067e\u0686\u06af\u06cc\u06a9]")
"""Letters of other languages in the same script (Ukrainian, Persian)."""

_KINDS = {
    "province": "province", "governorate": "province", "district": "district", "region": "region", "highway": "route",
    "road": "route",
}  # fmt: skip
"""English words behind a name that say what it is the name of."""


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
    if script is not None:
        fitting = [name for name in entry.names if script.search(name) and not _STRANGE.search(name)]
        if fitting:
            return fitting[0]
    return _in_words(entry.name, language)


def _in_words(name: str, language: str) -> str:
    """An English name with the word for what it is in the language: `Idlib province` is `Idlib (province)`."""
    own, space, last = name.rpartition(" ")
    level = _KINDS.get(last) if space and language != "en" else None
    return name if level is None else f"{own} ({load_words(language).named('levels', level)})"
