"""extract: the pieces of a sentence that clauses are made of: noun phrases, verb groups and what joins them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass, field
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


@dataclass(slots=True, eq=False)
class Item:
    """A piece of a sentence: marks `[i, j)`, folded offsets; which fields are filled depends on the kind."""

    kind: ItemKind
    i: int
    j: int
    start: int
    end: int
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    # noun phrases
    head: Sense | None = None
    classes: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    senses: list[Sense] = field(default_factory=list)
    actors: list[ActorRef] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    places: list[tuple[int, int, tuple[Entry, ...], str]] = field(default_factory=list)
    place: Place | None = None
    pronoun: str | None = None
    named: Item | None = None
    """The name in apposition: "the head of the mission, Vera Lindqvist,"."""
    stands_for: list[ActorRef] = field(default_factory=list)
    """The listed actors that "he", "they" or "the two sides" go back to."""
    plural: bool = False
    definite: bool = False
    cases: frozenset[str] | None = None
    """The grammatical cases that the phrase may be in; None where nothing tells."""
    negated: bool = False
    shouted: bool = False
    """Stands in a line where every word has a capital, so that capitals tell nothing."""
    owner: Item | None = None
    of: list[Item] = field(default_factory=list)
    parts: list[Item] = field(default_factory=list)
    """The coordinated phrases of "Russia and Turkey"."""
    # verb groups
    verb: Sense | None = None
    tense: str = "past"
    modal: str | None = None
    passive: bool = False
    form: str = "finite"
    progressive: bool = False
    hedged: bool = False
    perfect: bool = False
    """An infinitive of what is done: "avoir tué"."""
    joint: bool = False
    # prepositions and connectives
    cls: frozenset[str] = frozenset()
    # times
    time: TimePhrase | None = None
    told: dt.date | None = None
    """The day told of before this time, from which an hour or "the next day" is counted."""
    told_year: int | None = None
    """The year of the date told of before, where this one names none and goes on from there."""

    def but(self, **fields: Any) -> Item:
        """The same item with some fields of its own."""
        return dataclasses.replace(self, **fields)

    @property
    def owned_object(self) -> bool:
        """Whether a verb ends with a pronoun that is its object: "struck it"."""
        return any(mark.owned for mark in self.marks if mark.sense("verb"))

    def all_classes(self) -> set[str]:
        """Classes of the phrase and of what is attached to it with "of"."""
        found = self.classes | self.modifiers
        for other in self.of:
            found |= other.all_classes()
        for other in self.parts:
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
