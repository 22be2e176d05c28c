"""resolve: do two figures count the same people or things?"""

from __future__ import annotations

from trucewatch.languages.fold import match_key
from trucewatch.model import Figure
from trucewatch.resolve.sides import same_actor

ANYBODY = frozenset({"", "persons", "people", "civilians", "individuals", "residents", "displaced", "idps"})
"""Words that do not tell one displaced population from another."""
OF_ANYBODY = frozenset({"displaced", "returned"})
"""Measures whose people are named by many words for one thing."""
THINGS = frozenset({"duration_h", "days", "width_km", "distance_km", "area_km2"})
"""Measures that count no population."""


def population(figure: Figure) -> str:
    """The key of whom a figure counts; '' where it does not say, or where the measure says it all."""
    named = figure.population or ""
    if figure.measure in THINGS:
        return ""
    if figure.measure in OF_ANYBODY and match_key(named) in ANYBODY | {"refugees"}:
        return ""
    return named if named[:3].isupper() else match_key(named)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures of one measure count the same: the same population, a part of one actor, or not said."""
    left, right = population(one), population(other)
    return not left or not right or same_actor(left, right)
