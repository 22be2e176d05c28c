"""extract: what a clause tells of people harmed: killed, injured, displaced, and by which act where one is named."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.force import beside, is_idea, undergoers
from trucewatch.extract.phrases.acts import BY_WEAPON, act_sense, exact_type, weapon_of
from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Sense
from trucewatch.model.claim import Modality

_STATES = (("dead", "killed"), ("wounded", "injured"), ("missing", "missing"), ("displaced", "displaced"))
_NEVER_A_CAUSE = frozenset({"offensive", "capture", "movement"})
_PEOPLE = frozenset({"people", "dead_people", "pronoun", "age"})


@dataclass(frozen=True, slots=True)
class Harm:
    """Harm told by a clause: vocabulary code, the last part of the rule's name, measure, and the act that did it."""

    type: str
    rule: str
    measure: str | None
    act: Sense | None = None
    carrier: Item | None = None
    modality: Modality | None = None


def harm_of(clause: Clause) -> Harm | None:
    """The harm that a clause tells of, by its verb, by a state, or by what is done with the hurt."""
    if clause.verb.classes & {"kill", "injure"} and any(is_idea(item) for item in undergoers(clause)):
        return None  # "killed the match with a late goal"
    if _by_an_idea(clause):
        return None
    found = _state(clause) or _lethal(clause) or _by_verb(clause) or _hurt(clause)
    if found is None:
        return None
    by_what = [*clause.pp("by", "with", "of", "from"), *([] if clause.passive else [clause.subject])]
    by_what += clause.objects if "intransitive" in clause.verb.classes else []  # "décédées | de la rougeole"
    if any(item is not None and "disease" in item.classes for item in by_what):
        return None  # "20 children died of measles", "trade was struck by paralysis": nobody did it
    return found


def _state(clause: Clause) -> Harm | None:
    """ "Twenty people were missing", "three are dead"."""
    if "copula" not in clause.verb.classes:
        return None
    told = {cls for item in clause.objects for cls in item.modifiers | item.classes if item.head is None}
    for state, measure in _STATES:
        if state in told:
            # Who is dead has died: a state in the present tells what happened.
            now = state in ("dead", "wounded") and not clause.verb.modal and not clause.verb.negated
            return Harm(f"harm.{measure}", state, measure, modality="happened" if now else None)
    return None


def _lethal(clause: Clause) -> Harm | None:
    """ "was fatally shot", "was beaten to death": the way it was done tells that it killed."""
    verb = clause.verb
    if verb.verb is None or not verb.classes & {"hit", "injure", "lethal"}:
        return None
    fatal = any(m.sense("adv", "fatal") for m in verb.marks)
    to_death = verb.classes & {"lethal", "hit"} and any("kill" in i.classes for i in clause.pp("to"))
    if not (fatal or to_death):
        return None
    code = verb.verb.type if verb.verb.type and verb.verb.type.startswith("kin.") else "harm.killed"
    return Harm(code, "lethal", "killed", verb.verb)


def _by_verb(clause: Clause) -> Harm | None:
    """Killed, injured, displaced: with the act that did it where one is named, else as harm."""
    verb = clause.verb
    if not verb.classes & {"harm"} or verb.verb is None or verb.verb.type is None:
        return None
    measure = verb.verb.info.get("measure")
    causes = [
        *([clause.subject] if clause.subject and not clause.passive and "intransitive" not in verb.classes else []),
        *clause.pp("by", "in", "through", "with", "on", "response"),
    ]
    victims = [] if clause.subject in causes else [clause.subject]
    acts = [(a, i) for i in causes if i not in victims and (a := act_sense(i)) is not None]
    acts = [(a, i) for a, i in acts if not a.classes & _NEVER_A_CAUSE and _of_force(a)]
    # An explosion whose kind is told beside it ("in a car bomb attack") is of that kind.
    if verb.negated or (clause.subject is not None and clause.subject.negated):
        acts = []  # "nobody was killed in the attack" denies the harm, not the attack
    if measure == "displaced":
        acts = [(a, i) for a, i in acts if "clash" not in a.classes]  # fighting is what they fled, no act against them
    acts.sort(key=lambda pair: pair[0].type == "kin.explosion_undetermined")
    for act, item in acts[:1]:
        with_what = next((a for i in beside(clause) if (a := act_sense(i)) is not None and a.type), None)
        # "an attack with a grenade wounded two"
        told = with_what if with_what is not None and "attack_generic" in act.classes else act
        kind = exact_type(told.type or "kin.air_strike", weapon_of(causes), told)
        return Harm(kind, "cause", measure, told, item)
    weapon = weapon_of(causes)
    if weapon is not None and measure in ("killed", "injured"):
        return Harm(BY_WEAPON.get(weapon, "harm.killed"), "weapon", measure)
    return Harm(verb.verb.type, "passive" if clause.passive else "active", measure)


