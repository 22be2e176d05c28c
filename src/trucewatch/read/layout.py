"""read: the lines of a text with their places, which is what furniture, titles and stamps are looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINK = re.compile(r"\[([^\]]{0,300})\]\([^)\s]{0,500}\)")
_BULLET = re.compile(r"^(?:#{1,6}|[-*•·>])\s+")
_STRESS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_INNER = re.compile(r"\S(?:.*\S)?", re.DOTALL)
LONGEST_FURNITURE = 500
"""Characters; a longer line is prose and is never held against the patterns of furniture."""
MOST_LINES = 200_000
"""Lines of one report that are looked at; what follows is kept as text and not marked."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its span without outer white space, and its folded words without markup."""

    start: int
    end: int
    text: str
    folded: str
    paragraph: int
    """Lines with no blank line between them share a number."""

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.start, self.end


def _bare(text: str) -> str:
    """Without Markdown's marks: `# Title`, `**bold**`, `[words](address)`, list bullets."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    text = _BULLET.sub("", text)
    return (_STRESS.sub("", text) if "*" in text or "_" in text else text).strip()


def _wrapped(text: str) -> bool:
    """Are paragraphs broken over several lines? Then many lines go on with a small letter."""
    starts = re.findall(r"\n[ \t]*(\S)", text[:100_000])
    return bool(starts) and sum(start.islower() for start in starts) >= 0.25 * len(starts)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, at most `MOST_LINES`."""
    found: list[Line] = []
    wrapped, paragraph, previous_end = _wrapped(text), 0, 0
    for match in _LINE.finditer(text):
        inner = _INNER.search(match.group())
        if inner is None:
            continue
        start, end = match.start() + inner.start(), match.start() + inner.end()
        if not wrapped or text[previous_end:start][-2000:].count("\n") > 1:
            paragraph += 1
        previous_end = end
        shown = _bare(text[start:end]) if end - start <= LONGEST_FURNITURE else ""
        found.append(Line(start, end, text[start:end], fold(shown).text.strip(), paragraph))
        if len(found) == MOST_LINES:
            break
    return found
