"""extract: one sentence with everything found in it so far, and the way back to the original text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.segment import Sentence
from trucewatch.extract.speech.quotation import Quote
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.speaker import Speaker
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack
from trucewatch.model import Report, Span


@dataclass(slots=True)
class Parsed:
    """A sentence, its items, clauses and regions of speech; `anchor` is the report's day, if known."""

    report: Report
    folded: Folded
    sentence: Sentence
    pack: Pack
    items: list[Item]
    clauses: list[Clause]
    regions: list[Region]
    quotes: list[Quote]
    anchor: dt.date | None
    rough: dt.date | None = None
    """The middle of a wide publication interval: enough to give "27 February" its year, not "Friday" its day."""
    running: Speaker | None = None
    """Who speaks when the sentence is a quotation without a cue of its own."""
    spots: Sequence[Spot] = ()
    """The names of places in it, with the words beside them."""
    marks: Sequence[Mark] = ()
    """Its words in the order of the text."""
    speaker_of: Callable[[Item | None], Speaker | None] | None = None
    """Names the speaker of a noun phrase, with what the report said before."""
    timed: Sequence[Item] = ()
    """The phrases that hold a time, with those that "of" attaches or that are joined, in the order of the items."""
    judged: dict[int, Any] = field(default_factory=dict)
    """How real each clause was found to be, by the clause's identity; see `meaning/mode.py`."""

    @property
    def original(self) -> str:
        """The report's text."""
        return self.folded.original

    def span(self, start: int, end: int) -> Span:
        """Folded offsets as a span of the original, trimmed of spaces and closing signs."""
        a, b = self.folded.span(start, end)
        text = self.original
        while a < b and text[a] in " \n\t,;:":
            a += 1
        while b > a and text[b - 1] in " \n\t,;:":
            b -= 1
        return a, b

    def in_quote(self, at: int) -> bool:
        """Whether a folded offset lies inside quotation marks."""
        return any(q.start <= at < q.end for q in self.quotes)
