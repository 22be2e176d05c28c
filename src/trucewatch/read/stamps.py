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
LONGEST_STAMP = 160
LONGEST_PLACE = 60
"""Characters of a line that is a date, and of the place before one."""
_FILLERS = (
    *("am", "pm", "a.m.", "p.m.", "utc", "gmt", "est", "edt", "cet", "msk", "trt", "h"),
    *("at", "on", "a", "le", "the", "in", "в", "في", "من", "г", "года"),
)
_LEFT_OVER = re.compile(
    rf"(?:[\s,.;:|()\[\]*/-]|\d{{1,2}}[:h.]\d{{2}}(?::\d{{2}})?|\blocal time\b"
    rf"|\b(?:{alternatives(_FILLERS)})(?!\w)|[+-]\d{{2}}:?\d{{2}})*"
)
"""What may stand on a line beside its date: a clock time, a zone, punctuation."""
_DASH = re.compile(r"\s*(?:--|(?<=[\s)])[-–—]|[–—])\s+(?=\S)")
_CAPITAL = r"[^\W\d_a-zа-яё][\w'’./-]*"
_PLACE = re.compile(
    rf"{_CAPITAL}(?: (?:(?:al|de|du|el|of) )?{_CAPITAL}){{0,3}}(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}})?$"
)
"""`MOSCOW`, `Sharm el Sheikh`, `Kabul, Afghanistan`: each word with a capital."""

_WRITTEN_ON = re.compile(r"[^\W\d_](?=[A-Z][a-z]+\.? \d)|[^\W\d_](?=\d{1,2} [^\W\d_])")
"""The end of a name that a date follows without a space: `Some PageMarch 5, 2020`."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that stands by itself. `labelled` when a word such as "published" stands before it."""

    span: Span
    date: Written
    labelled: bool
    updated: bool = False
    top: bool = True
    """Among the first lines; a bare date further down may be that of a comment or of another story."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """`MOSCOW, March 5 (Reuters) -`: the place and date written, and the agencies in brackets."""

    span: Span
    place: str | None
    date: Written | None
    agencies: tuple[str, ...]


@functools.cache
def _label() -> re.Pattern[str]:
    words = [word for language in all_words() for word in language.stamp]
    return re.compile(rf"\s*[(\[]?(?P<label>{alternatives(words)})\s*(?:[:|-]\s*)?(?=\S)")


@functools.cache
def _label_before() -> re.Pattern[str]:
    """A label with a colon right before a date, after other words: `By A Name | Published: `."""
    words = [word for language in all_words() for word in language.stamp if len(word) > 3]
    return re.compile(rf"(?<!\w)(?P<label>{alternatives(words)})\s*:\s*$")


def _says_updated(label: str) -> bool:
    return re.search(r"updat|modif|jour|обнов|guncel|تحديث", label) is not None


def _dates_of(text: str, language: str | None) -> list[Written]:
    """Dates of a line, read in the language whose first date stands earliest and is longest."""
    folded = fold(text)
    ours = sorted(all_words(), key=lambda words: words.language != language)
    found = [dates for words in ours if (dates := written_dates(folded, words, language))]
    return min(found, key=lambda dates: (dates[0].span[0], -dates[0].span[1]), default=[])


def _is_filler(text: str) -> bool:
    return not re.sub(_LEFT_OVER, "", fold(text).text)


def stamp_of(line: Line, language: str | None) -> Stamp | None:
    """The stamp that a line is or opens with; the span is in the text of the line's report."""
    head = line.text[:LONGEST_STAMP]
    dates = _dates_of(head, language)
    if not dates:
        return None
    written = dates[0]
    before = fold(head[: written.span[0]]).text
    label = _label().match(before + "0")
    if not _is_filler(before[label.end() :] if label else before):
        return None
    alone = len(line.text) <= LONGEST_STAMP and _is_filler(head[written.span[1] :])
    if not alone and not (label and written.year):
        return None
    end = line.end if alone else line.start + written.span[1]
    return Stamp((line.start, end), written, label is not None, label is not None and _says_updated(label["label"]))


def stamp_within(line: Line, language: str | None) -> Stamp | None:
    """The labelled date in a short line that opens with something else, as by-lines do."""
    for written in _dates_of(line.text, language) if len(line.text) <= LONGEST_STAMP else []:
        label = _label_before().search(fold(line.text[: written.span[0]]).text)
        if label:
            return Stamp(line.span, written, labelled=True, updated=_says_updated(label["label"]))
    return None


def post_stamp_of(line: Line, language: str | None) -> Stamp | None:
    """The date between the name of a page and a middle dot, as copied posts have it, often written on to the name."""
    head, dot, _ = line.text[:LONGEST_STAMP].partition(" · ")
    if not dot:
        return None
    at = max((match.end() for match in _WRITTEN_ON.finditer(head)), default=0)
    for written in _dates_of(head[at:], language):
        if written.year and written.exists and _is_filler(head[at + written.span[1] :]):
            start = line.start + at + written.span[0]
            return Stamp((start, line.start + len(head)), written, labelled=False)
    return None


def dateline_of(line: Line, language: str | None) -> Dateline | None:
    """The dateline that opens a line or is the line: a place with a date or an agency, and a dash."""
    head = line.text[:LONGEST_STAMP]
    dash = _DASH.search(head)
    if dash is None and len(line.text) > LONGEST_PLACE:
        return None
    opening = head[: dash.start()] if dash else head
    bracket = re.search(r"\(([^()]{2,40})\)\s*$", opening)
    agencies = agencies_in(bracket[1]) if bracket else ()
    said = opening[: bracket.start()] if bracket else opening
    dates = _dates_of(said, language)
    before = said[: dates[0].span[0]] if dates else said
    place = before.strip(" ,")
    if dates and not _is_filler(said[dates[0].span[1] :]):
        return None
    if place and not (_is_place(place) and (not dates or before.rstrip().endswith((",", ":", "،")))):
        return None
    capital = place.split(",")[0].isupper() and len(place) > 2
    if not agencies and not (dates and place and dates[0].day) and not (dash and capital):
        return None
    end = line.start + dash.end() if dash else line.end
    return Dateline((line.start, end), place or None, dates[0] if dates else None, agencies)


def _is_place(words: str) -> bool:
    return len(words) <= LONGEST_PLACE and _PLACE.match(words) is not None
