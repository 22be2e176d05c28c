"""extract: who says what stands at one place of a sentence, from the origin of the words outwards."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.speaker import Speaker

REAL = frozenset({"happened", "ongoing", "state"})
"""Modalities of what is told as so."""
_PROVIDES = frozenset({"provide_term", "demand", "request", "say", "promise"})
"""What the text of an agreement does by its own words."""


def speakers_at(
    parsed: Parsed, at: int, own: Region | None = None, *, real: bool = False
) -> tuple[tuple[Speaker, str], ...]:
    """Who says what stands at an offset, from the origin of the words outwards. What is told as `real` within a demand
    or a hope ("leave the town that rebels hold") is presupposed and not said by whoever demands or hopes.
    """
    held = [r for r in parsed.regions if r.holds(at) and r is not own]
    if len(held) > 1:
        held.sort(key=lambda r: r.end - r.start)
    if real:
        held = [r for r in held if r.speech is None or r.speech.gives is None]
    chain = [link for r in held for link in r.links()]
    if parsed.running is not None and parsed.in_quote(at) and not chain:
        chain.append((parsed.running, "said"))
    return tuple(chain)


def its_text(clause: Clause, parsed: Parsed) -> tuple[tuple[Speaker, str], ...]:
    """ "The agreement calls for": a term is said by the text that is the clause's subject."""
    if clause.passive or clause.verb.negated or not clause.verb.classes & _PROVIDES or parsed.speaker_of is None:
        return ()
    speaker = parsed.speaker_of(clause.subject)
    return ((speaker, "says"),) if speaker is not None and speaker.document else ()
