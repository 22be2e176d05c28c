"""explain: what a trace is made of. Plain data, so that the terminal and the page show the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.model import Claim, Report, Span

WordKind = Literal["actor", "place", "time", "number", "act", "speech", "known", "unknown", "sign"]


@dataclass(frozen=True, slots=True)
class Value:
    """`ours` is what was made of the words, `words` are the source's own; either may be empty."""

    ours: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what was found under it."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign or known phrase of a sentence: what it was taken as, and everything that it may be."""

    span: Span
    text: str
    taken_as: str
    kind: WordKind
    may_be: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence that clauses are made of: a noun phrase, a verb group, a time, a connective."""

    kind: str
    span: Span
    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseStep:
    """A clause by its number in the sentence, what belongs to it, and what came of it: claims, or why none."""

    number: int
    span: Span
    text: str
    verb: str
    kind: str
    facts: tuple[Fact, ...]
    claims: tuple[str, ...] = ()
    silence: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch that somebody says, and by which cue."""

    span: Span
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that might have made a claim and made none, and why; `reading` and `rule` where a rule read them."""

    span: Span
    text: str
    reason: str
    reading: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A claim with its fields as facts."""

    claim: Claim
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence and every step over it. `number` is absent for text that is not read; `note` says why."""

    span: Span
    text: str
    section: str
    number: int | None = None
    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    clauses: tuple[ClauseStep, ...] = ()
    voices: tuple[Voice, ...] = ()
    made: tuple[Made, ...] = ()
    refused: tuple[Refused, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReportTrace:
    """The trace of one report; `note` says why nothing could be extracted, or why little could be dated."""

    report: Report
    sentences: tuple[SentenceTrace, ...]
    note: str | None = None

    @property
    def made(self) -> tuple[Made, ...]:
        """The claims of all sentences, in the order of the text."""
        return tuple(made for sentence in self.sentences for made in sentence.made)
