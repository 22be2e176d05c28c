"""ledger: what a row is."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model import Span
from trucewatch.model.claim import Measure
from trucewatch.model.incident import DisagreementField, DisagreementKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of one claim behind a side, with where they stand."""

    claim: str
    report: str
    quote: str
    span: Span | None = None
    language: str | None = None
    source: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerSide:
    """One account: what it says, the roots it rests on, and its words."""

    said: str
    roots: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    superseded: bool = False
    """True for an earlier count that a later one has left behind."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One point on which the accounts of one incident part (`disagree`), or only seem to (`apparent_only`)."""

    id: str
    incident: str
    type: str
    field: DisagreementField
    kind: DisagreementKind
    why: str
    sides: tuple[LedgerSide, ...]
    measure: Measure | None = None
    population: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    place_id: str | None = None
    within: tuple[str, ...] = ()
    """Gazetteer ids of what holds the place."""
    parties: tuple[str, ...] = ()
    """Actor ids that the incident names, whatever their part."""
    terms: tuple[str, ...] = ()
    """Provisions held against the incident, as `agreement.provision`."""
    others: tuple[str, ...] = ()
    """Other incidents that the point is about: bulletins of another counter, an act beside what is told as calm."""
