"""model: an incident is the set of claims held to be about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.model.claim import ActorBasis, Approximator, Measure, Place, Role, Time

IncidentKind = Literal["event", "figure", "statement", "term", "state"]
FigureRelation = Literal["agree", "compatible", "disagree", "differs_in_scope", "single"]
Occurrence = Literal["reported", "corroborated", "verified", "contested", "refuted", "insufficient"]
Responsibility = Literal["none", "alleged", "contested", "assessed", "admitted", "established"]
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


@dataclass(frozen=True, slots=True)
class IncidentFigure:
    """All values of one measure and population. `best` only when one root clearly wins."""

    measure: Measure
    relation: FigureRelation
    values: tuple[FigureValue, ...]
    population: str | None = None
    low: float | None = None
    high: float | None = None
    best: float | None = None
    why: str = ""


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
class Disagreement:
    """Where accounts part, or only seem to."""

    field: DisagreementField
    kind: Literal["disagree", "apparent_only"]
    claims: tuple[str, ...]
    why: str


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
