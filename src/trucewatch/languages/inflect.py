"""languages: the forms of a verb or noun, from a pack's own table of endings and irregular words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Forms = Iterator[tuple[str, str]]
"""Pairs (form, tag): `struck`, `past`."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Words whose lemma matches `pattern` have these forms; `\\1` is the stem that the pattern captured."""

    pattern: re.Pattern[str]
    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Inflection:
    """A pack's table: endings in order (the first that matches counts) and irregular words in full."""

    verbs: tuple[Ending, ...]
    nouns: tuple[Ending, ...]
    irregular: Mapping[str, Sequence[tuple[str, str]]]

    def verb(self, lemma: str) -> Forms:
        """All forms of a verb; the words after the first ("shoot down") stay as they are."""
        yield from self._phrase(lemma, self.verbs)

    def _irregular(self, word: str, endings: tuple[Ending, ...]) -> Sequence[tuple[str, str]]:
        """The forms given in full, if they are of the kind asked for: a plural is a noun's."""
        forms = self.irregular.get(word, ())
        is_noun = any(tag == "plural" for _, tag in forms)
        return forms if is_noun == (endings is self.nouns) else ()

    def noun(self, lemma: str) -> Forms:
        """All forms of a noun; the last word of a phrase is the one inflected unless the pack says the first."""
        head, _, last = lemma.rpartition(" ")
        for form, tag in self._word(last, self.nouns):
            yield f"{head} {form}".strip(), tag

    def _phrase(self, lemma: str, endings: tuple[Ending, ...]) -> Forms:
        first, _, rest = lemma.partition(" ")
        for form, tag in self._word(first, endings):
            yield f"{form} {rest}".strip(), tag

    def _word(self, word: str, endings: tuple[Ending, ...]) -> Forms:
        fixed = self._irregular(word, endings)
        if fixed:
            yield from fixed
            return
        for ending in endings:
            found = ending.pattern.fullmatch(word)
            if found:
                for template, tag in ending.forms:
                    yield found.expand(template), tag
                return
        yield word, "base"
