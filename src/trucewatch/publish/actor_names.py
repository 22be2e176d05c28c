"""publish: what an actor id is called in a language of the report."""

from __future__ import annotations

import functools

from trucewatch.actors import house, known_actors


@functools.cache
def actor_name(id_: str, language: str) -> tuple[str, str] | None:
    """The name and the language it is in; None for an id that no list knows."""
    actor = known_actors().get(id_)
    if actor is None:
        return None
    names = (actor.name,) if language == "en" else actor.names.get(language)
    if names:
        return names[0].removeprefix("the "), language
    return actor.name, "en"


def root_id(root: str) -> str:
    """A root as it is counted: the id of the house that goes by this name, else the name as it stands."""
    known = house(root)
    return root if known is None else known.id
