"""assess: the label of a prohibition's finding from its facets: the first rule that fits."""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.model import Facet
from trucewatch.model.finding import FindingLabel

FACETS = ("occurrence", "act", "class", "time", "place", "bearer", "not_excepted")


def label(facets: Mapping[str, Facet], *, proven: bool, evaluable: bool = True) -> FindingLabel:
    """The label of seven facets.

    Facets are joined as pairs (told for, told against), not by the lattice of four values: there a facet not known
    beside a disputed one would give F, which reads as "no breach". `outside` needs one facet that is F by itself.
    """
    values = {name: facets[name].value for name in FACETS}
    rest = [values[name] for name in FACETS if name != "not_excepted"]
    if not evaluable:
        return "not_evaluable"
    if values["not_excepted"] == "F" and all(value == "T" for value in rest):
        return "excepted"
    if "F" in values.values():
        return "outside"
    if "B" in values.values():
        return "disputed_unproven" if "N" in values.values() else "disputed"
    if "N" in values.values():
        return "possible"
    return "supported" if proven else "alleged"


def decisive(facets: Mapping[str, Facet]) -> tuple[str, ...]:
    """The facets that settle the label: those that are F; where none is, those that are not T."""
    false = tuple(name for name in FACETS if facets[name].value == "F")
    return false or tuple(name for name in FACETS if facets[name].value != "T")
