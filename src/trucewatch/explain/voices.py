"""explain: who says what, and by which cue."""

from __future__ import annotations

from trucewatch.explain.phrases import facts, words_at
from trucewatch.explain.steps import Value, Voice
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.speaker import Speaker


def voices(parsed: Parsed) -> tuple[Voice, ...]:
    """The stretches of a sentence that somebody says, and the speaker who runs on from the sentence before."""
    found = [_voice(parsed, region) for region in parsed.regions]
    if parsed.running is not None:
        sentence = parsed.sentence
        span = parsed.span(sentence.start, sentence.end)
        runs = (("speaker", [_speaker(parsed.running)]), ("cue", [Value("runs on from the sentence before")]))
        found.append(Voice(span, parsed.original[slice(*span)], facts(*runs)))
    return tuple(found)


def _voice(parsed: Parsed, region: Region) -> Voice:
    speech = region.speech
    makes = ""
    if speech is not None:
        makes = f"a claim of its own, {speech.gives}" if speech.gives else "its content stands as claims"
    return Voice(
        parsed.span(region.start, region.end),
        words_at(parsed, region.start, region.end),
        facts(
            ("speaker", [_speaker(region.speaker)]),
            ("cue", [Value(region.cue, words_at(parsed, *region.cue_span))]),
            ("makes", [Value(makes)]),
        ),
    )


def _speaker(speaker: Speaker) -> Value:
    told = [speaker.kind, speaker.id or "not in a list", *(["the agreement itself"] if speaker.document else [])]
    return Value(", ".join(told), speaker.who)
