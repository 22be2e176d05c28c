"""assess: the label of a prohibition's finding from its facets: the first rule that fits."""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.model import Facet
from trucewatch.model.finding import FindingLabel

FACETS = ("occurrence", "act", "class", "time", "place", "bearer", "not_excepted")


def label(facets: Mapping[str, Facet], *, proven: bool, evaluable: bool = True) -> FindingLabel:
    """The label of seven facets."""
    return of_values({name: facets[name].value for name in FACETS}, proven=proven, evaluable=evaluable)


def of_values(values: Mapping[str, str], *, proven: bool, evaluable: bool = True) -> FindingLabel:
    """The label of the values of seven facets.

    Facets are joined as pairs (told for, told against), not by the lattice of four values: there a facet not known
    beside a disputed one would give F, which reads as "no breach". `outside` needs one facet that is F by itself.
    """
    if not evaluable:
        return "not_evaluable"
    if values["not_excepted"] == "F" and all(values[name] == "T" for name in FACETS if name != "not_excepted"):
        return "excepted"
    given = {values[name] for name in FACETS}
    if "F" in given:
        return "outside"
    if "B" in given:
        return "disputed_unproven" if "N" in given else "disputed"
    if "N" in given:
        return "possible"
    return "supported" if proven else "alleged"


def decisive(values: Mapping[str, str]) -> tuple[str, ...]:
    """The facets that settle the label: those that are F; where none is, those that are not T."""
    false = tuple(name for name in FACETS if values[name] == "F")
    return false or tuple(name for name in FACETS if values[name] != "T")
