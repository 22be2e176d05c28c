"""languages: what languages write on to the beginning of words, and what is left of a word without it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.languages.load import read_yaml, settings_files

LEAST = 3
"""Letters that must be left when what is joined on is taken off."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What a language writes on to the beginning of words, its article, and how the two run together."""

    prefixes: tuple[str, ...]
    article: str
    contracted: str
    whole: frozenset[str]
    """Words that begin with such letters and have nothing joined on to them."""

    def opened(self, key: str) -> str:
        """A word with the article that ran together with what stands before it written out."""
        contracted = bool(self.contracted) and key.startswith(self.contracted)
        return self.article + key.removeprefix(self.contracted) if contracted else key


@functools.cache
def joined_of() -> dict[str, Joined]:
    """What the languages that join words say of it in their settings, by the code of the language."""
    found = {}
    for path in settings_files():
        given = read_yaml(path)
        if given.get("prefixes"):
            prefixes = tuple(sorted(fold(str(one)).text for one in given["prefixes"]))
            whole = frozenset(fold(str(one)).text for one in given.get("whole_words", ()))
            article, contracted = str(given.get("article", "")), str(given.get("contracted", ""))
            found[path.parent.name] = Joined(prefixes, article, contracted, whole)
    return found


@functools.lru_cache(maxsize=100_000)
def bare_forms(key: str) -> tuple[str, ...]:
    """A word without what may be joined on to it: `والاطلاق` is found as `الاطلاق` and `اطلاق` too."""
    found: dict[str, None] = {}
    waiting = [key]
    while waiting:
        for shorter in _shorter(waiting.pop()):
            if shorter not in found:
                found[shorter] = None
                waiting.append(shorter)
    found.pop(key, None)
    return tuple(found)


def _shorter(key: str) -> list[str]:
    forms = []
    for joined in joined_of().values():
        if key in joined.whole:
            continue
        opened = joined.opened(key)
        forms += [opened] if opened != key else []
        forms += [key.removeprefix(one) for one in (*joined.prefixes, joined.article) if one and key.startswith(one)]
    return [form for form in forms if len(form) >= LEAST]
