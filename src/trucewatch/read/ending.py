"""read: where a story is over: tags, teasers and notices at the end of a text."""

from __future__ import annotations

import re

from trucewatch.read.notices import section_labels
from trucewatch.read.walk import Walk

TEASER = 300
"""Characters: no teaser or notice after the end of a story is longer."""
AFTER_SIGN_OFF = 600
"""Characters of unknown text after a sign-off that are still taken for furniture."""
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
    """After a sign-off or a section label near the end, short lines no longer belong to the story."""
    story = walk.story()
    lengths = [len(walk.lines[index].text) for index in story]
    beyond, first = 0, len(story)
    # From the end: how far back do the lines stay short, alone and few?
    while first > 0 and lengths[first - 1] <= TEASER and beyond + lengths[first - 1] <= AFTER_SIGN_OFF:
        if not walk.alone(story[first - 1]):
            break
        first -= 1
        beyond += lengths[first]
    earliest = max(story[first - 1] + 1 if first else 0, len(walk.lines) // 3)
    for index in range(earliest, len(walk.lines)):
        if walk.kinds[index] in _SIGN_OFFS or walk.lines[index].folded in section_labels():
            for after in walk.story():
                if after >= index:
                    walk.kinds[after] = "tail"
            return
