"""extract: days that are told and are not those of the acts told beside them: of a post, of a court, of a vigil."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.languages.pack import Pack

_LEGAL = frozenset({"civ.arrest", "judge", "accuse"})
"""Verbs of the law, which come days or years after what they are about."""
_REACH = 3
"""Marks before a day among which the word of its stamp stands: "(Published on Monday, 3 May)"."""


def is_stamp(item: Item, parsed: Parsed) -> bool:
    """Whether a day is that of a post or an update: "Posted: 5 July", "— Town police (@townpolice) 5 July 2016"."""
    words = parsed.pack.lists.get("stamp_words", frozenset())
    before = [mark for other in parsed.items for mark in other.marks if mark.end <= item.start][-_REACH:]
    signed = bool(before) and before[-1].text == ")" and item.time is not None and item.time.year is not None
    handle = signed and "@" in parsed.folded.text[max(parsed.sentence.start, item.start - 40) : item.start]
    return handle or any(mark.key in words for mark in before)


def follows_up(parsed: Parsed) -> bool:
    """Whether a sentence tells what courts, police desks or mourners did later about what had happened."""
    words = parsed.pack.lists.get("follow_up_words", frozenset())
    return bool(words) and any(
        word in words for item in parsed.items for mark in item.marks for word in mark.key.split()
    )


def is_later(clause: Clause, pack: Pack) -> bool:
    """Whether a verb tells what was done afterwards or how things stood then: "was identified", "remains"."""
    words = pack.lists.get("aftermath_words", frozenset())
    return bool(clause.verb.classes & _LEGAL) or any(m.key in words for m in clause.verb.marks)
