"""extract: whether those hit or taken to hospital lived, by what the rest of the report tells."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import fatal_part, struck, uncounted, victims_named
from trucewatch.extract.drafts.survivors import survivors
from trucewatch.extract.meaning.classify import Typed
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_REAL = frozenset({"happened", "ongoing"})


def tells_of_death(parsed: Parsed) -> bool:
    """Whether any word of a sentence names a death: "killed", "fatal", "murder", "dead"."""
    for item in parsed.items:
        for mark in item.marks:
            for sense in mark.senses:
                if sense.classes & {"kill", "dead", "fatal", "corpse", "dead_people"} or sense.type == "civ.killing":
                    return True
    return False


def count_hit(draft: Draft, clause: Clause, typed: Typed) -> None:
    """Whom a shot hit or a plural tells of: numbers that stand only if the report gives no others."""
    parsed, kind = draft.parsed, draft.type
    if typed.measure:
        draft.several = uncounted(clause, kind, typed.measure, parsed)
    else:
        draft.struck = struck(clause, parsed)
        draft.figures += fatal_part(clause, parsed)
    if typed.carrier is not None:
        killed, hit = victims_named(typed.carrier, kind, parsed)
        known = {f.span for f in draft.figures}
        draft.figures = [*draft.figures, *(f for f in killed if f.span not in known)]
        draft.struck = [*draft.struck, *hit]


def settled(drafts: list[Draft], *, deadly: bool) -> list[Draft]:
    """The drafts with those hit counted as injured where nobody died, and without the hurt who died after all."""
    kept: list[Draft] = []
    for draft in drafts:
        told = any(f.measure in ("killed", "injured") for f in draft.figures)
        if draft.struck and not told and (not deadly or _lived(draft)):
            draft.figures = [*draft.figures, *draft.struck]
        elif draft.struck:
            draft.figures = [*draft.figures, *survivors(draft, drafts)]
        if not (draft.tentative and deadly and _died(draft, drafts)):
            kept.append(draft)
    _with_several(kept)
    return kept


def _with_several(drafts: list[Draft]) -> None:
    """Gives victims told of in the plural as two or more, by measures of which the report tells no number at all."""
    numbered = {f.measure for draft in drafts if draft.polarity == "+" for f in draft.figures}
    for draft in drafts:
        if draft.polarity == "-" or draft.modality not in _REAL:
            continue
        told = [f for f in draft.several if f.measure not in numbered]
        both = {f.span for f in told if any(f.span == g.span and f.measure != g.measure for g in told)}
        # "Civilians were killed and injured": two or more in all, and of each there was one.
        draft.figures = [*draft.figures, *(replace(f, low=1.0) if f.span in both else f for f in told)]


def _lived(draft: Draft) -> bool:
    """Whether the sentence says that those hit lived: shot in the leg, with wounds that kill nobody, "but survived"."""
    clause = draft.clause
    if clause is None:
        return False
    spared = any(i.classes & {"wound", "injure"} and i.modifiers & {"spared"} for i in clause.pp("with"))
    others = [c for c in draft.parsed.clauses if c.subject is not None and c.subject is clause.subject]
    survived = any("survive" in c.verb.classes and not c.verb.negated for c in others)
    return spared or survived or any("limb" in i.classes for i in clause.pp("in"))


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
    if _is_second(who) != _is_second(dead):
        return False  # "the second victim"
    # Whoever is told of second is taken up again by a pronoun, an article or his name.
    second = dead if away >= 0 else who
    named = any(a.person for a in second.actors) or second.head is None
    kin = any(m.sense("poss", "pronoun") for m in second.marks)  # "his father" is not he
    return bool(second.pronoun) or (away != 0 and ((second.definite and not kin) or named))


def _is_second(item: Item) -> bool:
    """ "A second victim", "the third man": told of beside another."""
    return any(m.sense("ordinal") is not None for m in item.marks)
