"""publish: the machine's own English sentences, taken apart by a catalogue and said again in the language of a page.

`en.yaml` holds every sentence once, with its id and its named parts; the other files hold its wording in a language.
Records stay as they are: a sentence is matched back to its id when a page shows it. What the catalogue does not know is
shown in English and marked as English, never dropped.
"""

from trucewatch.publish.sentences.catalogue import Catalogue, Template, load_catalogue, load_wording
from trucewatch.publish.sentences.parsed import Said, Series, english, parsed
from trucewatch.publish.sentences.spoken import spoken

__all__ = [
    "Catalogue",
    "Said",
    "Series",
    "Template",
    "english",
    "load_catalogue",
    "load_wording",
    "parsed",
    "spoken",
]
