"""read: picture captions. The credit is furniture; the words are, too, when they tell of another story."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.model import Span
from trucewatch.read.layout import Line
from trucewatch.read.words import all_words, alternatives, load_agencies

OWN_STORY = 0.6
"""Share of a caption's content words that the rest of the text must hold for the caption to tell of the same story."""

SMALL_TEXT = 60
"""Different content words; in a text with fewer, no caption can be told to belong to another story."""

_NAME = r"[^\W\d_a-zа-я][\w.'’-]*(?:\s+(?:(?:de|al|el|van|von|bin)\s+)?[^\W\d_a-zа-я][\w.'’-]*){0,4}"
_SLASHED = re.compile(rf"(?P<credit>(?:{_NAME}\s*)(?:/\s*{_NAME}\s*){{1,3}})[)\]]?\s*\**\s*$")
_SIGNED = re.compile(r"(?P<credit>(?:©|\(c\))\s*(?!\d{4}).{2,60})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption line: the span of its words (None when it is a credit alone), of its credit, and whose pictures."""

    words: Span | None
    credit: Span
    agencies: tuple[str, ...]


@functools.cache
def _credited() -> re.Pattern[str]:
    """`(Photographer: Name/Agency)`, `Photo: Name`, at the end of a line, in any of our languages."""
    photo = alternatives([word for words in all_words() for word in words.photo])
    return re.compile(rf"(?P<credit>[(\[]?\s*(?:{photo})(?:\s+(?:by|de))?\s*:\s*[^.:\n]{{2,80}}[)\]]?)\s*\**\s*$")


@functools.cache
def _dated() -> re.Pattern[str]:
    """`- 6 March 2020 (Name)` at the end of a line without a stop: the day and the maker of a picture."""
    month = alternatives([month for words in all_words() for month in words.months])
    day = rf"(?:\d{{1,2}}\s+(?:\w{{1,2}}\s+)?(?:{month})|(?:{month})\s+\d{{1,2}})"
    year = r"(?:[\s,]+(?:19|20)\d\d)?"
    return re.compile(rf"\s*[-,]\s*{day}(?:\s*/\s*(?:{month}))?{year}\s*[(\[](?!19|20)[^()\[\]]{{2,60}}[)\]]\s*$")


def _dated_credit(line: Line) -> int | None:
    """Where the day of a picture begins that stands with its maker; None when there is none."""
    if not line.text.rstrip().endswith((")", "]")):
        return None
    folded = fold(line.text)
    match = _dated().search(folded.text)
    return folded.span(*match.span())[0] if match else None


def _credit_start(line: Line) -> int | None:
    """Where in the line the credit begins; None when there is none."""
    folded = fold(line.text)
    match = _credited().search(folded.text) if ":" in folded.text else None
    if match:
        return folded.span(*match.span("credit"))[0]
    match = (_SLASHED.search(line.text) if "/" in line.text else None) or _SIGNED.search(line.text)
    return match.start("credit") if match else None


def agencies_in(text: str) -> tuple[str, ...]:
    """Ids of the agencies named in a text as it is written, in order, each once."""
    ids = load_agencies().ids
    found = re.findall(rf"(?<!\w)({alternatives(ids)})(?!\w)", text)
    return tuple(dict.fromkeys(ids[name] for name in found))


def caption_of(line: Line) -> Caption | None:
    """The caption that a line is, if it ends in a picture credit."""
    if not line.folded:
        return None
    dated = _dated_credit(line)
    if dated:
        return Caption((line.start, line.start + dated), (line.start + dated, line.end), agencies_in(line.text[dated:]))
    at = _credit_start(line)
    if at is None:
        return None
    before = line.text[:at].rstrip(" -–—*(|[")
    if before and not re.search(r"[.!?\"”»)\]]$", before) and line.text[at - 1 : at].strip() not in set("-–—*(|["):
        return None
    words = (line.start, line.start + len(before)) if re.search(r"\w", before) else None
    return Caption(words, (line.start + (len(before) if words else 0), line.end), agencies_in(line.text[at:]))


def content_words(text: str) -> set[str]:
    """Folded words of four letters and more."""
    return set(re.findall(r"[^\W\d_]{4,}", fold(text).text))


def tells_of_this_story(words: str, rest: set[str]) -> bool:
    """Do the words of a caption occur in the rest of the text? A caption with little beside it is itself the story."""
    own = content_words(words)
    return bool(own) and (len(rest) < SMALL_TEXT or len(own & rest) >= OWN_STORY * len(own))
