"""extract: the tags of marks in languages that put the verb first and write no capitals and few vowels.

There a form may be a verb, a verbal noun or a noun, and only what stands around it tells. A verbal noun that has its
doer or object behind it ("killing of three", "withdrawal of the army") is tagged as a verb.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.words.numbers import number_at
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack, Sense

_CLOSED = (
    "accord", "modal", "aux", "neg", "rel", "comp", "sub", "prep", "conj", "pron", "det", "hedge", "adv", "adj",
)  # fmt: skip
_FUNCTION = frozenset({"accord", "modal", "aux", "neg", "rel", "comp", "sub", "prep", "conj", "pron", "det"})
_FINITE = frozenset({"past", "pres"})
_OPENERS = frozenset({"start", "punct", "conj", "comp", "rel", "sub", "neg", "modal", "aux", "adv"})
_NOMINAL = frozenset({"noun", "name", "word", "num", "det", "demonym"})
_MEASURE = 5
"""Marks in which the unit of a measure stands behind its word."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_STARTS_PHRASE = frozenset({"noun", "num", "det"})


class VerbFirstTagger:
    """Tags the marks of one sentence from left to right."""

    def __init__(self, marks: list[Mark], pack: Pack) -> None:
        self.marks, self.pack = marks, pack
        self.article = pack.settings.get("article", "")
        self.tags: list[str] = []

    def run(self) -> list[str]:
        """One tag a mark, of the same kinds as those of the other tagger."""
        for i in range(len(self.marks)):
            self.tags.append(self._tag(i))
        return self.tags

    def _before(self, i: int) -> str:
        k = i - 1
        while k >= 0 and self.marks[k].text == '"':
            k -= 1
        return self.tags[k] if k >= 0 else "start"

    def _after(self, i: int) -> Mark | None:
        k = i + 1
        while k < len(self.marks) and self.marks[k].text == '"':
            k += 1
        return self.marks[k] if k < len(self.marks) else None

    def _tag(self, i: int) -> str:
        mark = self.marks[i]
        if not mark.is_word:
            return "punct"
        if mark.value is not None or self._opens_number(i):
            return "num"
        if "verb" in mark.kinds() and any("jus" in sense.forms for sense in mark.senses):
            self._settle_jussive(i)
        kinds = mark.kinds()
        if mark.actors or mark.places:
            if kinds & _FUNCTION and " " not in mark.key:
                return self._closed(i, mark, kinds)
            if "verb" in kinds and not self._named(i):
                return self._verbal(i, mark, kinds)
            return "demonym" if self._adjectival(i, mark) else "name"
        if mark.number is not None and not kinds & {"prep", "det", "verb"}:
            return "num"
        if "verb" in kinds:
            behind = "prep" in kinds and self._before(i) not in _OPENERS
            return "prep" if behind else self._verbal(i, mark, kinds)
        if "noun" in kinds:
            return "noun"
        return self._closed(i, mark, kinds)

    def _settle_jussive(self, i: int) -> None:
        """A weak verb loses a letter behind "not" of the past (`لم يقم`, `لم يصب`), and is another word elsewhere."""
        mark, before = self.marks[i], self.marks[i - 1] if i else None
        told = before is not None and before.sense("neg", "past") is not None
        mark.senses = tuple(
            replace(sense, forms=(sense.forms - {"jus"}) | {"pres"}) if "jus" in sense.forms else sense
            for sense in mark.senses
            if told or "jus" not in sense.forms
        )
        mark.known_kinds = None

    def _named(self, i: int) -> bool:
        return self._before(i) in ("prep", "noun", "num")

    def _adjectival(self, i: int, mark: Mark) -> bool:
        nominal = self._before(i) in ("noun", "adj", "demonym", "name", "word", "verb")
        return nominal and bool(mark.actors) and all(n.use == "adjective" for n in mark.actors)

    def _opens_number(self, i: int) -> bool:
        mark = self.marks[i]
        if mark.approximator is None and mark.key not in self.pack.lists.get("range_openers", ()):
            return False
        after = self._after(i)
        if mark.approximator is None:
            number = number_at(self.marks, i + 1, self.pack) if after is not None else None
            return number is not None and number.high is not None and number.high > number.low
        return after is not None and (after.value is not None or (after.number is not None and not after.times))

    def _verbal(self, i: int, mark: Mark, kinds: frozenset[str]) -> str:
        """A form that may be a verb: by its own forms, by what stands before and by what follows."""
        verb, before = mark.sense("verb"), self._before(i)
        forms = verb.forms if verb is not None else frozenset()
        if "adj" in kinds and before in ("noun", "name", "adj", "demonym", "word"):
            return "adj"
        if self._measures(i):
            return "noun"  # "a width of twelve kilometres", not "offered twelve"
        finite, nominal = bool(forms & _FINITE), "ger" in forms
        if finite and not nominal and "noun" not in kinds:
            told = before == "num" and i > 1 and self.tags[i - 2] == "comp"  # "said that two | were killed"
            return "noun" if before in ("num", "det") and not told else "verb"
        if nominal and self._governs(i, verb):
            return "verb"
        if finite and self._opens_clause(i, before):
            return "verb"
        if "act" in forms:
            return "noun" if "noun" in kinds else "verb"
        return "noun" if "noun" in kinds or nominal else "verb"

    def _measures(self, i: int) -> bool:
        """A word for width or depth with a length behind it."""
        behind = self.marks[i + 1 : i + _MEASURE] if self.marks[i].sense("noun", "wide") else []
        return any((unit := mark.sense("noun", "unit")) and "distance_km" in unit.info.values() for mark in behind)

    def _opens_clause(self, i: int, before: str) -> bool:
        after = self._after(i)
        if before in ("prep", "num", "det", "noun", "verb"):
            return False
        if after is None or not after.is_word:
            return before in _OPENERS and "noun" not in self.marks[i].kinds()
        led = after.sense("prep") is not None and after.sense("noun") is None
        return not self._describes(after) and not (led and "noun" in self.marks[i].kinds())

    def _governs(self, i: int, verb: Sense | None) -> bool:
        """Whether a doer or an object stands behind a verbal noun: a noun, a number or a name, but no adjective."""
        after, before = self._after(i), "time" if self._dated(i) else self._before(i)
        owned = self.marks[i].owned and verb is not None and "harm" in verb.classes and before not in ("num", "det")
        if after is None or not after.is_word or before in ("num", "det") or self.marks[i].key.startswith(self.article):
            return owned
        if owned and after.kinds() & {"adv", "prep"}:
            return True  # "led to his death at once"
        if before == "noun" and not (verb is not None and "harm" in verb.classes):
            return False
        kinds = after.kinds()
        if self._describes(after) and not kinds & {"noun"} and after.number is None:
            return False
        if after.value is not None or after.number is not None or after.actors or after.places or after.approximator:
            return True
        return bool(kinds & _STARTS_PHRASE) or not (kinds or after.times)

    def _dated(self, i: int) -> bool:
        """ "On 11-7-2023 the killing of three": the number before is a year and counts nothing."""
        year = self.marks[i - 1].value if i > 1 and not self.marks[i - 2].is_word else None
        return year is not None and _FIRST_YEAR <= year <= _LAST_YEAR

    def _describes(self, mark: Mark) -> bool:
        kinds = mark.kinds()
        adjective = bool(mark.actors) and all(n.use == "adjective" for n in mark.actors)
        return ("adj" in kinds and "noun" not in kinds) or (adjective and not mark.key.startswith(self.article))

    def _closed(self, i: int, mark: Mark, kinds: frozenset[str]) -> str:
        if "sub" in kinds and "prep" in kinds:
            return "sub" if self._verb_next(i) else "prep"
        if "prep" in kinds and "conj" not in kinds and self._purpose(i, mark):
            return "sub"
        if "adv" in kinds and "prep" in kinds and self._before(i) == "start" and not self._after(i):
            return "adv"
        for kind in _CLOSED:
            if kind in kinds:
                return kind
        if "title" in kinds:
            return "noun"
        if "ordinal" in kinds:
            return "adj"
        return self._stranger(i, mark)

    def _purpose(self, i: int, mark: Mark) -> bool:
        """ "to" written on to a verb: what it is for, not where it goes."""
        after = self._after(i)
        verb = after.sense("verb") if after is not None else None
        coming = verb is not None and "pres" in verb.forms
        return mark.key in self.pack.lists.get("purpose_words", ()) and coming and self._verb_next(i)

    def _verb_next(self, i: int) -> bool:
        after = self._after(i)
        verb = after.sense("verb") if after is not None else None
        return verb is not None and bool(verb.forms & _FINITE) and after is not None and after.sense("noun") is None

    def _stranger(self, i: int, mark: Mark) -> str:
        """A word that no list has: a name behind a title, a verb by its beginning, else a noun or adjective."""
        if mark.approximator is not None:
            return "adv"
        before = self.marks[i - 1] if i else None
        if before is not None and (before.sense("title") or (self.tags[i - 1] == "name" and not before.senses)):
            plain = not before.actors and not before.places
            if before.sense("title") or plain:
                return "name"
        starts = any(mark.text.startswith(p) for p in self.pack.lists.get("verb_beginnings", ()))
        if starts and len(mark.text) > 3 and self._before(i) not in ("prep", "num", "det", "noun", "word"):
            return "verb"
        return "word"
