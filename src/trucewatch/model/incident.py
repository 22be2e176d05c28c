"""model: an incident is the set of claims held to be about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.model.claim import ActorBasis, Approximator, Measure, Place, Role, Time

IncidentKind = Literal["event", "figure", "statement", "term", "state"]
FigureRelation = Literal["agree", "compatible", "disagree", "differs_in_scope", "single"]
Occurrence = Literal["reported", "corroborated", "verified", "contested", "refuted", "insufficient"]
Responsibility = Literal["none", "alleged", "contested", "assessed", "admitted", "established"]
DisagreementKind = Literal["disagree", "apparent_only"]
DisagreementField = Literal["time", "place", "actor", "figure", "type", "occurrence", "modality"]


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One claim's value of a figure, with the root that vouches for it."""

    claim: str
    low: float | None = None
    high: float | None = None
    root: str | None = None
    approximator: Approximator = "exact"
    text: str = ""
    counter: str | None = None
    """Who counted, where somebody other than the house that writes is named."""
    told: str | None = None
    """The day of counting, else the day on which the report appeared."""
    superseded_by: str | None = None
    """The claim with the later count by which this one no longer stands; it is kept and shown."""


@dataclass(frozen=True, slots=True)
class IncidentFigure:
    """All values of one measure, population and period. `best` only when one root clearly wins."""

    measure: Measure
    relation: FigureRelation
    values: tuple[FigureValue, ...]
    population: str | None = None
    low: float | None = None
    high: float | None = None
    best: float | None = None
    why: str = ""
    period: tuple[str | None, str | None] | None = None
    """The stretch of time that is counted over, where the words name one."""


@dataclass(frozen=True, slots=True)
class IncidentActor:
    """An actor in a role, with the roots that assert it and those that deny it."""

    role: Role
    text: str
    id: str | None = None
    basis: ActorBasis = "stated"
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a point: what it says, the claims that say so, and the roots they rest on."""

    said: str
    claims: tuple[str, ...]
    roots: tuple[str, ...] = ()
    superseded: bool = False
    """True for an earlier count that its own counter, or a rising toll, has left behind."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One point on which accounts part, or only seem to. `claims` are those of all sides, in their order."""

    field: DisagreementField
    kind: DisagreementKind
    claims: tuple[str, ...]
    why: str
    sides: tuple[Side, ...] = ()
    measure: Measure | None = None
    """Of a disagreement over a figure: what is counted, and whom."""
    population: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims held to be about one thing; only `kind == "event"` is held against a prohibition."""

    id: str
    kind: IncidentKind
    type: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    roots: tuple[str, ...] = ()
    time: Time | None = None
    place: Place | None = None
    actors: tuple[IncidentActor, ...] = ()
    figures: tuple[IncidentFigure, ...] = ()
    occurrence: Occurrence = "reported"
    responsibility: Responsibility = "none"
    disagreements: tuple[Disagreement, ...] = ()
    why: tuple[str, ...] = ()
    merged_into: str | None = None
