"""extract: items and clauses by the word order that a language's pack names (`order`: svo or vso)."""

from __future__ import annotations

from trucewatch.extract.clauses.charges import charge
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.svo import Clauses
from trucewatch.extract.clauses.vso import VerbFirst
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.phrases.chunk import Chunker
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.vso_chunk import VerbFirstChunker
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack


def _verb_first(pack: Pack) -> bool:
    return pack.settings.get("order") == "vso"


def chunker_of(marks: list[Mark], pack: Pack, folded: Folded, knowledge: Knowledge) -> Chunker:
    """What cuts a sentence's marks into items, with their tags."""
    return (VerbFirstChunker if _verb_first(pack) else Chunker)(marks, pack, folded, knowledge)


def clauses_of(items: list[Item], pack: Pack, *, notes: bool) -> list[Clause]:
    """The clauses of a sentence's items; `notes` reads what has no verb as a note."""
    found = _found(items, pack, notes=notes)
    charge(found)
    return found


def _found(items: list[Item], pack: Pack, *, notes: bool) -> list[Clause]:
    if _verb_first(pack):
        return VerbFirst(items, tuple(pack.lists.get("plural_endings", ()))).run()
    order, late = pack.settings.get("order", "svo"), pack.settings.get("late_subjects") == "yes"
    return Clauses(items, order, notes=notes, late_subjects=late).run()
