"""publish: what an actor id is called in a language of the report."""

from __future__ import annotations

import functools

from trucewatch.actors import Actors, load_actors


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
