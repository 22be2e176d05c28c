"""extract: whether an act foretold is a threat: "we will shell every position", says who would do it."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.mode import speech_regions
from trucewatch.extract.phrases.acts import classes_of
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.region import Region

_TELLS = frozenset({"say", "warn", "announce", "assure"})
_MEN_OF_WAR = frozenset({"soldier", "fighter", "army_actor"})


def is_threat(clause: Clause, kind: str, parsed: Parsed) -> bool:
    """Whether who foretells an act of force would be the one to carry it out."""
    if not kind.startswith(("kin.", "civ.attack", "civ.killing")) or clause.verb.negated:
        return False
    if kind in ("kin.exercise", "kin.interception"):
        return False
    held = [r for r in speech_regions(parsed, clause) if r.cue in _TELLS]
    return bool(held) and (_himself(clause, held[-1]) or _his_men(clause, held[-1]))


def _himself(clause: Clause, region: Region) -> bool:
    """ "We will ...", "Ankara will ..., a Turkish minister said"."""
    subject = clause.subject
    if subject is None or clause.passive:
        return False
    if subject.pronoun == "first":
        return True
    state = (region.speaker.id or "").partition(".")[0]
    own = any(a.id is not None and a.id.partition(".")[0] == state for a in subject.actors)
    return bool(state) and own and region.cue == "warn"


def _his_men(clause: Clause, region: Region) -> bool:
    """ "The army will shell the town", "whoever comes will be shot": a commander says so."""
    who = classes_of(region.clause.subject) if region.clause is not None else set()
    if not who & _MEN_OF_WAR:
        return False
    return clause.passive or bool(classes_of(clause.subject) & _MEN_OF_WAR)
