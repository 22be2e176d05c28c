"""read: the title of a text, the headings within it, and its lead."""

from __future__ import annotations

import re

from trucewatch.languages.fold import fold
from trucewatch.read.captions import caption_of
from trucewatch.read.stamps import TOP_LINES
from trucewatch.read.walk import Walk

LONGEST_TITLE, LONGEST_HEADING = 200, 110
SHORTEST_LEAD = 40
_STOPPED = re.compile(r"[.,;:،؛]$")
_ENDED = re.compile(r"[.!?,;:،؛][\"']?$")


def find_title(walk: Walk, known: str | None = None) -> None:
    """The first line of story, when it is short, stands before prose and does not end as a sentence does.

    A title that is `known` is looked for first among the lines at the head.
    """
    story = walk.story()[:TOP_LINES]
    named = fold(known or "").text.strip()
    for index in story:
        if named and walk.lines[index].folded == named:
            walk.kinds[index] = "title"
            walk.marks.title = walk.lines[index].span
            return
    if len(story) < 2:
        return
    line, follows = walk.lines[story[0]], walk.lines[story[1]]
    short = 8 <= len(line.folded) <= LONGEST_TITLE and " " in line.folded and not _STOPPED.search(line.folded)
    stands = walk.alone(story[0]) or (len(line.folded) < 120 and not follows.text[:1].islower())
    plain = short and stands and story[0] < TOP_LINES and not line.text.startswith(("- ", "• "))
    if line.text.startswith("# ") or (plain and caption_of(line) is None):
        walk.kinds[story[0]] = "title"
        walk.marks.title = line.span


def find_headings(walk: Walk) -> None:
    """Short lines alone, without the end of a sentence, over something longer."""
    story = walk.story()
    for position, index in enumerate(story):
        line = walk.lines[index]
        follows = walk.lines[story[position + 1]] if position + 1 < len(story) else None
        short = 0 < len(line.folded) <= LONGEST_HEADING and not _ENDED.search(line.folded)
        longer = follows is not None and len(follows.text) > len(line.text)
        if (short and longer and walk.alone(index)) or re.match(r"#{1,6}\s", line.text):
            walk.kinds[index] = "heading"
            walk.marks.headings.append(line.span)


def find_lead(walk: Walk) -> None:
    """The first paragraph of prose."""
    prose = [walk.lines[i] for i in walk.story() if len(walk.lines[i].text) >= SHORTEST_LEAD]
    if not prose:
        return
    start = prose[0].start
    for stamp in walk.marks.stamps:
        if stamp.span[0] == start:
            rest = walk.text[stamp.span[1] : prose[0].end]
            start = prose[0].end - len(rest.lstrip())
            break
    last = [line for line in prose if line.paragraph == prose[0].paragraph][-1]
    walk.marks.lead = (start, last.end)
