"""resolve: the names and numbers in a report's own words, by which stories are told apart.

A script with capitals gives what is capitalised inside a sentence; a script without them every longer word that its
language pack does not know, without article and what is written on to it. Numbers count from ten on.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from trucewatch.actors import known_actors
from trucewatch.languages.fold import match_key
from trucewatch.languages.joined import LEAST, Joined, joined_of
from trucewatch.languages.load import load_pack, read_yaml, settings_files
from trucewatch.languages.pack import Pack
from trucewatch.model import Report

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STOP = re.compile(r"[.!?:;\n\"“”«»•|]")
_POSSESSIVE = re.compile(r"['’]s$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def names(report: Report) -> frozenset[str]:
    """The folded names and numbers of a report without its furniture.

    Names of states, armies, offices and of those who hold them are in every report of a war and tell no story.
    """
    found, end = set(), 0
    text = "\n".join(_parts(report))
    for match in _WORD.finditer(text):
        word, first = match[0], end == 0 or _STOP.search(text, end, match.start()) is not None
        end = match.end()
        name = _number(word) if word[0].isdigit() else _name(word, first=first)
        if name:
            found.add(name)
    return frozenset(found - _listed(report.language or "en"))


def _number(word: str) -> str:
    """A number of two digits or more that is no year; '' for others."""
    told = sum(map(str.isdigit, word)) > 1 and not _YEAR.fullmatch(word)
    return word.replace(",", ".") if told else ""


def _name(word: str, *, first: bool) -> str:
    if len(word) < LEAST:
        return ""
    if word[0].isupper():
        return "" if first else _folded(word)
    return "" if word[0].islower() else bare(word)


@functools.lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    return match_key(_POSSESSIVE.sub("", word))


@functools.lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """A word of a script without capitals as a name, without what is written on to it; '' where its pack knows it."""
    key = match_key(word)
    pack = _packs().get(_script(key))
    if pack is None:
        return key
    known, listed = pack.words, _listed(pack.code)
    joined = joined_of().get(pack.code, Joined((), "", "", frozenset()))
    article, key = joined.article, joined.opened(key)
    for head in ("", *joined.prefixes):
        rest = key.removeprefix(head)
        if not key.startswith(head) or len(rest) < LEAST:
            continue
        noun = rest.removeprefix(article) if len(rest) - len(article) >= LEAST - 1 else rest
        if rest in known or noun in known or rest in listed or noun in listed:
            return ""
        if noun != rest:
            return noun
    return key


def main_script(found: Iterable[str]) -> int:
    """The script of most of a report's names; -1 where there are none."""
    counts = Counter(_script(name) for name in found if not name[0].isdigit())
    return min(counts, key=lambda script: (-counts[script], script), default=-1)


def _script(key: str) -> int:
    """The block of 256 letters that a word begins in, which tells scripts apart."""
    return ord(key[0]) >> 8 if key else -1


@functools.cache
def _packs() -> Mapping[int, Pack]:
    """The packs of languages that are written without capitals, by their script."""
    codes = [path.parent.name for path in settings_files() if read_yaml(path).get("script") == "caseless"]
    packs = [load_pack(code) for code in codes]
    return {_script(min(pack.words)): pack for pack in packs if pack.words}


@functools.lru_cache(maxsize=64)
def _listed(language: str) -> frozenset[str]:
    """Every word of the names of listed actors in a language."""
    return frozenset(word for key in known_actors().names(language) for word in key.split())


def _parts(report: Report) -> Iterator[str]:
    """The text between the pieces of furniture."""
    at = 0
    for start, stop in sorted(report.furniture):
        yield report.text[at:start]
        at = max(at, stop)
    yield report.text[at:]
