"""extract: whether those hit or taken to hospital lived, by what the rest of the report tells."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.sentence import Parsed


def tells_of_death(parsed: Parsed) -> bool:
    """Whether any word of a sentence names a death: "killed", "fatal", "murder", "dead"."""
    for item in parsed.items:
        for mark in item.marks:
            for sense in mark.senses:
                if sense.classes & {"kill", "dead", "fatal", "corpse", "dead_people"} or sense.type == "civ.killing":
                    return True
    return False


def settled(drafts: list[Draft], *, deadly: bool) -> list[Draft]:
    """The drafts with those hit counted as injured where nobody died, and without the hurt who died after all."""
    kept: list[Draft] = []
    for draft in drafts:
        told = any(f.measure in ("killed", "injured") for f in draft.figures)
        if draft.struck and not told and (not deadly or _in_a_limb(draft)):
            draft.figures = [*draft.figures, *draft.struck]
        if not (draft.tentative and deadly and _died(draft, drafts)):
            kept.append(draft)
    return kept


def _in_a_limb(draft: Draft) -> bool:
    return draft.clause is not None and any("limb" in i.classes for i in draft.clause.pp("in"))


def _died(hurt: Draft, drafts: list[Draft]) -> bool:
    """Whether a death of as many is told of those who may be the hurt: "..., where he was pronounced dead"."""
    many = {f.low for f in hurt.figures}
    for other in drafts:
        dead = {f.low for f in other.figures if f.measure == "killed"}
        if other.polarity == "-" or not dead or (many and not many & dead):
            continue
        away = other.parsed.sentence.index - hurt.parsed.sentence.index
        if other.clause is not None and other.clause.subject is not None and _same(hurt, other.clause, away):
            return True
    return False


def _same(hurt: Draft, death: Clause, away: int) -> bool:
    """Whether who died may be who was hurt: "he", "the victim", the same noun, or the same words."""
    who, dead = hurt.clause.subject if hurt.clause else None, death.subject
    if who is None or dead is None or who is dead:
        return True
    others = hurt.parsed.pack.lists.get("more", frozenset()) | hurt.parsed.pack.lists.get("one_more", frozenset())
    if any(m.key in others for item in (who, dead) for m in item.marks):
        return False
    if who.head is not None and dead.head is not None and who.head.lemma == dead.head.lemma:
        return True
    # Whoever is told of second is taken up again by a pronoun, an article or his name.
    second = dead if away >= 0 else who
    named = any(a.person for a in second.actors) or second.head is None
    return bool(second.pronoun) or (away != 0 and (second.definite or named))
