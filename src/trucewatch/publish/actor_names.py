"""publish: what an actor id is called in a language of the report."""

from __future__ import annotations

import functools

from trucewatch.actors import Actors, load_actors
from trucewatch.languages.fold import match_key


@functools.cache
def _actors() -> Actors:
    return load_actors()


@functools.cache
def actor_name(id_: str, language: str) -> tuple[str, str] | None:
    """The name and the language it is in; None for an id that no list knows."""
    actor = _actors().get(id_)
    if actor is None:
        return None
    names = actor.names.get(language)
    if names:
        return names[0].removeprefix("the "), language
    return actor.name, "en"


_MEDIA = frozenset({"agency", "outlet", "monitor"})


@functools.cache
def house(root: str) -> str:
    """A root as it is counted: the id of the listed house for any of its names, else the name as it stands."""
    if _actors().get(root) is not None:
        return root
    found = (_actors().get(entry.id) for entry in _actors().lookup(match_key(root), "en"))
    return next((actor.id for actor in found if actor is not None and actor.kind in _MEDIA), root)
