"""extract: what somebody is accused of having done: an allegation with its figures, and never a fact."""

from __future__ import annotations

import dataclasses

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.governing import GOVERNING
from trucewatch.extract.meaning.roles import actors_in, each_once
from trucewatch.extract.phrases.acts import WISHED
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import ActorRole

CHARGED = ("kin.", "pos.", "civ.", "hum.", "mon.", "crowd.", "harm.")
"""Families of what somebody can be accused of having done."""
_CONTENT = frozenset({"gerund", "infinitive", "complement"})
"""How what somebody is accused of hangs on the accusing verb."""
_UNSURE = frozenset({"purpose", "condition", "doubt"})
_LOSS = frozenset({"harm", "cause", "toll"})
_CHARGES = frozenset({"of", "in", "for", "with", "by", "on"})
"""Prepositions between an accusing verb and the noun of the act: "of an attack on", "в обстреле", "بقصف"."""


def accuser_of(clause: Clause) -> Clause | None:
    """The accusing clause of whose content a clause is a part: the act, what joins it, and whom it harmed."""
    one, seen = clause, {id(clause)}
    while one.parent is not None and id(one.parent) not in seen:
        parent = one.parent
        seen.add(id(parent))
        if one.link & _UNSURE or one.kind in ("main", "sub"):
            return None
        if "accuse" in parent.verb.classes:
            own = one.kind == "coordinate" and one.subject is not parent.subject  # "that it shelled ... and killed"
            loss = (one.kind == "relative" or _of_the_noun(one)) and bool(one.verb.classes & _LOSS)
            return parent if one.kind in _CONTENT or own or loss else None
        if not _goes_on(one, parent):
            return None
        one = parent
    return None


def _of_the_noun(clause: Clause) -> bool:
    """A participle that describes the noun before it, where it is a verbal noun as well: "askerin öldüğü | saldırı"."""
    return clause.kind == "reduced" and clause.verb.verb is not None and "nominal" in clause.verb.verb.forms


def _goes_on(clause: Clause, above: Clause) -> bool:
    """Whether a clause tells on what the one that it hangs on tells: "shelling the market | and killing two"."""
    if above.verb.classes & GOVERNING or above.verb.negated or above.verb.modal:
        return False
    if clause.kind == "infinitive":
        return clause.verb.perfect
    if clause.kind == "relative":
        return bool(clause.verb.classes & _LOSS) or "what" in clause.link
    return clause.kind != "coordinate" or clause.verb.form == above.verb.form


def accused_in(accuser: Clause) -> list[Item]:
    """Who is accused: the object, the subject of a passive, or whoever stands behind "to" or "on"."""
    if accuser.passive:
        return [accuser.subject] if accuser.subject is not None else []
    people = [item for item in accuser.objects if item.actors or item.pronoun or "people" in item.classes]
    if "hold_to" in accuser.verb.classes and not people:  # "возложил на Израиль | ответственность"
        people = [np for np in accuser.pp("to", "on", "in") if np.actors]
    return people or accuser.objects[:1] or accuser.pp("to", "on")[:1]


def charge_of(item: Item, parsed: Parsed) -> Clause | None:
    """The accusing clause that has the noun of an act for what somebody is accused of: "accused of an attack on"."""
    for clause in parsed.clauses:
        if "accuse" not in clause.verb.classes or clause.verb.negated or clause.verb.modal:
            continue
        if any(item is part for whole in clause.objects for part in (*_charged_with(whole), *whole.of)):
            return clause  # "accused | the army of a strike": the "of" stands right behind whom it is about
        for prep, phrase in clause.pps:
            wished = bool(phrase.classes & WISHED)  # "accused of preparing an attack"
            held = item is phrase or (not wished and any(item is part for part in (*phrase.parts, *phrase.of)))
            if held and prep.cls & _CHARGES and not (clause.passive and phrase in clause.pp("by")):
                return clause
    return None


def _charged_with(item: Item) -> list[Item]:
    """ "Held Israel responsible for the strike", where the strike stands in the phrase of the responsibility."""
    return [item] if "responsibility" in item.classes and "act" in item.classes else []


def blamed_for(item: Item, parsed: Parsed) -> Clause | None:
    """The clause that lays an act, taken for granted, on somebody: "blamed the attack on separatists"."""
    for clause in parsed.clauses:
        if "accuse" not in clause.verb.classes or clause.verb.negated or clause.verb.modal or clause.kind == "reduced":
            continue
        told = [clause.subject] if clause.passive else clause.objects
        if any(item is whole for whole in told) and "responsibility" not in item.classes and clause.pp("on", "to"):
            return clause
    return None


def laid_on(clause: Clause, parsed: Parsed) -> list[ActorRole]:
    """Those on whom a clause lays an act."""
    return [
        actor
        for item in clause.pp("on", "to")
        for actor in actors_in([item], "perpetrator", parsed, "blamed") or [_in_its_words(item, parsed)]
    ]


def _in_its_words(item: Item, parsed: Parsed) -> ActorRole:
    span = parsed.span(item.start, item.end)
    return ActorRole("perpetrator", parsed.original[slice(*span)], None, "blamed", span)


def as_blamed(found: tuple[ActorRole, ...], accuser: Clause, parsed: Parsed) -> tuple[ActorRole, ...]:
    """The actors of an act that somebody is accused of: who is said to have done it is blamed for it."""
    own = {a.text for a in actors_in(_accusers(accuser), "party", parsed)}
    told = [
        dataclasses.replace(a, basis="blamed") if a.role == "perpetrator" else a
        for a in found
        if not (a.role == "perpetrator" and a.text in own)
    ]
    blamed = [] if any(a.role == "perpetrator" for a in told) else _blamed(accuser, parsed)
    known = {a.text for a in blamed}
    return each_once([*blamed, *(a for a in told if a.text not in known)])


def _blamed(accuser: Clause, parsed: Parsed) -> list[ActorRole]:
    return actors_in(accused_in(accuser), "perpetrator", parsed, "blamed")


def _accusers(accuser: Clause) -> list[Item]:
    if accuser.passive:
        return accuser.pp("by")
    return [accuser.subject] if accuser.subject is not None else []
