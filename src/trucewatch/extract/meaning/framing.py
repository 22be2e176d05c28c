"""extract: whether a rule of the pack fits a clause."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.acts import classes_of
from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Frame


class Told:
    """What the phrases of a clause tell, put together once for all rules that are held against it."""

    def __init__(self, clause: Clause) -> None:
        """Put together the classes of the doer, of what it is done to, and of all that stands with them."""
        self.clause = clause
        self.subject, self.objects = classes_of(clause.subject), _joined(clause.objects)
        if clause.passive:
            self.subject, self.objects = _joined(clause.pp("by")), self.objects | self.subject
        self._everything: set[str] | None = None

    def everything(self) -> set[str]:
        """The classes of all that the clause tells of, with what is told in the infinitives that hang on it."""
        if self._everything is None:
            self._everything = self.subject | self.objects | _joined(governed_phrases(self.clause))
        return self._everything


def _joined(items: Iterable[Item]) -> set[str]:
    found: set[str] = set()
    for item in items:
        found |= classes_of(item)
    return found


def _needs(clause: Clause, name: str) -> bool:
    """Named conditions that classes alone cannot say."""
    if name == "respond_right":
        return True
    if name == "infinitive":
        return any(child.kind == "infinitive" for child in clause.children)
    if name.startswith("child_"):
        return any(child.verb.classes & {name.removeprefix("child_")} for child in clause.children)
    if name == "past":
        done = clause.verb.tense == "past" or clause.verb.perfect or clause.passive
        return clause.verb.form == "finite" and clause.verb.modal is None and done
    if name == "future":
        return clause.verb.modal in ("future", "would", "should")
    if name == "confrontation_or_war":
        return bool(_joined(clause.phrases()) & {"confrontation", "war"})
    return False


def frame_fits(frame: Frame, told: Told) -> bool:
    """Whether a rule whose verb the clause has fits it, by what its phrases tell (`Pack.frames_for` has the verb)."""
    clause, verb = told.clause, told.clause.verb
    if frame.polarity and (frame.polarity == "-") != verb.negated:
        return False
    if frame.voice and (frame.voice == "passive") != clause.passive:
        return False
    if frame.subject and frame.subject.isdisjoint(told.subject):
        return False
    if frame.object and frame.object.isdisjoint(told.objects):
        return False
    if frame.not_object and not frame.not_object.isdisjoint(told.objects):
        return False
    if frame.any and frame.any.isdisjoint(told.everything()):
        return False
    if "speech_subject" in frame.without and told.subject & {"actor", "pronoun", "people", "speaker_noun"}:
        return False
    if frame.without and not frame.without.isdisjoint(told.everything()):
        return False
    return not frame.needs or all(_needs(clause, need) for need in frame.needs)


def governed_phrases(clause: Clause) -> list[Item]:
    """The phrases of a clause and of the infinitives that hang on it."""
    found = [*clause.objects, *(np for _, np in clause.pps)]
    for child in clause.children:
        if child.kind in ("infinitive", "gerund"):
            if child.verb.form == "gerund" and child.subject is not None and not child.inherited_subject:
                found.append(child.subject)  # a verbal noun with what it is about: "agreed on [extending the truce]"
            elif child.passive and child.subject is not None and child.subject not in clause.phrases():
                found.append(child.subject)  # "provides for a zone to be set up"
            found += governed_phrases(child)
    return found
