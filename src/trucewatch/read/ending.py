"""read: where a story is over: tags, teasers and notices at the end of a text."""

from __future__ import annotations

import re

from trucewatch.read.notices import section_labels
from trucewatch.read.walk import Walk

PROSE = 80
"""Characters from which a line may be held to end as its kind ends."""
TITLE = 140
"""Characters of a title."""
TEASER = 300
"""Characters: no teaser or notice after the end of a story is longer."""
STORY_TO_TAIL = 6
"""The whole of a text is at least so many times longer than the unknown lines after its sign-off."""
TITLES = 3
"""Lines without a stop that make a list of titles behind a story whose own lines end like sentences."""
_STOPS = re.compile(r"[.!?…؟]\W*$")
_SIGN_OFFS = frozenset(("credit", "copyright", "contact"))


def find_tags(walk: Walk) -> None:
    """Three bullets or five very short lines at the end: names of subjects, not sentences."""
    run: list[int] = []
    for index in range(len(walk.lines) - 1, 1, -1):
        line = walk.lines[index]
        if walk.kinds[index] and not run:
            continue
        if (
            not line.folded
            or len(line.folded) > 40
            or len(line.folded.split()) > 4
            or re.search(r"[\d:.!?]", line.folded)
        ):
            break
        run.append(index)
    bulleted = all(walk.lines[index].text[:1] in "•*-·" for index in run)
    if len(run) >= (3 if bulleted else 5):
        for index in run:
            walk.kinds[index] = "tag"


def find_tail(walk: Walk) -> None:
    """After a sign-off or a section label that follows most of the story, short lines no longer belong to it."""
    story = walk.story()
    lengths = [len(walk.lines[index].text) for index in story]
    whole, beyond, first = sum(lengths), 0, len(story)
    # From the end: how far back do the lines stay short, alone and few?
    while first > 0 and lengths[first - 1] <= TEASER and walk.alone(story[first - 1]):
        if (beyond + lengths[first - 1]) * STORY_TO_TAIL > whole:
            break
        first -= 1
        beyond += lengths[first]
    earliest = story[first - 1] + 1 if first else 0
    for index in range(max(1, earliest), len(walk.lines)):
        if walk.kinds[index] in _SIGN_OFFS or walk.lines[index].folded in section_labels():
            for after in story[first:]:
                if after >= index:
                    walk.kinds[after] = "tail"
            return


def find_titles(walk: Walk) -> None:
    """Three lines or more at the end that stop nowhere, behind a story whose lines do: titles of other stories."""
    story = walk.story()
    first = len(story)
    while first > 0 and _is_title(walk, story[first - 1]):
        first -= 1
    prose = [walk.lines[index] for index in story[:first] if len(walk.lines[index].text) > PROSE]
    stopped = sum(_STOPS.search(line.text) is not None for line in prose)
    if len(story) - first >= TITLES and len(prose) >= 2 and stopped >= 0.75 * len(prose):
        for index in story[first:]:
            walk.kinds[index] = "other story"


def _is_title(walk: Walk, index: int) -> bool:
    """A paragraph of one line with some words and no stop, number of a bulletin or quotation mark at its end."""
    line = walk.lines[index]
    words = line.folded.split()
    return (
        walk.alone(index)
        and len(words) >= 4
        and len(line.folded) <= TITLE
        and re.search(r"[.!?…؟:،,;\"»”]\W*$|^\W|: ?\d", line.text) is None
    )
