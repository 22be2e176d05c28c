"""extract: what a word is by itself, kept for as long as the process lives: most words begin no longer phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.languages.pack import Approximator, NumberWord, Pack, Sense, TimeWord

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge
    from trucewatch.extract.words.cut import Token

_MOST_KEPT = 50_000
"""Words that are remembered; then it begins anew."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What the pack knows of a word that names no actor.

    `key` is empty for a word that the pack lacks; `named` says that places may begin with it; `then` holds the words
    that may follow it in longer phrases and names.
    """

    key: str
    named: bool
    then: frozenset[str] = frozenset()
    senses: tuple[Sense, ...] = ()
    kinds: frozenset[str] = frozenset()
    times: tuple[TimeWord, ...] = ()
    number: NumberWord | None = None
    approximator: Approximator | None = None


class Words:
    """The words of one language as they stand alone, by their text."""

    def __init__(self, pack: Pack, knowledge: Knowledge) -> None:
        """Take what is known; nothing is looked up yet."""
        self.pack, self.places, self.actors = pack, knowledge.gazetteer.longest, knowledge.actors.names(pack.code)
        self.known = frozenset((*pack.phrases, *pack.times, *pack.numbers, *pack.approximators))
        """Every phrase of the pack."""
        self._then = _second_words((*self.known, *self.actors))
        self._kept: dict[str, Alone | None] = {}

    def alone(self, token: Token) -> Alone | None:
        """What a word is by itself; None where it is two words or names an actor."""
        try:
            return self._kept[token.text]
        except KeyError:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[token.text] = self._looked_up(token.words)
            return found

    def _looked_up(self, words: tuple[str, ...]) -> Alone | None:
        pack = self.pack
        if len(words) != 1 or words[0] in self.actors:
            return None
        word, named, then = words[0], words[0] in self.places, self._then.get(words[0], frozenset())
        if word not in self.known:
            return Alone("", named, then)
        senses = pack.phrases.get(word, ())
        return Alone(
            word,
            named,
            then,
            senses,
            frozenset(sense.kind for sense in senses),
            pack.times.get(word, ()),
            pack.numbers.get(word),
            pack.approximators.get(word),
        )


def _second_words(keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """The first words of keys of several words, with the words that may come second."""
    found: dict[str, set[str]] = {}
    for key in keys:
        if " " in key:
            first, second = key.split(" ", 2)[:2]
            found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


def words_of(pack: Pack, knowledge: Knowledge) -> Words:
    """The words of a language, the same for every report of a run."""
    found: Words | None = knowledge.words.get(pack.code)
    if found is None or found.pack is not pack:
        found = knowledge.words[pack.code] = Words(pack, knowledge)
    return found
