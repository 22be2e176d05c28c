"""gazetteer: where things are. Names to coordinates with an honest radius, or an honest "not resolved"."""

from trucewatch.gazetteer.entry import Entry, EntryKind
from trucewatch.gazetteer.index import Gazetteer
from trucewatch.gazetteer.load import load_gazetteer

__all__ = ["Entry", "EntryKind", "Gazetteer", "load_gazetteer"]
