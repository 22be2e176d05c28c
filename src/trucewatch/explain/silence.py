"""explain: why a clause yields no claim of its own, in the order in which the engine asks."""

from __future__ import annotations

from trucewatch.explain.phrases import text_of, words_at
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.mode import mode_of, speech_regions
from trucewatch.extract.sentence import Parsed


def silence(clause: Clause, parsed: Parsed) -> str:
    """Why a clause that the engine holds silent is so: what it is the content of, or what it hangs on."""
    modality = mode_of(clause, parsed).modality
    for region in reversed(speech_regions(parsed, clause)):
        if region.speech is not None and region.speech.gives is not None and region.clause is not None:
            cue = words_at(parsed, *region.cue_span)
            return f"content of “{cue}”, which is itself the claim ({region.speech.gives}, {region.speech.modality})"
    return _condition(clause, parsed) or _hanging(clause, parsed, modality)


def _condition(clause: Clause, parsed: Parsed) -> str | None:
    for holder in (clause, clause.parent):
        if holder is not None and "condition" in holder.link:
            return f"hangs on an “if” before “{text_of(parsed, holder.verb)}”"
    return "an infinitive of purpose" if "purpose" in clause.link else None


def _hanging(clause: Clause, parsed: Parsed, modality: str) -> str:
    """What an infinitive, a gerund or a joined clause is told as by the verb that it hangs on."""
    parent = clause.parent
    if parent is None:
        return f"an infinitive that nothing carries out: {modality}"
    over = f"“{text_of(parsed, parent.verb)}”"
    if clause.kind == "infinitive" and modality == "planned":
        return f"an infinitive that hangs on {over}: an aim, not a happening"
    return f"hangs on {over} and is told as {modality}"
