"""hindsight: what a difference is: the thing, what was said of it before, what is said now, and the causes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

DifferenceKind = Literal["finding", "figure", "disagreement", "incident"]
Turn = Literal["new", "gone", "changed"]
CauseKind = Literal["report", "withdrawn", "correction", "judgement", "text", "profile", "time", "version", "elsewhere"]
"""`elsewhere`: nothing that the thing itself rests on changed, but another thing that it is a function of did."""
Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is said otherwise: a report that came in, a correction, a judgement, a changed text, time."""

    kind: CauseKind
    what: str
    """The id of the report or claim, the hash, the instant or the sentence of the judgement."""
    why: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is said otherwise. `was` and `now` hold what differs; one is empty where it is new or gone."""

    kind: DifferenceKind
    turn: Turn
    id: str
    about: str
    """In words: the term, or what is counted."""
    was: Said = field(default_factory=dict)
    now: Said = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    incident: str | None = None
    was_incident: str | None = None
    """The incident before, where it has been joined to another or parted since."""
