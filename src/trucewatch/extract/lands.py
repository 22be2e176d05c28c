"""extract: which countries the conflicts of the actor lists are at home in, by the gazetteer's codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trucewatch.actors import Actors
from trucewatch.gazetteer import Gazetteer
from trucewatch.languages.fold import match_key


@dataclass(frozen=True, slots=True)
class Lands:
    """`codes`: state of the actor lists -> country code of the gazetteer; `homes`: conflict -> its countries' codes."""

    codes: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)


def lands_of(actors: Actors, gazetteer: Gazetteer) -> Lands:
    """Join the two lists by the names of the states; a state that the gazetteer lacks keeps its own id."""
    codes = {state: _code(state, name, gazetteer) for state, name in actors.states().items()}
    homes = {t: frozenset(codes.get(s, s) for s in states) for t, states in actors.theatres().items()}
    return Lands(codes, homes)


def _code(state: str, name: str, gazetteer: Gazetteer) -> str:
    found = [entry.country for entry in gazetteer.lookup(match_key(name)) if entry.level == "country"]
    return found[0] or state if found else state
