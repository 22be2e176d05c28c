"""extract: who speaks where a quotation runs on over sentences and paragraphs without a cue of its own."""

from __future__ import annotations

import dataclasses

from trucewatch.extract.segment import Sentence
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.quotation import Quote
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.speaker import Speaker

_WHOLE = 0.75
"""Share of a sentence that must be quotation for its words to be the speaker's."""

_ENOUGH, _ALIKE = 6, 0.6
"""Words of a quotation, and the share of them that another must have, to be held for the same."""


def all_quoted(sentence: Sentence, quotes: list[Quote]) -> bool:
    """Whether a sentence is nothing but quotation."""
    covered = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in quotes)
    return covered >= _WHOLE * (sentence.end - sentence.start)


def cued_later(sentences: list[Parsed]) -> None:
    """Gives the opening sentences of a quotation the speaker who is named only where it closes:
    `"We heard planes. Then four people died," a doctor said.`
    """
    later: dict[int, Speaker] = {}
    for parsed in reversed(sentences):
        for quote in parsed.quotes:
            cue = _cue_of(quote, parsed.regions)
            if cue is not None:
                later[quote.start] = cue.speaker
            elif quote.start in later and _uncued(parsed):
                _speaks(parsed, later[quote.start])


def echoed(sentences: list[Parsed]) -> None:
    """Gives a quotation set apart, as magazines print them beside the text, the speaker of the one it repeats."""
    cued = [
        (_words(parsed, quote), region.speaker)
        for parsed in sentences
        for quote in parsed.quotes
        if (region := _cue_of(quote, parsed.regions)) is not None
    ]
    for parsed in sentences:
        if not cued or not _uncued(parsed):
            continue
        words = {w for quote in parsed.quotes for w in _words(parsed, quote)}
        shared, speaker = max(((len(words & other), speaker) for other, speaker in cued), key=lambda pair: pair[0])
        if len(words) >= _ENOUGH and shared >= _ALIKE * len(words):
            _speaks(parsed, speaker)


def _uncued(parsed: Parsed) -> bool:
    """Whether a sentence is nothing but quotation, and what it says of saying stands within the quoted words."""
    inside = all(any(q.start <= r.cue_span[0] < q.end for q in parsed.quotes) for r in parsed.regions)
    return inside and all_quoted(parsed.sentence, parsed.quotes)


def _speaks(parsed: Parsed, speaker: Speaker) -> None:
    """Gives a sentence its speaker, who is also its "I" and "we"."""
    parsed.running = speaker
    parsed.regions = [
        dataclasses.replace(r, speaker=speaker)
        if r.clause is not None and r.clause.subject is not None and r.clause.subject.pronoun == "first"
        else r
        for r in parsed.regions
    ]


def _words(parsed: Parsed, quote: Quote) -> set[str]:
    return set(parsed.folded.text[quote.start : quote.end].split())


def _cue_of(quote: Quote, regions: list[Region]) -> Region | None:
    """The speech whose cue stands outside a quotation and whose content meets it."""
    for region in regions:
        inside = quote.start <= region.cue_span[0] < quote.end
        if not inside and region.start < quote.end and quote.start < region.end and not region.speaker.document:
            return region
    return None
