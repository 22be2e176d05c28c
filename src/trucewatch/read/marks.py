"""read: what each line of a text is: title, by-line, stamp, caption, heading, furniture or story."""

from __future__ import annotations

import dataclasses
import re

from trucewatch.languages.fold import match_key
from trucewatch.read.captions import agencies_in, caption_of, content_words, tells_of_this_story
from trucewatch.read.ending import TEASER, find_tags, find_tail, find_titles
from trucewatch.read.headline import find_headings, find_lead, find_title
from trucewatch.read.layout import Line
from trucewatch.read.notices import byline_of, copyright_of, is_contact, is_credit_line, is_notice
from trucewatch.read.other_stories import find_other_stories
from trucewatch.read.stamps import TOP_LINES, dateline_of, post_stamp_of, stamp_of, stamp_within
from trucewatch.read.walk import Marks, Walk, merged

LAST_LINES = 12
DATELINE_LINES = 6
"""Lines at the head of a text among which a dateline may stand."""
SHORTEST_REPEAT = 20
_QUOTED = re.compile(r"[\"“«„]\s*(?P<words>[^\"“”«»„]{15,})[\"”»“]\s*[.,]?$")
_ENDS_IN_BRACKETS = re.compile(r"[.!?\"”»]\s*[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_ADDRESS = re.compile(r"https?://[^\s<>()]+")
_STORY = frozenset(("", "title", "heading", "caption"))


def marks_of(text: str, lines: list[Line], language: str | None, title: str | None = None) -> Marks:
    """What the lines of a text are. `language` is ISO 639-1, its words are tried first; `title` where it is known."""
    walk = Walk(text, lines, language)
    walk.kinds = [_kind_of(walk, index, line) for index, line in enumerate(lines)]
    find_other_stories(walk)
    find_title(walk, title)
    _find_repeats(walk)
    _find_captions(walk)
    find_tags(walk)
    find_tail(walk)
    find_titles(walk)
    find_headings(walk)
    find_lead(walk)
    told = zip(lines, walk.kinds, strict=True)
    walk.marks.furniture = merged([*walk.marks.furniture, *(line.span for line, kind in told if kind not in _STORY)])
    return walk.marks


def _kind_of(walk: Walk, index: int, line: Line) -> str:
    edge = index < TOP_LINES or index >= len(walk.lines) - LAST_LINES
    if edge and (kind := _edge_kind(walk, index, line)):
        return kind
    if line.folded and is_credit_line(line.text):
        walk.marks.credit.extend(agencies_in(line.text))
        return "credit"
    if is_contact(line):
        return "contact"
    if not is_notice(line):
        return ""
    address = _ADDRESS.search(line.text)
    if address and walk.marks.url is None and re.match(r"original|lien|<?http|url", line.folded):
        walk.marks.url = address.group()
    return "notice"


def _edge_kind(walk: Walk, index: int, line: Line) -> str:
    """What a line near the head or the end of a text is; "" for story."""
    marks = walk.marks
    if stated := copyright_of(line):
        marks.copyright_year, marks.copyright_holder = stated.year or marks.copyright_year, stated.holder
        marks.credit.extend(agencies_in(stated.holder or ""))
        return "copyright"
    if name := byline_of(line):
        if dated := stamp_within(line, walk.language):
            marks.stamps.append(dated)
            name = re.split(r"\s*[|,]?\s+\w+:\s", name)[0]
        marks.credit.extend(agencies_in(name))
        marks.byline = marks.byline or re.sub(r"\s+(?:for|pour|/|,)\s+.*$", "", name)
        return "byline"
    if stamp := stamp_of(line, walk.language):
        marks.stamps.append(dataclasses.replace(stamp, top=index < TOP_LINES))
        if stamp.span == line.span:
            return "stamp"
        marks.furniture.append(stamp.span)
    elif index < TOP_LINES and (posted := post_stamp_of(line, walk.language)):
        marks.stamps.append(posted)
        marks.furniture.append(posted.span)
    elif index < DATELINE_LINES and marks.dateline is None and (dateline := dateline_of(line, walk.language)):
        marks.dateline = dateline
        marks.credit.extend(dateline.agencies)
        if dateline.span == line.span:
            return "stamp"
    ended = _ENDS_IN_BRACKETS.search(line.text)
    if ended and is_credit_line(ended[1]):
        marks.credit.extend(agencies_in(ended[1]))
    return ""


def _find_repeats(walk: Walk) -> None:
    """A line that was there before word for word, and a quotation on its own that the story holds as well."""
    seen: set[str] = set()
    quoting = [match_key(match["words"]) for line in walk.lines if line.folded and (match := _QUOTED.match(line.text))]
    whole = match_key(walk.text) if quoting else ""
    for index, line in enumerate(walk.lines):
        key = line.folded.strip(" .:*#")
        if len(key) < SHORTEST_REPEAT:
            continue
        if key in seen and not walk.kinds[index] and len(key) <= TEASER:
            walk.kinds[index] = "repeat"
        seen.add(key)
        quoted = _QUOTED.match(line.text) if not walk.kinds[index] and walk.alone(index) else None
        if quoted and whole.count(match_key(quoted["words"])) > 1:
            walk.kinds[index] = "pull-quote"


def _find_captions(walk: Walk) -> None:
    """Of captions of this story the credit is furniture; of those of other stories, the whole line."""
    found = {i: caption for i in walk.story() if (caption := caption_of(walk.lines[i]))}
    if not found:
        return
    rest = content_words("\n".join(walk.lines[i].text for i in walk.story() if i not in found))
    for index, caption in found.items():
        walk.marks.photo_credit.extend(caption.agencies)
        if caption.words and tells_of_this_story(walk.text[slice(*caption.words)], rest):
            walk.kinds[index] = "caption"
            walk.marks.captions.append(caption.words)
            walk.marks.furniture.append(caption.credit)
        else:
            walk.kinds[index] = "other caption"
