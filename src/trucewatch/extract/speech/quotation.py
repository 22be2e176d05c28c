"""extract: quotations, inside a sentence and over sentences and paragraphs, and which of them belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.languages.fold import Folded

_OPENS, _CLOSES = frozenset("«‹„"), frozenset("»›”")
"""Marks that say by themselves which way they face; the others are read from what stands beside them."""
_SIGNS = re.compile(r'["\n]')
_BEFORE_WORD = frozenset(" \n([{-/")
_LONGEST = 4000
"""Characters beyond which a mark without a partner is taken for a slip and not for a speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks, in folded offsets without the marks."""

    start: int
    end: int
    goes_on: bool = False
    """Opens a paragraph and carries on the quotation of the paragraph before, which had no closing mark."""


def quotes(folded: Folded) -> list[Quote]:
    """The quotations of a text. A mark that is not closed by the end of its paragraph goes on where the next paragraph
    opens with one, as long speeches are printed; elsewhere it is a slip and opens nothing.
    """
    text = folded.text
    found: list[Quote] = []
    opened, goes_on = -1, False
    for sign in _SIGNS.finditer(text) if '"' in text else ():
        at, char = sign.start(), sign.group()
        if char == "\n" and opened >= 0:
            following = _next_paragraph(text, at)
            if following >= 0 and _faces(folded, following) != "close":
                if text[opened:at].strip():
                    found.append(Quote(opened, at, goes_on))
                opened, goes_on = -1, True
            elif text[at + 1 : at + 2] == "\n" or at - opened > _LONGEST:
                opened, goes_on = -1, False
        if char != '"':
            continue
        facing = _faces(folded, at)
        if opened < 0 and facing == "close":
            continue
        if opened < 0 or facing == "open":
            # A second opening mark within the paragraph: the first one was a slip.
            opened, goes_on = at + 1, goes_on and opened < 0
            continue
        if at > opened:
            found.append(Quote(opened, at, goes_on))
        opened, goes_on = -1, False
    return found


def _next_paragraph(text: str, at: int) -> int:
    """Where the next line opens with a quotation mark; -1 when it opens with anything else."""
    while at < len(text) and text[at] in " \n":
        at += 1
    return at if text[at : at + 1] == '"' else -1


def _faces(folded: Folded, at: int) -> str:
    """Whether a mark opens or closes: by its own form, else by the space around it; "" when nothing tells."""
    mark = folded.original[folded.span(at, at + 1)[0]]
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "close"
    before, after = folded.text[at - 1 : at], folded.text[at + 1 : at + 2]
    opens = (not before or before in _BEFORE_WORD) and bool(after.strip())
    closes = bool(before.strip()) and (not after or not after.isalnum())
    return "" if opens == closes else ("open" if opens else "close")


def quote_at(found: list[Quote] | tuple[Quote, ...], at: int) -> Quote | None:
    """The quotation that holds an offset."""
    return next((q for q in found if q.start <= at < q.end), None)
