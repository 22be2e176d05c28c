"""gazetteer: put together what a run needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trucewatch.gazetteer.index import Gazetteer
from trucewatch.gazetteer.overlay import load_overlay
from trucewatch.gazetteer.packed import load_world
from trucewatch.gazetteer.user import read_user_file


def load_gazetteer(user_files: Sequence[str | Path] = ()) -> Gazetteer:
    """The user's files (the last given wins), then the overlays, then the world index.

    Raises GazetteerError, which names file and line, for a user's file that cannot be used.
    """
    own = tuple(read_user_file(Path(path)) for path in reversed(user_files))
    return Gazetteer((*own, load_overlay()), load_world())
