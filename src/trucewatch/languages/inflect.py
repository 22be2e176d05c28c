"""languages: the forms of a verb, noun or adjective, from a pack's own tables of endings and irregular words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Forms = Iterator[tuple[str, str]]
"""Pairs (form, tag): `struck`, `past`. A tag may be several, joined by dots: `plural.gen`."""
DERIVED = "derived"
"""Part of the tag of a form that counts only where no word of the pack has it as its own."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Words whose lemma matches `pattern` have these forms; `\\1` is the stem that the pattern captured."""

    pattern: re.Pattern[str]
    forms: tuple[tuple[str, str], ...]
    gender: str | None = None
    """What adjectives before such a noun agree with."""


@dataclass(frozen=True, slots=True)
class Reflexive:
    """A verb's reflexive form: `ending` after a consonant, `after_vowel` else; it may serve as the passive."""

    ending: str
    after_vowel: str
    vowels: str
    passive: frozenset[str] = frozenset()
    """Tags whose reflexive forms are the passive ("наносятся")."""

    def of(self, form: str, tag: str) -> str:
        """The reflexive of one form; participles end in consonants for it, whatever their last letter is."""
        vowel = form[-1:] in self.vowels and "attr" not in tag.split(".")
        return form + (self.after_vowel if vowel else self.ending)


@dataclass(frozen=True, slots=True)
class Inflection:
    """A pack's tables: endings in order (the first that matches counts) and irregular words in full."""

    verbs: tuple[Ending, ...]
    nouns: tuple[Ending, ...]
    irregular: Mapping[str, Sequence[tuple[str, str]]]
    adjectives: tuple[Ending, ...] = ()
    irregular_nouns: Mapping[str, tuple[str | None, Sequence[tuple[str, str]]]] = field(default_factory=dict)
    """Nouns in full, each with its gender."""
    agree: bool = False
    """Whether adjectives before a noun take its case, and what stands behind it stays as it is."""
    reflexive: Reflexive | None = None
    singulars: tuple[Ending, ...] = ()
    """Of nouns whose plural the lexicon gives beside them: `child/children`."""
    plurals: tuple[Ending, ...] = ()
    """Of plurals that the lexicon gives."""
    verb_last: bool = False
    """Whether a verb of several words is inflected in its last ("ateş açmak"), not its first ("open fire")."""

    def verb(self, lemma: str, *, perfective: bool = False) -> Forms:
        """All forms of a verb; the words after the first ("shoot down") stay as they are.

        A slash parts a verb from its verbal nouns, where they follow no rule; the table's own are then left out.
        A perfective verb's present form tells of what is to come.
        """
        verb, *nouns = lemma.split("/")
        head, _, last = verb.rpartition(" ") if self.verb_last else ("", "", verb)
        first, _, rest = last.partition(" ")
        for form, tag in self._verb_word(first):
            if not nouns or tag != "ger":
                told = tag.replace("pres", "fut") if perfective else tag
                yield f"{head} {form} {rest}".strip(), told
        yield from ((noun, "ger") for noun in nouns)

    def noun(self, lemma: str) -> Forms:
        """All forms of a noun; the last word of a phrase is inflected, or its head with the adjectives before it.

        A slash parts a noun from its plurals, where the lexicon gives them.
        """
        singular, *plurals = lemma.split("/")
        if plurals:
            yield from self._given(singular, self.singulars)
            for plural in plurals:
                yield from self._given(plural, self.plurals)
            return
        if self.singulars:
            # The table has patterns for phrases of several words, which agree in all of them.
            yield from self._noun_word(lemma)[1]
            return
        if self.agree:
            yield from self._agreeing(lemma)
            return
        head, _, last = lemma.rpartition(" ")
        for form, tag in self._noun_word(last)[1]:
            yield f"{head} {form}".strip(), tag

    def adjective(self, lemma: str) -> Forms:
        """All forms of an adjective; the words before the last stay as they are."""
        head, _, last = lemma.rpartition(" ")
        for form, tag in _by_endings(last, self.adjectives)[1] or [(last, "base")]:
            yield f"{head} {form}".strip(), tag

    def _given(self, word: str, endings: tuple[Ending, ...]) -> Sequence[tuple[str, str]]:
        """A word whose number the lexicon gives: as it stands in full, else by the table of that number."""
        fixed = self.irregular.get(word, ())
        return (
            (fixed if any("plural" in tag for _, tag in fixed) else ())
            or _by_endings(word, endings)[1]
            or [(word, "base")]
        )

    def _verb_word(self, word: str) -> Forms:
        reflexive = self.reflexive
        if reflexive is not None and word.endswith(reflexive.ending) and word not in self.irregular:
            for form, tag in self._plain_verb(word.removesuffix(reflexive.ending)):
                if "passive" not in tag.split("."):
                    yield reflexive.of(form, tag), f"{tag}.reflexive"
            return
        for form, tag in self._plain_verb(word):
            yield form, tag
            if reflexive is not None and set(tag.split(".")) <= reflexive.passive:
                yield reflexive.of(form, tag), f"{tag}.passive.{DERIVED}"

    def _plain_verb(self, word: str) -> Sequence[tuple[str, str]]:
        fixed = self.irregular.get(word, ())
        if fixed and not any("plural" in tag for _, tag in fixed):
            return fixed
        return _by_endings(word, self.verbs)[1] or [(word, "base")]

    def _noun_word(self, word: str) -> tuple[str | None, Sequence[tuple[str, str]]]:
        """A noun's gender and forms; a word given in full counts as a noun when it has a plural."""
        if word in self.irregular_nouns:
            return self.irregular_nouns[word]
        fixed = self.irregular.get(word, ())
        if any("plural" in tag for _, tag in fixed):
            return None, fixed
        gender, forms = _by_endings(word, self.nouns)
        return gender, forms or [(word, "base")]

    def _agreeing(self, lemma: str) -> Forms:
        parts = lemma.split(" ")
        at = next((k for k, part in enumerate(parts) if not self._is_adjective(part)), len(parts) - 1)
        before = [_by_endings(part, self.adjectives)[1] for part in parts[:at]]
        tail = parts[at + 1 :]
        gender, forms = self._noun_word(parts[at])
        for form, tag in forms:
            tags = set(tag.split("."))
            wanted = {"plural" if "plural" in tags or gender is None else gender, *(tags - {"sg", "base"})}
            for heads in _each(before, wanted):
                yield " ".join([*heads, form, *tail]), tag

    def _is_adjective(self, word: str) -> bool:
        fixed = word in self.irregular_nouns or word in self.irregular
        return not fixed and bool(_by_endings(word, self.adjectives)[1])


def _each(before: list[Sequence[tuple[str, str]]], wanted: set[str]) -> list[list[str]]:
    """The adjectives of a phrase in every form that agrees."""
    found: list[list[str]] = [[]]
    for forms in before:
        fitting = list(dict.fromkeys(form for form, tag in forms if wanted <= set(tag.split("."))))
        found = [[*heads, form] for heads in found for form in fitting]
    return found


def _by_endings(word: str, endings: tuple[Ending, ...]) -> tuple[str | None, Sequence[tuple[str, str]]]:
    """Gender and forms by the first row that a word matches; no forms where none does."""
    for ending in endings:
        found = ending.pattern.fullmatch(word)
        if found:
            return ending.gender, [(found.expand(template), tag) for template, tag in ending.forms]
    return None, []
