"""extract: what a capital tells: whether a line is set in capitals throughout, and where a name goes on."""

from __future__ import annotations

from trucewatch.extract.words.token import Mark

_COUNTED = 4
"""Letters from which on a word counts: headlines leave "of" and "the" small."""


def titled(marks: list[Mark]) -> bool:
    """Whether most words have a capital, as in a headline, so that capitals tell nothing of names."""
    words = capitals = 0
    for mark in marks:
        if mark.is_word and len(mark.text) >= _COUNTED:
            words += 1
            capitals += mark.capital
    return capitals * 2 > words


def names_on(marks: list[Mark], tags: list[str], i: int) -> bool:
    """Whether a word that may be a verb carries on the name right before it: the Evening *Post*, Walter *Stone*."""
    mark, before = marks[i], marks[i - 1] if i else None
    if before is None or not (mark.capital and before.capital and before.is_word) or mark.actors or mark.times:
        return False
    return tags[i - 1] == "name" and mark.sense("verb") is not None


def unknown_tag(mark: Mark) -> str:
    """The tag of a word that no list has: a name if it has a capital, an adverb by its ending, else a word."""
    if mark.capital:
        return "name"
    return "adv" if mark.text.endswith(("ly", "ment")) and len(mark.text) > 6 else "word"
