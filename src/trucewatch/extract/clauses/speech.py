"""extract: what kinds of speech there are and what each makes of what is said. A table that people may dispute."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.claim import Modality


@dataclass(frozen=True, slots=True)
class Speech:
    """A kind of speech act: the type of its own claim (None: the content is the claim) and its modality."""

    gives: str | None
    modality: Modality
    reports: bool = False
    """True when the content stands as claims of its own, attributed to the speaker."""


SPEECH: dict[str, Speech] = {
    "accuse": Speech("dip.accusation", "accused"),
    "deny": Speech("dip.denial", "denied"),
    "reject": Speech("dip.rejection", "opined"),
    "demand": Speech("dip.demand", "demanded"),
    "request": Speech("dip.request", "demanded"),
    "hope": Speech("dip.hope", "hoped"),
    "threaten": Speech("dip.threat", "threatened"),
    "promise": Speech("dip.commitment", "promised"),
    "offer": Speech("dip.offer", "promised"),
    "predict": Speech("dip.prediction", "predicted"),
    "fear": Speech("dip.prediction", "possible"),
    "condemn": Speech("dip.reaction", "happened"),
    "warn": Speech(None, "threatened", reports=True),
    "assure": Speech(None, "opined", reports=True),
    "say": Speech(None, "opined", reports=True),
    "announce": Speech(None, "opined", reports=True),
    "opine": Speech("dip.position", "opined"),
}

_SPEAKING = frozenset(SPEECH)


def speech_of(classes: set[str] | frozenset[str]) -> tuple[str, Speech] | None:
    """The kind of speech that a verb's classes make it, the most telling first."""
    if _SPEAKING.isdisjoint(classes):
        return None
    for name, speech in SPEECH.items():
        if name in classes:
            return name, speech
    return None


def content_type(modal: str | None, *, own: bool, cue: str) -> tuple[str, Modality]:
    """What a reported clause is that tells no happening: a demand, a promise, a prediction or a position."""
    if modal == "should":
        return "dip.demand", "demanded"
    if modal == "possible":
        return "dip.prediction", "possible"
    if modal in ("future", "would"):
        if cue == "warn":
            return "dip.threat", "threatened"
        return ("dip.commitment", "promised") if own else ("dip.prediction", "predicted")
    return "dip.position", "opined"
