"""period: what a report is made of, whatever it is written as. Text is plain; directions are set by isolates."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level, 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `soft` for what explains."""

    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and its value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of heads; the first cell of a row names it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a source, in its own language and direction, and where they stand."""

    text: str
    cite: str
    language: str | None
    direction: str


Block = Heading | Para | Facts | Points | Grid | Words


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its title, language and direction, when it was known, and its blocks in order."""

    title: str
    language: str
    direction: str
    known: str
    """The cut-off, ISO 8601 in UTC: the only instant that the files carry."""
    blocks: tuple[Block, ...] = field(default=())
