"""model: a report is one text from one source, as it was received."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trucewatch.model.between import sent_quickly

Span = tuple[int, int]
"""Half-open code-point offsets `(start, end)` into a report's text."""

PublishedBasis = Literal["metadata", "dateline", "stated", "other reports", "copyright", "inferred", "unknown"]
Marking = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]


@sent_quickly
@dataclass(frozen=True, slots=True)
class Report:
    """One text from one source. `text` is what was decoded, never shortened or normalised."""

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    source: str | None = None
    credit: tuple[str, ...] = ()
    """Agencies that the report itself names as its origin."""
    published: str | None = None
    """An ISO 8601 instant, date, month or interval `a/b`."""
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    """Of the bytes as received."""
    media_type: str = "text/plain"
    furniture: tuple[Span, ...] = ()
    """Spans that tell nothing of the story: captions, links, by-lines, repeated headlines."""
    marking: Marking | None = None
    translated_from: str | None = None
    meta: dict[str, object] = field(default_factory=dict)
    """What the source said about itself; `observation` holds the cells of a row of an observations table."""


@sent_quickly
@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be used, kept so that nobody wonders where it went."""

    source: str
    reason: str
    remedy: str
    sha256: str | None = None
    line: int | None = None
