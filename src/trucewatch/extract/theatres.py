"""extract: which conflicts a report is about, so that "the rebels" of one are not taken for those of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from trucewatch.actors import ActorName
from trucewatch.extract.knowledge import Knowledge
from trucewatch.gazetteer import Gazetteer
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack

_WORD = re.compile(r"[^\W_]+")
_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
_READ = 500
"""Words from the beginning that are read: what a report is about it says early."""
_LETTERS = 6
"""Letters of a word and the space behind it, at a guess."""
_LONGEST_NAME = 4
_SHORTEST_PLACE = 4
_SMALLEST_PLACE = 10_000
"""Letters and inhabitants from which on a place says where a report plays; smaller places share names with words."""
_OUTWEIGHED = 4
"""How many times more often another country may be named before the report is held to be about that one."""


def theatres_in_play(folded: Folded, pack: Pack, knowledge: Knowledge) -> frozenset[str]:
    """The conflicts that a text is about: their country, its actors or places are named, and no other country is named
    several times as often. Where nothing tells, none: "rebels" then stay nobody in particular.
    """
    if knowledge.theatres is not None:
        return knowledge.theatres
    words, named = _names(folded, pack)
    counts = Counter(_countries(words, named, pack.code, knowledge))
    most = max(counts.values(), default=0)
    found: set[str] = set()
    for theatre, homes in knowledge.lands.homes.items():
        score = sum(counts[home] for home in homes)
        if score and score * _OUTWEIGHED >= most:
            found.add(theatre)
    return frozenset(found)


def _names(folded: Folded, pack: Pack) -> tuple[list[str], list[int]]:
    """The first words of a text, and at which of them a name may begin: at a capital, where the script has them."""
    text = folded.text
    words = _opening(text)
    if pack.settings.get("script") == "caseless":
        return words, list(range(len(words)))
    original, back = folded.original, folded.back
    named: list[int] = []
    at = 0
    for i, word in enumerate(words):
        at = text.find(word, at)
        if original[at if back is None else back[at]].isupper():
            named.append(i)
        at += len(word)
    return words, named


def _opening(text: str) -> list[str]:
    """The first words of a text; only as much of it is cut into words as they take."""
    reach = _READ * _LETTERS
    while True:
        space = text.find(" ", reach)
        words = _words(text if space < 0 else text[:space])
        if space < 0 or len(words) >= _READ:
            return words[:_READ]
        reach = 2 * space


def _words(text: str) -> list[str]:
    """Runs of letters and digits; most texts are plain once folded, and are cut the quick way."""
    if text.isascii():
        return text.translate(_SPACES).split()
    found: list[str] = _WORD.findall(text)
    return found


def _countries(words: Sequence[str], named: Sequence[int], language: str, knowledge: Knowledge) -> Iterator[str]:
    """The countries that the names in a text point to, once for every name; names begin at the words `named`."""
    codes, past = knowledge.lands.codes, 0
    actors, names = knowledge.actors.longest(language), knowledge.actors.names(language)
    for i in named:
        if i < past:
            continue
        homes: tuple[str, ...] = ()
        width = 0
        if longest := actors.get(words[i], 0):
            homes, width = _actor(words, i, min(longest, _LONGEST_NAME), names, knowledge)
        if not homes:
            land, reach = _place(words, i, knowledge.gazetteer)
            width = max(width, reach)
            homes = () if land is None else (land,)
        for home in homes:
            yield codes.get(home, home)
        past = i + width


def _actor(
    words: Sequence[str], i: int, longest: int, names: Mapping[str, tuple[ActorName, ...]], knowledge: Knowledge
) -> tuple[tuple[str, ...], int]:
    """Where the actor named at word `i` is at home, and how many words name it."""
    for width in range(longest, 0, -1):
        listed = [name for name in names.get(" ".join(words[i : i + width]), ()) if name.theatre is None]
        if listed:
            return knowledge.actors.home(listed[0].id) or _watched(listed[0].id, knowledge), width
    return (), 0


def _watched(id_: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The countries of the conflict that a body from elsewhere has to do with: monitors, coalitions."""
    return tuple(h for t in knowledge.actors.theatres_of(id_) for h in sorted(knowledge.lands.homes.get(t, ())))


def _place(words: Sequence[str], i: int, places: Gazetteer) -> tuple[str | None, int]:
    """The country of the place named at word `i`, if it is no small village abroad, and how many words name it."""
    for width in range(min(places.longest.get(words[i], 0), _LONGEST_NAME), 0, -1):
        key = " ".join(words[i : i + width])
        for entry in places.lookup(key)[:1] if len(key) >= _SHORTEST_PLACE else ():
            known = entry.kind != "world" or entry.level != "settlement" or (entry.population or 0) >= _SMALLEST_PLACE
            if known and entry.country:
                return entry.country, width
    return None, 0
