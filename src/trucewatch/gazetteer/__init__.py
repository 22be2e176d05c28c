"""gazetteer: where things are. Names to coordinates with an honest radius, or an honest "not resolved"."""

from trucewatch.gazetteer.derive import between, offset, on_route
from trucewatch.gazetteer.entry import Entry, EntryKind
from trucewatch.gazetteer.index import CAPITALS_ONLY, Gazetteer
from trucewatch.gazetteer.load import load_gazetteer
from trucewatch.gazetteer.overlay import Road, load_roads
from trucewatch.gazetteer.resolve import entry_of, lies_in, place_of, resolve, unresolved

__all__ = [
    "CAPITALS_ONLY", "Entry", "EntryKind", "Gazetteer", "Road", "between", "entry_of", "lies_in",
    "load_gazetteer", "load_roads", "offset",
    "on_route", "place_of", "resolve", "unresolved",
]  # fmt: skip
