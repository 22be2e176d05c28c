"""languages: what a language pack is once it is compiled: phrases with their senses, and the tables around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch.languages.placewords import PlaceWords


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a phrase can be in its language.

    `kind` is what the phrase is for the grammar (verb, noun, det, prep, num ...), `classes` what it means for the
    frames (`say`, `agreement`, `kin.shelling` ...), `forms` the inflected forms it can be (`base pres past part ger`).
    """

    kind: str
    lemma: str
    classes: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    type: str | None = None
    info: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule: what a clause (or a noun phrase) of a certain make says. Data of a pack; see `frames.yaml`."""

    id: str
    gives: str
    verb: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    voice: str | None = None
    polarity: str | None = None
    modality: str | None = None
    set_polarity: str | None = None
    measure: str | None = None
    outcome: str | None = None
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word: its value as an interval and how it combines (`unit`, `tens`, `scale`, `group`, `fraction`)."""

    low: float
    high: float | None
    role: str


@dataclass(frozen=True, slots=True)
class Approximator:
    """What a word before (or after) a number makes of it; see the policy table `numbers.yaml`."""

    kind: str
    low: float
    high: float | None
    """Factors on the number: `nearly` is 0.9 to 1; None is open."""


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of the calendar: `what` (weekday, month, unit, day ...) and its value."""

    what: str
    value: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A compiled language: every phrase by its match key, and for each first word the length of its longest phrase."""

    code: str
    phrases: Mapping[str, tuple[Sense, ...]]
    longest: dict[str, int]
    numbers: dict[str, NumberWord]
    approximators: dict[str, Approximator]
    times: dict[str, tuple[TimeWord, ...]]
    frames: tuple[Frame, ...]
    settings: dict[str, str]
    lists: dict[str, frozenset[str]]
    name_endings: dict[str, str] = field(default_factory=dict)
    """Endings that are written behind names, with what each says: a case, "adj" or "poss"."""
    restored: dict[str, frozenset[str]] = field(default_factory=dict)
    """Endings of declined names with those that their first form may have instead ("ові": "ів")."""
    endings: dict[str, frozenset[str]] = field(default_factory=dict)
    """The cases that a strange name may be in, by how it ends; `*` for every other end."""
    _by_classes: dict[frozenset[str], tuple[Frame, ...]] = field(default_factory=dict)

    def frames_for(self, classes: Iterable[str]) -> tuple[Frame, ...]:
        """The frames whose verb condition a verb of these classes meets, in their order."""
        key = frozenset(classes)
        found = self._by_classes.get(key)
        if found is None:
            found = self._by_classes[key] = tuple(f for f in self.frames if not f.verb or f.verb & key)
        return found

    written: Mapping[str, tuple[Sense, ...]] = field(default_factory=dict)
    """Senses by the spelling with accents (`written_key`), where accents tell words apart (`accents: tell`)."""
    places: PlaceWords = field(default_factory=PlaceWords)
    words: frozenset[str] = frozenset()
    """Every word of every phrase, where a language writes small words on to others (`prefixes`)."""
