"""extract: a stretch of a sentence that somebody says."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import Speech
from trucewatch.extract.speech.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of folded text that somebody says, and by which cue."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    verb: str
    cue_span: tuple[int, int]
    clause: Clause | None = None
    speech: Speech | None = None
    via: tuple[Speaker, ...] = ()
    """Houses that pass the words on, from the speaker outwards: "told AFP", "in a statement carried by SANA"."""

    def links(self) -> tuple[tuple[Speaker, str], ...]:
        """The speaker and whoever passes the words on, each with the verb of the saying."""
        return tuple((speaker, self.verb) for speaker in (self.speaker, *self.via))

    def holds(self, at: int) -> bool:
        """Whether an offset lies in what is said."""
        return self.start <= at < self.end
