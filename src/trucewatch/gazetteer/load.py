"""gazetteer: put together what a run needs."""

from __future__ import annotations

from trucewatch.gazetteer.index import Gazetteer
from trucewatch.gazetteer.packed import load_world


def load_gazetteer() -> Gazetteer:
    """The gazetteer of a run."""
    return Gazetteer((), load_world())
