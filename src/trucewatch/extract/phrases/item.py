"""extract: the pieces of a sentence that clauses are made of: noun phrases, verb groups and what joins them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.extract.words.numbers import Number
from trucewatch.extract.words.token import Mark
from trucewatch.gazetteer import Entry
from trucewatch.languages.pack import Sense
from trucewatch.model import Place

ItemKind = Literal["np", "vg", "prep", "conj", "rel", "comp", "sub", "accord", "time", "punct", "hedge", "adv", "to"]


@dataclass(slots=True)
class ActorRef:
    """An actor named in the text: its id where it is listed, the words, and the span of marks."""

    text: str
    start: int
    end: int
    id: str | None = None
    kind: str | None = None
    person: bool = False


@dataclass(slots=True)
class Count:
    """A number with what it counts."""

    number: Number
    head: Sense | None
    start: int
    end: int
    population: str | None = None


_FIELDS = (
    "actors",
    "cases",
    "classes",
    "cls",
    "counts",
    "definite",
    "end",
    "form",
    "head",
    "hedged",
    "i",
    "j",
    "joint",
    "kind",
    "marks",
    "modal",
    "modifiers",
    "named",
    "negated",
    "of",
    "owner",
    "parts",
    "passive",
    "perfect",
    "place",
    "places",
    "plural",
    "progressive",
    "pronoun",
    "senses",
    "shouted",
    "stands_for",
    "start",
    "tense",
    "text",
    "time",
    "told",
    "told_year",
    "verb",
)


_NO_CLASSES: frozenset[str] = frozenset()


class Item:
    """A piece of a sentence: marks `[i, j)`, folded offsets; which fields are filled depends on the kind."""

    __slots__ = _FIELDS

    def __init__(self, kind: ItemKind, i: int, j: int, start: int, end: int, marks: list[Mark] | None = None) -> None:
        """Take the kind and the extent; what the kind asks for is filled by who makes it."""
        self.kind = kind
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.text = ""
        self.marks: list[Mark] = [] if marks is None else marks
        # noun phrases
        self.head: Sense | None = None
        self.classes: set[str] = set()
        self.modifiers: set[str] = set()
        self.senses: list[Sense] = []
        self.actors: list[ActorRef] = []
        self.counts: list[Count] = []
        self.places: list[tuple[int, int, tuple[Entry, ...], str]] = []
        self.place: Place | None = None
        self.pronoun: str | None = None
        self.named: Item | None = None
        """The name in apposition: "the head of the mission, Vera Lindqvist,"."""
        self.stands_for: list[ActorRef] = []
        """The listed actors that "he", "they" or "the two sides" go back to."""
        self.plural = False
        self.definite = False
        self.cases: frozenset[str] | None = None
        """The grammatical cases that the phrase may be in; None where nothing tells."""
        self.negated = False
        self.shouted = False
        """Stands in a line where every word has a capital, so that capitals tell nothing."""
        self.owner: Item | None = None
        self.of: list[Item] = []
        self.parts: list[Item] = []
        """The coordinated phrases of "Russia and Turkey"."""
        # verb groups
        self.verb: Sense | None = None
        self.tense = "past"
        self.modal: str | None = None
        self.passive = False
        self.form = "finite"
        self.progressive = False
        self.hedged = False
        self.perfect = False
        """An infinitive of what is done: "avoir tué"."""
        self.joint = False
        # prepositions and connectives
        self.cls = _NO_CLASSES
        # times
        self.time: TimePhrase | None = None
        self.told: dt.date | None = None
        """The day told of before this time, from which an hour or "the next day" is counted."""
        self.told_year: int | None = None
        """The year of the date told of before, where this one names none and goes on from there."""

    def but(self, **fields: Any) -> Item:
        """The same item with some fields of its own."""
        made = Item(self.kind, self.i, self.j, self.start, self.end)
        for name in _FIELDS:
            setattr(made, name, fields[name] if name in fields else getattr(self, name))
        return made

    @property
    def owned_object(self) -> bool:
        """Whether a verb ends with a pronoun that is its object: "struck it"."""
        return any(mark.owned for mark in self.marks if mark.sense("verb"))

    def with_attached(self) -> list[Item]:
        """The phrase with what "of" attaches to it and what it joins."""
        return [self, *self.of, *self.parts] if self.of or self.parts else [self]

    def all_classes(self) -> set[str]:
        """Classes of the phrase and of what is attached to it with "of"."""
        found = self.classes | self.modifiers
        for attached in (self.of, self.parts):
            for other in attached:
                found |= other.all_classes()
        return found

    def all_senses(self) -> list[Sense]:
        """Senses of the phrase and of what is attached to it."""
        return [*self.senses, *(s for other in (*self.of, *self.parts) for s in other.all_senses())]


def skippable(item: Item) -> bool:
    """Adverbs, hedges, times and quotation marks, over which a subject is looked for."""
    return item.kind in ("adv", "hedge", "time") or (item.kind == "punct" and item.marks[0].text == '"')


def is_quote(item: Item) -> bool:
    """A quotation mark."""
    return item.kind == "punct" and item.marks[0].text == '"'


def is_comma(item: Item) -> bool:
    """A sign that opens or closes an insertion."""
    return item.kind == "punct" and item.marks[0].text in (",", "-", "(", ")")
