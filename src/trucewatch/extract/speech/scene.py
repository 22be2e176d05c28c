"""extract: what the search for speakers has before it: one sentence with its clauses, and the report so far."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.segment import Sentence
from trucewatch.extract.speech.quotation import Quote
from trucewatch.extract.speech.voices import Voices


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence while its speakers are looked for."""

    clauses: list[Clause]
    items: list[Item]
    sentence: Sentence
    quotes: list[Quote]
    text: str
    """The whole folded text."""
    voices: Voices

    def quoted_after(self, at: int) -> bool:
        """Whether a quotation of this sentence begins at or behind an offset."""
        return any(at <= q.start < self.sentence.end for q in self.quotes)
