"""model: a reported term is what one claim says that an agreement contains, beside what the text says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.model.claim import Measure

Relation = Literal["agrees", "differs", "absent", "statement", "open"]
"""`absent`: the text has no such term, or not the number told; `statement`: it stands in one side's statement alone;
`open`: the text has terms of the kind, and whether it is one of them takes a person."""
PointKind = Literal["figure", "number", "day", "party", "line", "clause"]


@dataclass(frozen=True, slots=True)
class TermPoint:
    """One thing that was told, beside what the text has; `text` is empty where the text says nothing of it."""

    what: PointKind
    told: str
    text: tuple[str, ...] = ()
    fits: Literal["yes", "no"] | None = None
    """None where the two cannot be held against each other."""
    measure: Measure | None = None
    sides: int = 1
    """2 where the text counts for each side of a line, so that twice as much in all is the same."""


@dataclass(frozen=True, slots=True)
class ReportedTerm:
    """One claim on what an agreement contains, compared with the text that was meant."""

    claim: str
    agreement: str
    agreement_hash: str
    relation: Relation
    provision: str | None = None
    others: tuple[str, ...] = ()
    """Further provisions of the kind, where it is open which was meant."""
    points: tuple[TermPoint, ...] = ()
    why: tuple[str, ...] = ()
