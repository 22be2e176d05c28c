"""actors: who is named in reports: states, forces, groups, people, bodies, media, as data with names per language."""

from trucewatch.actors.actor import Actor, ActorName, Alliance, Tenure
from trucewatch.actors.houses import ALSO, house, house_name, independent, known_actors
from trucewatch.actors.load import load_actors
from trucewatch.actors.registry import Actors
from trucewatch.actors.sides import side_of

__all__ = [
    "ALSO",
    "Actor",
    "ActorName",
    "Actors",
    "Alliance",
    "Tenure",
    "house",
    "house_name",
    "independent",
    "known_actors",
    "load_actors",
    "side_of",
]
