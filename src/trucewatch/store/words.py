"""store: the words by which texts are found: folded, and bare of what a language writes on to them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.languages.load import read_yaml, settings_files
from trucewatch.model import Span

_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words: each letter is found by itself, and words as letters in a row."""
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}]+")
_LEAST = 3
"""Letters that must be left when what is joined on is taken off."""


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the text as written."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Joined:
    """What a language writes on to the beginning of words, its article, and how the two run together."""

    prefixes: tuple[str, ...]
    article: str
    contracted: str
    whole: frozenset[str]
    """Words that begin with such letters and have nothing joined on to them."""


def words_of(text: str) -> list[Word]:
    """The words of a text in their order."""
    folded = fold(text)
    return [Word(hit.group(), folded.span(hit.start(), hit.end())) for hit in _WORD.finditer(folded.text)]


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
    for joined in _joined():
        if key in joined.whole:
            continue
        if joined.contracted and key.startswith(joined.contracted):
            forms.append(joined.article + key[len(joined.contracted) :])
        forms += [key.removeprefix(one) for one in (*joined.prefixes, joined.article) if one and key.startswith(one)]
    return [form for form in forms if len(form) >= _LEAST]


@functools.cache
def _joined() -> tuple[Joined, ...]:
    """What the languages that join words say of it in their settings."""
    found = []
    for path in settings_files():
        given = read_yaml(path)
        if given.get("prefixes"):
            prefixes = tuple(fold(str(one)).text for one in given["prefixes"])
            whole = frozenset(fold(str(one)).text for one in given.get("whole_words", ()))
            found.append(Joined(prefixes, str(given.get("article", "")), str(given.get("contracted", "")), whole))
    return tuple(found)
