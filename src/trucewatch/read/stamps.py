"""read: lines that only say when: `March 05, 2020`, `Published: 2020-03-05T10:00Z`, and datelines of agencies."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.model import Span
from trucewatch.read.captions import agencies_in
from trucewatch.read.dates import Written, written_dates
from trucewatch.read.layout import Line
from trucewatch.read.words import all_words, alternatives

TOP_LINES = 12
"""Lines at the head of a text where a date on its own is the date of the text."""

_FILLERS = (
    *("am", "pm", "a.m.", "p.m.", "utc", "gmt", "est", "edt", "cet", "msk", "trt", "h"),
    *("at", "on", "a", "le", "the", "in", "в", "في", "من", "г", "года"),
)
_LEFT_OVER = re.compile(
    rf"(?:[\s,.;:|()\[\]*/-]|\d{{1,2}}[:h.]\d{{2}}(?::\d{{2}})?|\blocal time\b"
    rf"|\b(?:{alternatives(_FILLERS)})(?!\w)|[+-]\d{{2}}:?\d{{2}})*"
)
"""What may stand on a line beside its date: a clock time, a zone, punctuation."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that stands by itself. `labelled` when a word such as "published" stands before it."""

    span: Span
    date: Written
    labelled: bool
    updated: bool = False


@functools.cache
def _label() -> re.Pattern[str]:
    words = [word for language in all_words() for word in language.stamp]
    return re.compile(rf"\s*[(\[]?(?P<label>{alternatives(words)})\s*(?:[:|-]\s*)?(?=\S)")


def _dates_of(text: str, language: str | None) -> list[Written]:
    """Dates of a line, in the language where the first one stands earliest."""
    folded = fold(text)
    ours = sorted(all_words(), key=lambda words: words.language != language)
    found = [dates for words in ours if (dates := written_dates(folded, words))]
    return (
        min(found, key=lambda dates: dates[0].span[0] - 0.001 * (dates[0].span[1] - dates[0].span[0])) if found else []
    )


def stamp_of(line: Line, language: str | None) -> Stamp | None:
    """The stamp that a line is or opens with; the span is in the text of the line's report."""
    head = line.text[:120]
    dates = _dates_of(head, language)
    if not dates:
        return None
    written, folded = dates[0], fold(head[: dates[0].span[0]]).text
    label = _label().match(folded + "0")
    bare = folded[label.end() :] if label else folded
    if re.sub(_LEFT_OVER, "", bare):
        return None
    alone = len(line.text) <= 120 and not re.sub(_LEFT_OVER, "", fold(head[written.span[1] :]).text)
    if not alone and not (label and written.year):
        return None
    end = line.end if alone else line.start + written.span[1]
    updated = (
        bool(label) and re.search(r"updat|modif|jour|обнов|guncel|تحديث", label["label"] if label else "") is not None
    )
    return Stamp((line.start, end), written, bool(label), updated)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`MOSCOW, March 5 (Reuters) -`: the place and date written, and the agencies in brackets."""

    span: Span
    place: str | None
    date: Written | None
    agencies: tuple[str, ...]


_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'’. /-]{1,40}?(?:,\s*[^\W\d_a-z][\w'’. -]{1,30}?)??)?"
    r"(?:,?\s*(?P<date>[^()\n,–—-]{0,25},?[^()\n–—-]{0,20}?\d[^()\n–—-]{0,10}?))?"
    r"\s*(?:\((?P<agency>[^()\n]{2,40})\))?\s*(?P<dash>--|[-–—])\s+(?=\S)"
)


def dateline_of(line: Line, language: str | None) -> Dateline | None:
    """The dateline that opens a line, if one does: a place or an agency, and a dash."""
    match = _DATELINE.match(line.text[:160])
    if match is None or not (match["place"] or match["agency"]):
        return None
    agencies = agencies_in(match["agency"] or "")
    place = match["place"].strip(" ,") if match["place"] else None
    dates = _dates_of(match["date"], language) if match["date"] else []
    capital = place is not None and place.split(",")[0].isupper() and len(place.split(",")[0]) > 2
    if not agencies and not (capital and (dates or not match["date"])):
        return None
    return Dateline((line.start, line.start + match.end()), place, dates[0] if dates else None, agencies)
