"""read: what is known of a text while its lines are looked through, and what was found in the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.model import Span
from trucewatch.read.layout import Line
from trucewatch.read.stamps import Dateline, Stamp


@dataclass(slots=True)
class Marks:
    """What was found in a text. Spans are of the report's text."""

    furniture: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    title: Span | None = None
    lead: Span | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    credit: list[str] = field(default_factory=list)
    """Agencies that the text comes from; of pictures: `photo_credit`."""
    photo_credit: list[str] = field(default_factory=list)
    copyright_year: int | None = None
    copyright_holder: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Walk:
    """A text, its lines, and the kind of each line: "" while it is taken for story."""

    text: str
    lines: list[Line]
    language: str | None
    marks: Marks = field(default_factory=Marks)
    kinds: list[str] = field(default_factory=list)

    def story(self) -> list[int]:
        """The lines that are still taken for story."""
        return [index for index, kind in enumerate(self.kinds) if not kind]

    def alone(self, index: int) -> bool:
        """Is a line a paragraph by itself?"""
        lines = self.lines
        before = index == 0 or lines[index - 1].paragraph != lines[index].paragraph
        return before and (index + 1 == len(lines) or lines[index + 1].paragraph != lines[index].paragraph)


def merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
