"""read: single lines that tell nothing of a story: by-lines, credits, copyright, links, sharing, addresses."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.read.layout import Line
from trucewatch.read.words import all_words, alternatives, load_agencies

_URL = re.compile(r"<?(?:https?://|www\.)\S+>?$", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)?"
    r"(?:\s*-\s*(?P<last>20\d\d))?[\s,.]*(?P<holder>.{0,80})",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r"\b(?:L\.P\.|LLC|Ltd|Inc|All rights.*|Tous droits.*)\.?", re.IGNORECASE)
_SMALL_IN_BYLINES = frozenset(("for", "and", "the", "pour", "avec", "dans"))


@dataclass(frozen=True, slots=True)
class Copyright:
    """A copyright line: its latest year and its holder without the legal form."""

    year: int | None
    holder: str | None


def copyright_of(line: Line) -> Copyright | None:
    """The copyright that a line states, if it states one."""
    match = _COPYRIGHT.match(line.text) if len(line.text) <= 200 else None
    if match is None or not (match["year"] or re.match(r"©|copyright", line.text, re.IGNORECASE)):
        return None
    year = match["last"] or match["year"]
    return Copyright(int(year) if year else None, _LEGAL_FORM.sub("", match["holder"]).strip(" .,-") or None)


@functools.cache
def _byline() -> re.Pattern[str]:
    by = alternatives([word for words in all_words() for word in words.by])
    return re.compile(rf"(?:{by})\s*:?\s+(?P<who>\S.{{1,100}})$")


def byline_of(line: Line) -> str | None:
    """The names of a by-line: nearly every word of it begins with a capital."""
    match = _byline().match(line.folded)
    if match is None or len(line.folded) > 120 or re.search(r"[.!?]$", line.folded):
        return None
    names = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line.text)[-len(match["who"]) :].strip("*_ ")
    words = re.findall(r"[^\W\d_]{3,}", names)
    small = [word for word in words if word[0].islower() and word not in _SMALL_IN_BYLINES]
    return names if words and not small else None


@functools.cache
def _agencies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(load_agencies().ids)})(?!\w)")


@functools.cache
def _credit_line() -> re.Pattern[str]:
    """What a line of credits is when each agency is written `0`."""
    lead = alternatives([word for words in all_words() for word in words.credit_lead])
    both = alternatives([word for words in all_words() for word in words.and_])
    between = rf"(?:\s|,|/|&|\bagencies\b|\b(?:{both})\b|0)"
    return re.compile(rf"[\s(\[*-]*(?:(?:{lead})\s*:?)?{between}*[\s)\].*]*$")


def is_credit_line(text: str) -> bool:
    """Is a text agencies and nothing else: `With Reuters and AFP`, `(AFP)`, `Source : AFP, Reuters`?"""
    if len(text) > 80:
        return False
    without, count = _agencies().subn("0", text)
    return count > 0 and _credit_line().match(fold(without).text) is not None


def is_contact(line: Line) -> bool:
    """Does a short line hold an e-mail address?"""
    return bool(line.folded) and _EMAIL.search(line.text) is not None


def is_notice(line: Line) -> bool:
    """Advertisement, links, sharing, cookies, newsletters: patterns of any language, since sites mix them."""
    if not line.folded:
        return False
    if _URL.fullmatch(line.text):
        return True
    short = len(line.folded) <= 200
    return any(
        words.lines.fullmatch(line.folded)
        or words.starts.match(line.folded)
        or (short and words.anywhere.search(line.folded))
        for words in all_words()
    )


@functools.cache
def section_labels() -> frozenset[str]:
    """Names of sections of a site, folded, such as stand over a teaser."""
    return frozenset(label for words in all_words() for label in words.labels)
