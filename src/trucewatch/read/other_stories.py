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
