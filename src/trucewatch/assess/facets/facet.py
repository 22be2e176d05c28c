"""assess: one facet under several readings: the joint answer, and the answer of each reading by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.model import Facet


@dataclass(frozen=True, slots=True)
class Read:
    """A facet with the value that each named reading gives it."""

    facet: Facet
    readings: dict[str, Facet] = field(default_factory=dict)
    undefined: str | None = None
    """Why nothing can be said under any reading (a zone without geometry)."""


def joined(values: list[str]) -> str:
    """The value on which all readings agree, else `N`."""
    return values[0] if values and len(set(values)) == 1 else "N"
