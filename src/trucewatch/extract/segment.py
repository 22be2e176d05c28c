"""extract: blocks, sentences and quotations, all as spans of the original text."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack
from trucewatch.model import Report, Span
from trucewatch.model.claim import Section

_BREAK = re.compile(r"\n\n*")
_STOP = re.compile(r"[.!?…؟。;:](?:(?<![;:])[.!?…؟。]*(?:[\"')\]]|\s(?=\"(?:\s|$)))*(?=\s|$)|(?<=[;:])(?=\s*\n))")
"""One class of characters stands first, so that all others are passed over at once."""
_ACCOUNT = re.compile(r"@[a-z0-9]+(?:[ _][a-z0-9]+){0,3}(?=#|[^\W\d_a-z])")
"""The name of an account that a copied post is written on to without a space."""
_MAX_SENTENCE = 1500
_LONGEST_LAST = 12
"""Letters of the word before a full stop that are looked at."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in the folded text: offsets `start`, `end`, its paragraph's number and its section."""

    start: int
    end: int
    paragraph: int
    section: Section
    index: int = 0


def covered(span: Span, spans: Sequence[Span], share: float = 0.5) -> bool:
    """Whether spans cover at least a share of one span."""
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in spans)
    return inside >= share * max(1, span[1] - span[0])


def _hints(report: Report, key: str) -> list[Span]:
    value = report.meta.get(key)
    if not isinstance(value, (list, tuple)):
        return []
    rows = [value] if len(value) == 2 and all(isinstance(v, int) for v in value) else value
    return [(int(row[0]), int(row[1])) for row in rows if isinstance(row, (list, tuple)) and len(row) == 2]


def _blocks(folded: Folded) -> Iterator[tuple[int, int]]:
    """Lines of the text; a line that ends without a stop and runs on in lower case is joined to the next."""
    text, start, position = folded.text, 0, 0
    for gap in _BREAK.finditer(text):
        line = text[position : gap.start()].rstrip()
        runs_on = line and line[-1] not in '.!?:")' and text[gap.end() : gap.end() + 1].isalpha()
        original = folded.original[folded.span(gap.end(), gap.end() + 1)[0]] if gap.end() < len(text) else ""
        if runs_on and original.islower():
            position = gap.end()
            continue
        # A single line break inside a paragraph of wrapped lines: the line before is long and stops nowhere.
        if runs_on and len(gap.group()) == 1 and len(line) > 60 and original.isupper() and line[-1].isalnum():
            position = gap.end()
            continue
        if start < gap.start():
            yield start, gap.start()
        start = position = gap.end()
    if start < len(text):
        yield start, len(text)


def _is_stop(text: str, at: re.Match[str], block_end: int, pack: Pack) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, an initial or before a small letter."""
    if at.group()[0] != ".":
        return True
    begin = at.start()
    while begin > max(0, at.start() - _LONGEST_LAST) and (text[begin - 1].isalnum() or text[begin - 1] in "._"):
        begin -= 1
    last = text[begin : at.start()]
    if at.group() == "." and (last in pack.lists.get("abbreviations", ()) or (len(last) == 1 and last.isalpha())):
        return False
    behind = at.end()
    while behind < block_end and text[behind].isspace():
        behind += 1
    return behind >= block_end or not text[behind].isdigit() or len(last) > 3


def sentences(report: Report, folded: Folded, pack: Pack) -> list[Sentence]:
    """The sentences of the blocks that are not furniture, in order."""
    captions, title = _hints(report, "captions"), _hints(report, "title_span")
    headings = _hints(report, "headings")
    found: list[Sentence] = []
    lead: int | None = None
    for paragraph, (start, end) in enumerate(_blocks(folded)):
        section: Section = "body"
        stop = end
        span = folded.span(start, end)
        if covered(span, title):
            section = "headline"
        elif covered(span, captions):
            section = "caption"
            stop = _place_in(folded, max(b for a, b in captions if a < span[1]))
        elif covered(span, headings):
            section = "headline"
        elif lead is None and not covered(span, report.furniture) and end - start > 60:
            lead, section = paragraph, "lead"
        for a, b in _split(folded.text, start, min(stop, end), pack):
            if covered(folded.span(a, b), report.furniture):
                continue
            found.append(Sentence(a, b, paragraph, section, len(found)))
    return found


def _place_in(folded: Folded, original: int) -> int:
    """Where an offset of the original stands in the folded text: a caption ends before its day and its credit."""
    return original if folded.back is None else bisect.bisect_left(folded.back, original)


def _split(text: str, start: int, end: int, pack: Pack) -> Iterator[tuple[int, int]]:
    position = start
    account = _ACCOUNT.search(text, start, end)
    if account is not None:
        yield from _bounded(text, start, account.end())
        position = start = account.end()
    for stop in _STOP.finditer(text, start, end):
        if _is_stop(text, stop, end, pack):
            yield from _bounded(text, position, stop.end())
            position = stop.end()
    yield from _bounded(text, position, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed, and cut where a sentence is longer than anybody writes (time stays linear on a text of one line)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _MAX_SENTENCE:
        cut = text.rfind(" ", start, start + _MAX_SENTENCE)
        cut = cut if cut > start else start + _MAX_SENTENCE
        yield start, cut
        start = cut + 1
    if end > start:
        yield start, end
