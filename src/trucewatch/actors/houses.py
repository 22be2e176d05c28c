"""actors: the packaged lists as every stage knows them, and by which name a house that reports is counted."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from trucewatch.actors.actor import Actor
from trucewatch.actors.load import load_actors
from trucewatch.actors.registry import Actors
from trucewatch.languages.fold import match_key

MEDIA = frozenset({"agency", "outlet", "monitor"})
"""Kinds of actors whose reports others copy."""
ALSO = " + "
"""Between the names of a root that several houses made together."""


@functools.cache
def known_actors() -> Actors:
    """The packaged actor lists, read once."""
    return load_actors()


@functools.lru_cache(maxsize=4096)
def house(name: str) -> Actor | None:
    """The listed agency, outlet or monitor of an id or of any of its names; None where no list has it."""
    actors = known_actors()
    found = [actors.get(name), *(actors.get(entry.id) for entry in actors.lookup(match_key(name), "en"))]
    return next((actor for actor in found if actor is not None and actor.kind in MEDIA), None)


def house_name(name: str) -> str:
    """The name by which a house is counted: its listed name, else as it is written."""
    known = house(name)
    return name.strip() if known is None else known.name


def independent(names: Iterable[str]) -> int:
    """How many roots are independent: those that share a house count once."""
    return _independent(tuple(names))


@functools.lru_cache(maxsize=4096)
def _independent(names: tuple[str, ...]) -> int:
    parted: list[set[str]] = []
    for name in names:
        houses = {match_key(part) for part in name.split(ALSO)}
        touched = [group for group in parted if group & houses]
        parted = [group for group in parted if not group & houses]
        parted.append(houses.union(*touched))
    return len(parted)
