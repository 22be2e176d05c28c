"""resolve: do two figures count the same people or things?"""

from __future__ import annotations

import functools

from trucewatch.languages.fold import match_key
from trucewatch.model import Figure
from trucewatch.resolve.sides import same_actor

ANYBODY = frozenset({"", "persons", "people", "individuals"})
"""Words that do not say whom they count."""
ARMED = frozenset({"soldiers", "fighters", "troops", "combatants", "military"})
"""Words for armed people of any side."""
NO_PEOPLE = frozenset({"duration_h", "days", "width_km", "distance_km", "area_km2", "displaced", "returned"})
"""Measures whose name says enough: of no people, or of people who go by many words for one thing."""
STOCKS = frozenset({"refugees"})
"""Measures of which all and those of one country are two quantities."""

Population = tuple[str, str]
"""A word and whose: `("civilians", "SYR")`; an actor's people are `("", id)`; what is not said is `""`."""


def population(figure: Figure) -> Population:
    """Whom a figure counts, as a word and an actor id."""
    return _parsed(figure.measure, figure.population or "")


@functools.lru_cache(maxsize=4096)
def _parsed(measure: str, named: str) -> Population:
    if measure in NO_PEOPLE:
        return "", ""
    if is_actor(named):
        return "", named
    word, _, whose = named.partition(" of ")
    word = match_key(word)
    if measure in STOCKS and word in ANYBODY | {"nationals"}:
        word = "refugees"
    return ("" if word in ANYBODY | {"nationals"} else word), whose


def is_actor(named: str | None) -> bool:
    """Whether a population is named by an actor's id (`TUR.army`) and not by a word."""
    return named is not None and named[:2].isupper() and " " not in named


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures of one measure count the same: the same people, a part of one actor's, or not said."""
    return _comparable(one.measure, one.population or "", other.measure, other.population or "")


@functools.lru_cache(maxsize=65536)
def _comparable(measure: str, named: str, other_measure: str, other_named: str) -> bool:
    (word, whose), (other_word, others) = _parsed(measure, named), _parsed(other_measure, other_named)
    if measure in STOCKS:
        return (word, whose) == (other_word, others)
    if whose and others and not same_actor(whose, others):
        return False
    if not word and not other_word:
        return True
    if word and other_word:
        return word == other_word or {word, other_word} <= ARMED
    # "Soldiers" may be of the named army; "civilians" are not its people.
    said, by_id = (word, others) if word else (other_word, whose)
    return said in ARMED or not by_id


def stated(figure: Figure) -> bool:
    """Whether a figure says whom it counts."""
    return population(figure) != ("", "")
