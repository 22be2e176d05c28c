"""extract: words that a script writes on to their neighbours: "and", "in", "the" before, pronouns behind."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from trucewatch.languages.pack import Pack

if TYPE_CHECKING:
    from trucewatch.extract.words.cut import Token

_LEAST = 3
"""Letters that must be left of a word for a pronoun to be cut off behind."""
_LEAST_AFTER = 2
"""Letters that must be left of a word for a prefix to be cut off before."""
_SIGNS = frozenset("#@")


def is_joined(pack: Pack) -> bool:
    """Whether a language writes small words on to others: its pack lists them under `prefixes` and `suffixes`."""
    return bool(pack.lists.get("prefixes"))


class Clitics:
    """Parts the words of one report where what is left is known to the pack, the actors or the gazetteer.

    A word that is known as it stands is never parted. `article` is the one prefix that stays on its noun: a name with
    an article is parted from what stands before it, known or not.
    """

    def __init__(self, pack: Pack, names: Sequence[Container[str]]) -> None:
        self.pack, self.names = pack, names
        self.prefixes = sorted(pack.lists.get("prefixes", ()))
        self.suffixes = sorted(pack.lists.get("suffixes", ()), key=len, reverse=True)
        self.article = pack.settings.get("article", "")
        self.contracted = pack.settings.get("contracted", "")
        self.bound, _, self.free = pack.settings.get("bound_ending", "").partition(" ")
        self.bound_dual = pack.settings.get("bound_dual", "")
        self.whole = pack.lists.get("whole_words", frozenset())
        self.memory: dict[str, tuple[tuple[str, int, bool], ...] | None] = {}

    def parted(self, tokens: list[Token]) -> list[Token]:
        """The tokens with joined words parted, and the signs of hashtags and handles left out."""
        found: list[Token] = []
        for token in tokens:
            if token.is_word and token.number is None:
                found.extend(self._parts(token))
            elif token.text not in _SIGNS:
                found.append(token)
        return found

    def _parts(self, token: Token) -> list[Token]:
        pieces = self._pieces(token.text)
        if pieces is None:
            return [token]
        found, at = [], token.start
        for key, width, owned in pieces:
            found.append(token.piece(at, at + width, key, owned=owned))
            at += width
        return found

    def _pieces(self, word: str) -> tuple[tuple[str, int, bool], ...] | None:
        if word not in self.memory:
            self.memory[word] = None if self._known(word) else self._split(word)
        return self.memory[word]

    def _known(self, word: str) -> bool:
        return word in self.whole or word in self.pack.words or any(word in names for names in self.names)

    def _split(self, word: str) -> tuple[tuple[str, int, bool], ...] | None:
        """Pieces (key, letters taken, whether a pronoun ends it); None where nothing can be parted."""
        return self._behind(word) or self._before(word, known=True) or self._before(word, known=False)

    def _behind(self, word: str) -> tuple[tuple[str, int, bool], ...] | None:
        for suffix in self.suffixes:
            stem = word.removesuffix(suffix)
            if stem == word or len(stem) < _LEAST or stem in self.whole:
                continue
            free = stem.removesuffix(self.bound) + self.free if self.bound and stem.endswith(self.bound) else stem
            key = self._dual(stem) or next((k for k in (stem, free) if k in self.pack.words), None)
            if key is not None:
                return ((key, len(word), True),)
        return None

    def _dual(self, stem: str) -> str | None:
        """The dual that a stem is, which loses its last letter before a pronoun: "her two daughters"."""
        if not self.bound_dual:
            return None
        senses = self.pack.phrases.get(stem + self.bound_dual, ())
        forms = [sense.forms for sense in senses if sense.kind == "noun"]
        return stem + self.bound_dual if forms and all("dual" in one and "plural" not in one for one in forms) else None

    def _before(self, word: str, *, known: bool) -> tuple[tuple[str, int, bool], ...] | None:
        for prefix in self.prefixes:
            rest = word.removeprefix(prefix)
            if rest == word or len(rest) < _LEAST_AFTER:
                continue
            taken, key = len(prefix), rest
            if self.contracted and word.startswith(self.contracted):
                taken, key = 1, self.article + word[len(self.contracted) :]
            named = bool(self.article) and key.startswith(self.article) and len(key) > len(self.article) + 1
            if self._known(key) and (len(key) >= _LEAST or key in self.pack.words):
                inner: tuple[tuple[str, int, bool], ...] | None = ((key, len(word) - taken, False),)
            else:
                inner = self._behind(key) or self._before(key, known=known)
                inner = inner or (((key, len(word) - taken, False),) if named and not known else None)
            if inner is not None:
                return ((word[:taken], taken, False), *inner)
        return None
