"""extract: days that are told and are not those of the acts told beside them: of a post, of a court, of a vigil."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.languages.pack import Pack

_LEGAL = frozenset({"civ.arrest", "judge", "accuse"})
"""Verbs of the law, which come days or years after what they are about."""
_DOT = "·"
"""What parts the hour of a post from its day: "10:01 PM · Feb 16, 2025"."""
_REACH = 3
"""Marks before a day among which the word of its stamp stands: "(Published on Monday, 3 May)"."""


def is_stamp(item: Item, parsed: Parsed) -> bool:
    """Whether a day is that of a post or an update: "Posted: 5 July", "— Town police (@townpolice) 5 July 2016"."""
    words, text = parsed.pack.lists.get("stamp_words", frozenset()), parsed.folded.text
    before = [mark for other in parsed.items for mark in other.marks if mark.end <= item.start][-_REACH:]
    signed = bool(before) and before[-1].text == ")" and item.time is not None and item.time.year is not None
    handle = signed and "@" in text[max(parsed.sentence.start, item.start - 40) : item.start]
    posted = _DOT in (text[item.end : item.end + 3].strip()[:1], text[max(item.start - 3, 0) : item.start].strip()[-1:])
    return handle or posted or _heads(item, parsed) or any(mark.key in words for mark in before)


def _heads(item: Item, parsed: Parsed) -> bool:
    """ "(06/08/16) - Police say ...": a date in brackets in front of a text is that of the text."""
    text, first = parsed.folded.text, parsed.sentence.start
    front, behind = text[first : item.start].strip(), text[item.end : item.end + 4].replace(" ", "")
    return front in ("(", "[") and behind[:1] in (")", "]") and behind[1:2] in ("-", ":")


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