def _by_an_idea(clause: Clause) -> bool:
    """ "Inflation kills small businesses": neither who kills nor who is killed is somebody."""
    if clause.passive or "kill" not in clause.verb.classes or not is_idea(clause.subject):
        return False
    hurt = undergoers(clause)
    return bool(hurt) and not any(
        i.counts or i.actors or i.pronoun or i.all_classes() & {"people", "animal"} for i in hurt
    )


def _of_force(act: Sense) -> bool:
    """Whether an act can be what killed: no observation post, patrol or march."""
    return act.type is None or act.type.startswith(("kin.", "civ.", "crowd.violent"))


def _hurt(clause: Clause) -> Harm | None:
    """ "was taken to hospital", "is in critical condition", "was found with gunshot wounds": hurt, by what is told."""
    verb = clause.verb
    hurt = (
        "hospitalise" in verb.classes
        or ("convey" in verb.classes and any("hospital" in i.all_classes() for i in clause.pp("to", "in", "with")))
        or (_in_a_state(verb) and any("patient" in i.classes for i in clause.pp("in")))
        or ("suffer" in verb.classes and any(_wound(i) for i in (*clause.objects, *clause.pp("from", "with"))))
        or (verb.classes & {"find", "convey", "treat"} and any(_wound(i) for i in clause.pp("with", "for")))
        or ("impact" in verb.classes and (_by_shot(clause) if clause.passive else _of_shots(clause)))
        or ("copula" in verb.classes and _in_hospital(clause))
    )
    if not hurt or verb.negated or any("dead" in i.modifiers for i in hurt_people(clause)):
        return None
    if not any(i is not None and _is_people(i) for i in hurt_people(clause)):
        return None
    now = verb.tense == "pres" and not verb.modal
    return Harm("harm.injured", "hurt", "injured", modality="happened" if now else None)


def hurt_people(clause: Clause) -> list[Item]:
    """Who is hurt: the object of what is done to somebody, else the subject."""
    host = clause.parent
    found = host is not None and clause.verb.form == "gerund" and "find" in host.verb.classes
    if found and host is not None and host.objects and clause.inherited_subject:
        return host.objects[-1:]  # "found a man suffering from wounds"
    if clause.objects and not clause.passive and not clause.verb.classes & {"suffer", "copula"}:
        return clause.objects
    return [clause.subject] if clause.subject is not None else []


def _in_a_state(verb: Item) -> bool:
    """Verbs that say how somebody is or is held: "are listed in critical condition"."""
    return bool(verb.classes & {"copula", "register", "convey"}) or any(m.sense("aux", "be") for m in verb.marks)


def _wound(item: Item) -> bool:
    return bool(item.all_classes() & {"wound", "injure"})


def _by_shot(clause: Clause) -> bool:
    """ "was hit by a bullet", "was struck in the leg"."""
    shot = any(i.classes & {"bullet", "shooting"} for i in clause.pp("by", "in"))
    return shot or any(i.classes & {"limb", "body_part"} for i in clause.pp("in"))


def _of_shots(clause: Clause) -> bool:
    """ "A bullet grazed two guards", "fired 27 shots, striking four people": what is told to hit is the shot."""
    if not any("people" in item.all_classes() for item in clause.objects):
        return False
    host = clause.parent if clause.verb.form == "gerund" else None
    shots = [clause.subject] if clause.subject is not None and not clause.inherited_subject else []
    shots += host.objects if host is not None else []
    fired = host is not None and "shooting" in host.verb.classes
    return fired or any(i.classes & {"bullet", "shooting"} for i in shots)


def _in_hospital(clause: Clause) -> bool:
    """ "Are at a hospital with gunshot wounds"."""
    there = any("hospital" in i.classes for i in clause.pp("in", "on"))
    return there and any(_wound(i) for i in clause.pp("with"))


def _is_people(item: Item) -> bool:
    return bool(item.all_classes() & _PEOPLE) or any(a.person for a in item.actors) or bool(item.counts)
