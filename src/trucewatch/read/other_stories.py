"""read: lists of a site's other stories inside a page: titles under "Related articles", titles with "2 hours ago"."""

from __future__ import annotations

import functools
import re

from trucewatch.read.layout import Line
from trucewatch.read.walk import Walk
from trucewatch.read.words import all_words

LONGEST_TITLE = 160
"""Characters; what is longer is no title in a list."""
MOST_TITLES = 12
"""Titles that one list is taken to have; what stands farther below is looked at as story again."""
LEAST_CUT = 4
"""Titles in a row, cut off by three dots, that make a list."""
LEAST_ABOVE = 5
"""Titles above a trail that make a list."""
TITLE_WITHIN = 9
"""Lines from the beginning of a trail within which the page's own title stands."""
MENU = 25
"""Characters up to which a line is an entry of a menu."""
_SIGNS = frozenset("»›>")
_STEP = re.compile(r"\s[»›>]\s")
_ENDS_LIKE_PROSE = re.compile(r"[.!?…؟:،,;]\W*$")
_OPEN = ("", "notice", "repeat")
"""Kinds of line that a list may be made of."""


@functools.cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.others.pattern for words in all_words())})[\s:>.«»-]*")


@functools.cache
def _ago() -> re.Pattern[str]:
    return re.compile("|".join(words.ago.pattern for words in all_words()))


def find_other_stories(walk: Walk) -> None:
    """Mark the titles of other stories: each would be read as news of this report's day, which it is not."""
    for index, line in enumerate(walk.lines):
        if line.folded and walk.kinds[index] in _OPEN and _heads().fullmatch(line.folded):
            _take(walk, index, index + 1)
    _find_dated_titles(walk)
    _find_cut_titles(walk)
    _find_titles_above_trail(walk)


def _take(walk: Walk, head: int, first: int) -> None:
    """The titles under a heading, up to the first line that reads like a sentence."""
    walk.kinds[head] = "notice"
    index, titles = first, 0
    while index < len(walk.lines) and titles < MOST_TITLES and walk.kinds[index] in _OPEN:
        line = walk.lines[index]
        if _is_ago(line):
            walk.kinds[index] = "other story"
        elif _is_title(line) or (_is_dated(walk, index) and len(line.folded) <= LONGEST_TITLE):
            walk.kinds[index] = "other story"
            titles += 1
        else:
            break
        index += 1


def _find_dated_titles(walk: Walk) -> None:
    """Three titles or more, each with how long ago it came, are a list even where no heading says so."""
    index = 0
    while index < len(walk.lines):
        run: list[int] = []
        while index < len(walk.lines) - 1 and walk.kinds[index] in _OPEN and _is_dated(walk, index):
            run.append(index)
            index += 2
        if len(run) >= 3:
            own = 1 if run[0] == _first_told(walk) else 0  # the story's own title may stand with its own stamp
            for at in run[own:]:
                walk.kinds[at] = walk.kinds[at + 1] = "other story"
        index += 1


def _find_cut_titles(walk: Walk) -> None:
    """Four lines or more in a row that are cut off by three dots are a list of what stands elsewhere."""
    run: list[int] = []
    for index in range(len(walk.lines) + 1):
        line = walk.lines[index] if index < len(walk.lines) else None
        if line is not None and not line.folded:
            continue
        if line is not None and not walk.kinds[index] and _is_cut(line):
            run.append(index)
            continue
        if len(run) >= LEAST_CUT:
            for at in run:
                walk.kinds[at] = "other story"
        run = []


def _find_titles_above_trail(walk: Walk) -> None:
    """What stands above the trail that leads to the page ("Home » News » Syria") is the site's; the page's own title,
    which it has again right below, stays.
    """
    told = [i for i, line in enumerate(walk.lines) if line.folded]
    end = next((n for n in range(len(told)) if _is_trail(walk, told, n)), 0)
    above = [i for i in told[:end] if not walk.kinds[i] and MENU < len(walk.lines[i].folded) <= LONGEST_TITLE]
    if len(above) < LEAST_ABOVE:
        return
    below = {walk.lines[i].folded for i in told[end : end + TITLE_WITHIN]}
    for index in above:
        if walk.lines[index].folded not in below:
            walk.kinds[index] = "other story"


def _is_trail(walk: Walk, told: list[int], n: int) -> bool:
    """Whether a trail begins at the n-th line that holds words: in one line, or each step and sign on its own."""
    if len(_STEP.findall(walk.lines[told[n]].text)) >= 2 and len(walk.lines[told[n]].folded) <= LONGEST_TITLE:
        return True
    signs = [i for i in told[n + 1 : n + 4 : 2] if walk.lines[i].text.strip() in _SIGNS]
    return len(signs) == 2 and all(len(walk.lines[i].folded) <= MENU for i in told[n : n + 5 : 2])


def _is_cut(line: Line) -> bool:
    return len(line.folded) <= LONGEST_TITLE and line.text.rstrip().endswith(("...", "…"))


def _first_told(walk: Walk) -> int:
    return next((i for i, line in enumerate(walk.lines) if line.folded and not walk.kinds[i]), -1)


def _is_dated(walk: Walk, index: int) -> bool:
    """Whether a line is no stamp itself and the next one says how long ago it came."""
    lines = walk.lines
    return (
        index + 1 < len(lines) and not _is_ago(lines[index]) and bool(lines[index].folded) and _is_ago(lines[index + 1])
    )


def _is_ago(line: Line) -> bool:
    return 0 < len(line.folded) <= 40 and _ago().fullmatch(line.folded.strip(" .·|-")) is not None


def _is_title(line: Line) -> bool:
    return 0 < len(line.folded) <= LONGEST_TITLE and _ENDS_LIKE_PROSE.search(line.folded) is None
