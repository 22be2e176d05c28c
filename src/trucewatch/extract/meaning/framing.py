"""extract: whether a rule of the pack fits a clause."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.acts import classes_of
from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Frame


def _needs(clause: Clause, name: str) -> bool:
    """Named conditions that classes alone cannot say."""
    everything = set().union(*(classes_of(i) for i in clause.phrases())) if clause.phrases() else set()
    if name == "respond_right":
        return True
    if name == "infinitive":
        return any(child.kind == "infinitive" for child in clause.children)
    if name.startswith("child_"):
        return any(child.verb.classes & {name.removeprefix("child_")} for child in clause.children)
    if name == "future":
        return clause.verb.modal in ("future", "would", "should")
    if name == "confrontation_or_war":
        return bool(everything & {"confrontation", "war"})
    return False


def frame_fits(frame: Frame, clause: Clause) -> bool:
    """Whether a rule of the pack fits a clause."""
    verb = clause.verb
    if frame.verb and not frame.verb & verb.classes:
        return False
    if frame.polarity and (frame.polarity == "-") != verb.negated:
        return False
    if frame.voice and (frame.voice == "passive") != clause.passive:
        return False
    subject, objects = (
        classes_of(clause.subject),
        set().union(*(classes_of(o) for o in clause.objects)) if clause.objects else set(),
    )
    if clause.passive:
        subject, objects = (
            set().union(*(classes_of(a) for a in clause.pp("by"))) if clause.pp("by") else set(),
            objects | subject,
        )
    if frame.subject and not frame.subject & subject:
        return False
    if (frame.object and not frame.object & objects) or frame.not_object & objects:
        return False
    everything = (
        subject | objects | set().union(*(classes_of(np) for _, np in clause.pps)) if clause.pps else subject | objects
    )
    for phrase in governed_phrases(clause):
        everything = everything | classes_of(phrase)
    if frame.any and not frame.any & everything:
        return False
    if "speech_subject" in frame.without and subject & {"actor", "pronoun", "people", "speaker_noun"}:
        return False
    if frame.without & everything:
        return False
    return all(_needs(clause, need) for need in frame.needs)


def governed_phrases(clause: Clause) -> list[Item]:
    """The phrases of a clause and of the infinitives that hang on it."""
    found = [*clause.objects, *(np for _, np in clause.pps)]
    for child in clause.children:
        if child.kind in ("infinitive", "gerund"):
            if child.verb.form == "gerund" and child.subject is not None and not child.inherited_subject:
                found.append(child.subject)  # a verbal noun with what it is about: "agreed on [extending the truce]"
            found += governed_phrases(child)
    return found
