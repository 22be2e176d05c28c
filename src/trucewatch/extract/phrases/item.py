"""extract: the pieces of a sentence that clauses are made of: noun phrases, verb groups and what joins them."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

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


_MADE_LATE: dict[str, Callable[[], Any]] = {
    "classes": set,
    "modifiers": set,
    **dict.fromkeys(("marks", "senses", "actors", "counts", "places", "stands_for"), list),
}
"""Fields of an item that are made when they are first asked for: most items, being signs or prepositions, need few."""


class Item:
    """A piece of a sentence: marks `[i, j)`, folded offsets; which fields are filled depends on the kind."""

    text: str = ""
    marks: list[Mark]
    # noun phrases
    head: Sense | None = None
    classes: set[str]
    modifiers: set[str]
    senses: list[Sense]
    actors: list[ActorRef]
    counts: list[Count]
    places: list[tuple[int, int, tuple[Entry, ...], str]]
    place: Place | None = None
    pronoun: str | None = None
    named: Item | None = None
    """The name in apposition: "the head of the mission, Vera Lindqvist,"."""
    stands_for: list[ActorRef]
    """The listed actors that "he", "they" or "the two sides" go back to."""
    plural: bool = False
    definite: bool = False
    cases: frozenset[str] | None = None
    """The grammatical cases that the phrase may be in; None where nothing tells."""
    negated: bool = False
    shouted: bool = False
    """Stands in a line where every word has a capital, so that capitals tell nothing."""
    owner: Item | None = None
    of: list[Item]
    parts: list[Item]
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

    def __init__(self, kind: ItemKind, i: int, j: int, start: int, end: int, **fields: Any) -> None:
        """Take kind and place; other fields that differ from their defaults by name."""
        self.kind = kind
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.of = []
        self.parts = []
        if kind == "np":
            self.classes = set()
            self.modifiers = set()
            self.stands_for = []
        elif kind == "vg":
            self.modifiers = set()
        if fields:
            self.__dict__.update(fields)

    def but(self, **fields: Any) -> Item:
        """The same item with some fields of its own."""
        other = copy.copy(self)
        other.__dict__.update(fields)
        return other

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A set or list that nothing was put in so far."""
            made = _MADE_LATE.get(name)
            if made is None:
                raise AttributeError(name)
            value = self.__dict__[name] = made()
            return value

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
