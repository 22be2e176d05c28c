"""extract: what a clause says: the rules of the pack first, then the verb's own type, then the act that it carries."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.force import (
    BURNERS,
    about_its_thing,
    at_an_idea,
    beside,
    doers_of,
    elsewhere,
    hits_somebody,
    is_figurative,
    undergoers,
)
from trucewatch.extract.meaning.framing import Told, frame_fits, governed_phrases
from trucewatch.extract.meaning.harm import harm_of
from trucewatch.extract.phrases.acts import ACT_FAMILIES, BY_WEAPON, act_sense, classes_of, exact_type, weapon_of
from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Pack, Sense
from trucewatch.model.claim import Modality, Polarity

TERM_CONTENT = (
    ("zone", "term.zone"),
    ("patrol", "term.patrol"),
    ("post", "term.observation_post"),
    ("prisoner", "term.exchange"),
    ("hostage", "term.exchange"),
    ("returning", "term.return"),
    ("aid", "term.humanitarian"),
    ("sovereignty", "term.principle"),
    ("withdraw", "term.withdrawal"),
    ("weapons_withdraw", "term.withdrawal"),
    ("parameter", "term.deadline"),
    ("movement", "term.deployment"),
    ("release", "term.exchange"),
    ("status_quo", "term.prohibition"),
    ("attack_generic", "term.prohibition"),
    ("strike", "term.prohibition"),
    ("fighting", "term.prohibition"),
    ("act", "term.prohibition"),
    ("truce", "term.prohibition"),
    ("control", "state.control"),
)
"""What a provision is about, by the class of the words in it, in order."""


_HEAVY = frozenset({"artillery", "mortar", "mlrs"})
_TOLD_AFTER = frozenset({"kin.aircraft_downed", "kin.interception", "pos.territory_taken"})
"""Acts that are announced when they are done: "announced the downing of a drone"."""


@dataclass(slots=True)
class Typed:
    """The reading of a clause or phrase: vocabulary code, stance where the words fix it, and the rule that read it."""

    type: str
    rule: str
    modality: Modality | None = None
    polarity: Polarity | None = None
    measure: str | None = None
    act: Sense | None = None
    carrier: Item | None = None
    """The noun phrase that names the act, when it is not the verb."""
    outcome: str | None = None


def classify(clause: Clause, pack: Pack) -> Typed | None:
    """What a clause says, or None when it says nothing that the vocabulary holds."""
    if "blast" in clause.verb.classes and any("accident" in classes_of(i) for i in clause.phrases()):
        return None
    if elsewhere(clause):
        return None  # "the striker shot twice on target"
    put_off = _called_off(clause, clause.verb, pack)
    if put_off is not None:
        return put_off
    frames = pack.frames_for(clause.verb.classes)
    told = Told(clause)
    for frame in frames:
        if frame_fits(frame, told):
            by = next((i for i in clause.pp("through") if act_sense(i)), None) if frame.gives == "harm.killed" else None
            if by is not None and (act := act_sense(by)) is not None:
                # "lost dozens of men through air strikes"
                kind = exact_type(act.type or "kin.air_strike", weapon_of([by]), act)
                return Typed(kind, frame.id, None, None, frame.measure, act, by)
            means = [*clause.phrases(), *_own_subject(clause)]
            named = clause.objects if frame.object else _withdrawal(frame.gives, clause)
            if frame.measure == "neutralised":  # "destroyed two aircraft": what is destroyed did not do it
                means = [i for i in means if i not in undergoers(clause)]
            return Typed(
                exact_type(frame.gives, weapon_of(means)),
                frame.id,
                frame.modality,  # type: ignore[arg-type]
                frame.set_polarity,  # type: ignore[arg-type]
                frame.measure,
                carrier=next((o for o in named if act_sense(o) is not None), None),
                outcome=frame.outcome,
            )
    verb = clause.verb
    return (
        _term(clause, verb, pack)
        or _harm(clause, verb, pack)
        or _own_type(clause, verb, pack)
        or _halted(clause, verb, pack)
        or _carried(clause, verb, pack)
        or _alliance(clause, verb, pack)
    )


def _withdrawal(kind: str, clause: Clause) -> list[Item]:
    """The phrases that may name the withdrawal that a rule gives: "the rebels' pull-out was completed"."""
    if not kind.startswith("wd."):
        return []
    return [*clause.objects, *([clause.subject] if clause.subject is not None else [])]


def _own_subject(clause: Clause) -> list[Item]:
    """The subject also where it is that of the clause before: "shells fired from the hill hit a camp"."""
    return [clause.subject] if clause.subject is not None and not clause.passive else []


def _term(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """The agreement as subject: what it calls for, allows, includes, or leaves out."""
    subject = clause.subject
    if (
        subject is None
        or not (_is_agreement(subject) or ("truce" in subject.classes and "provide_term" in verb.classes))
        or not verb.classes & {"provide_term", "say", "promise", "demand", "request", "halt"}
    ):
        return None
    return term_of(clause, pack, "term.subject")


def _is_agreement(item: Item) -> bool:
    """The agreement itself, or "part of the deal", but not a breach of it or a party to it."""
    if "agreement" in item.classes:
        return True
    return not item.classes & {"violate", "people", "act", "implement", "collapse"} and any(
        "agreement" in o.classes for o in item.of
    )


def term_of(clause: Clause, pack: Pack, rule: str) -> Typed | None:
    """The kind of provision by what the clause's phrases are about."""
    phrases = governed_phrases(clause)
    if clause.passive and clause.subject is not None:
        phrases.insert(0, clause.subject)
    if clause.verb.negated and phrases:
        if clause.verb.modal and not (clause.subject is not None and _is_agreement(clause.subject)):
            return Typed("term.prohibition", rule, "term", "+")  # "under the deal no side may fire": it is agreed
        return Typed("term.absent", rule, "term", "-")
    if rule.endswith("term.document") and clause.subject is not None:
        phrases.append(clause.subject)  # "under the protocol all tanks must leave"
    verbs = {cls for child in clause.children if child.kind in ("infinitive", "gerund") for cls in child.verb.classes}
    for phrase in phrases:
        found = phrase.all_classes()
        for cls, code in TERM_CONTENT:
            if cls in found:
                return Typed(code, rule, "term")
    for cls, code in TERM_CONTENT:
        if cls in clause.verb.classes | verbs:
            return Typed(code, rule, "term")
    return None


def _harm(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """People harmed, as harm.py reads it."""
    found = harm_of(clause)
    if found is None:
        return None
    rule = f"{pack.code}.harm.{found.rule}"
    return Typed(found.type, rule, found.modality, None, found.measure, found.act, found.carrier)


def _own_type(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """A verb that names the act itself."""
    sense = verb.verb
    if sense is None or sense.type is None or not sense.type.startswith((*ACT_FAMILIES, "dip.", "harm.damaged")):
        return None
    if sense.type == "civ.attack" and not hits_somebody(clause):
        return None
    if "damage" in sense.classes:
        return _destroyed(clause, sense, pack)
    if sense.type.startswith("dip.") and sense.classes & {"agree"}:
        return None
    if not about_its_thing(sense, clause) or is_figurative(sense, clause):
        return None
    if sense.type == "crowd.protest" and any(_is_office(i) for i in doers_of(clause)):
        return Typed("dip.reaction", f"{pack.code}.act.protest", act=sense)  # "Ankara protested the raid"
    if sense.type == "civ.killing" and (how := _how_killed(clause)) is not None:
        kind = exact_type(how[0].type or "kin.air_strike", weapon_of([how[1]]), how[0])
        killed = "killed" if clause.passive or clause.objects else None
        return Typed(kind, f"{pack.code}.act.killing", measure=killed, act=how[0], carrier=how[1])
    told = [clause.subject, *clause.pp("with")] if not clause.passive else clause.pp("by", "in", "with", "through")
    told = [i for i in told if i is not None] if sense.classes & {"blast", "attack_generic", "impact"} else []
    if "arson" in sense.classes and not any(classes_of(i) & BURNERS for i in doers_of(clause)):
        return None  # a tank of oil that burned set nothing on fire
    told = clause.pp("to", "for") if "undergo" in sense.classes else told
    thing = next((act for i in told if (act := act_sense(i)) is not None), None)
    hit = [clause.subject] if "undergo" in sense.classes else undergoers(clause)
    with_what = [i for i in [*clause.phrases(), *beside(clause)] if all(i is not other for other in hit)]
    named = (thing.type or "kin.air_strike") if thing is not None else sense.type
    if "undergo" in sense.classes:
        return Typed(exact_type(named, weapon_of(with_what), sense), f"{pack.code}.act.verb", act=sense)
    if named == "kin.explosion_undetermined" and not clause.passive and weapon_of(_own_subject(clause)) == "drone":
        named = "kin.drone_strike"  # "a drone exploded over the parade"
    if named == "kin.small_arms" and weapon_of(told_by(clause)) in _HEAVY:
        named = "kin.shelling"  # "opened fire with mortars"
    kind = exact_type(named, weapon_of(with_what), sense)
    return Typed(kind, f"{pack.code}.act.verb", act=sense)


def _is_office(item: Item) -> bool:
    """A state, ministry or delegation, which protests in words."""
    found = classes_of(item)
    return bool(found & {"actor", "speaker_noun"}) and not found & {"people", "crowd_people", "soldier"}


def _how_killed(clause: Clause) -> tuple[Sense, Item] | None:
    """ "Was assassinated in a drone strike on his car": the act that killed."""
    for item in clause.pp("in", "by", "through", "with"):
        act = act_sense(item)
        if act is not None and (act.type or "kin.").startswith("kin.") and not act.classes & {"offensive", "clash"}:
            return act, item
    return None


def told_by(clause: Clause) -> list[Item]:
    """Who or what does it in an active clause: its subject, and what stands behind "with", "from" and "by"."""
    return [*_own_subject(clause), *clause.pp("with", "from", "by")]


def _destroyed(clause: Clause, sense: Sense, pack: Pack) -> Typed | None:
    """What was destroyed, by the act or weapon that did it, or by men: then it is destruction of property."""
    rule = f"{pack.code}.act.damage"
    doers = [clause.subject] if not clause.passive else clause.pp("by", "in", "through", "response")
    acts = [i for i in doers if i is not None and (a := act_sense(i)) is not None and a.type and "act" in a.classes]
    for item in acts:
        act = act_sense(item)
        if act is not None and not act.classes & {"offensive", "movement", "capture", "clash"}:
            kind = exact_type(act.type or "kin.air_strike", weapon_of([item, *beside(clause)]))
            return Typed(kind, rule, act=act, carrier=item)
    weapon = weapon_of(i for i in doers if i is not None)
    if weapon in BY_WEAPON:
        return Typed(BY_WEAPON[weapon], rule, act=sense)
    armed = any(classes_of(i) & {"actor", "army_actor", "soldier", "fighter"} for i in doers)
    armed = armed or bool(acts)
    lost = any(classes_of(i) & {"property", "facility", "vehicle", "base"} for i in undergoers(clause))
    return Typed("civ.looting_destruction", rule, act=sense) if armed and lost else None


def _halted(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Acts that stopped: the strikes stopped; they halted the shelling."""
    if not verb.classes & {"halt"} or verb.form != "finite":
        return None
    for item in (clause.subject, *clause.objects):
        act = act_sense(item)
        if act is not None and act.type:
            # "the strikes have not stopped": they go on.
            goes_on = verb.negated
            mood: Modality | None = "ongoing" if goes_on else None
            return Typed(act.type, f"{pack.code}.act.halted", mood, "+" if goes_on else "-", act=act, carrier=item)
    return None


def _called_off(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Acts that were put off or cancelled, and so were not done: "postponed the patrol", "the release was delayed"."""
    if "fail_act" not in verb.classes or verb.form != "finite":
        return None
    by_itself = clause.passive or "intransitive" in verb.classes
    done_to = [clause.subject] if by_itself else clause.objects
    for item in done_to:
        act = act_sense(item)
        if act is not None and act.type:
            # "has not cancelled the patrol" says nothing of whether it went.
            mood: Modality | None = "planned" if verb.negated or verb.modal else None
            return Typed(act.type, f"{pack.code}.act.called_off", mood, "+" if mood else "-", act=act, carrier=item)
    return None


def _carried(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Verbs that carry an act noun: launched an offensive, clashes broke out, patrols were held."""
    if clause.passive and verb.classes & {"say", "register", "heard"} and "admit" not in verb.classes:
        return _told_of(clause, pack)
    if "rule_out" in verb.classes:
        return None  # "does not rule out new strikes"
    if not verb.classes & {
        "begin",
        "occur",
        "cause",
        "generic",
        "organise",
        "announce",
        "plan",
        "register",
        "impact",
        "escalation",
        "endure",
    }:
        return None
    # A cause is told of as what it leads to; a subject that merely is something says nothing yet.
    own = (
        clause.passive
        or verb.classes & {"occur", "impact", "escalation"}
        or ("begin" in verb.classes and not clause.objects)
    )
    carriers = [*clause.objects, *([clause.subject] if clause.subject is not None and own else [])]
    for item in (part for whole in carriers for part in (whole.parts or [whole])):
        act = act_sense(item)
        if _carries_nothing(item, act, clause):
            continue
        if act is not None and any("illness" in classes_of(np) for np in clause.pp("against", "with")):
            return None  # "a battle against cancer"
        if at_an_idea(item, clause):
            return None  # "launched an attack on the budget"
        told = not item.negated or verb.negated  # "لم تسجل أي غارات": no strikes were recorded
        if act is not None and told and not any("animal" in o.classes for o in item.of):
            kind = exact_type(act.type or "kin.air_strike", weapon_of(clause.phrases()), act)
            told_after = act.type in _TOLD_AFTER and "announce" in verb.classes
            mode: Modality | None = "planned" if verb.classes & {"plan", "announce"} and not told_after else None
            if "remember" in verb.classes and verb.modal is None:
                mode = "happened"  # "are investigating a shooting": what is looked into is over
            return Typed(kind, f"{pack.code}.act.carried", mode, None, act=act, carrier=item)
        if (
            item.head is not None
            and item.head.type
            and item.head.type.startswith("dip.")
            and verb.classes & {"begin", "occur", "generic", "organise", "plan"}
        ):
            mood: Modality | None = "planned" if "plan" in verb.classes else None
            return Typed(item.head.type, f"{pack.code}.talks.held", mood, act=item.head, carrier=item)
    return None


def _carries_nothing(item: Item, act: Sense | None, clause: Clause) -> bool:
    """Whether a phrase with an act's noun is no act here: its details, a thing left over, a strike of workers."""
    if "parameter" in item.classes:
        return True  # "did not give details of the attack"
    if clause.kind == "reduced" and "arms" in item.classes and "generic" in clause.verb.classes:
        return True  # "a mine left over from the war": a thing, until a verb says that it went off
    return act is not None and act.type is None and clause.subject is not None and "labour" in clause.subject.classes


def _told_of(clause: Clause, pack: Pack) -> Typed | None:
    """ "No air strikes were reported", "two explosions were recorded"."""
    act = act_sense(clause.subject)
    if act is None or clause.subject is None or not act.type:
        return None
    polarity: Polarity | None = "-" if clause.subject.negated or clause.verb.negated else None
    return Typed(act.type, f"{pack.code}.act.reported", None, polarity, act=act, carrier=clause.subject)


def _alliance(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    if not verb.classes & {"support"}:
        return None
    backer = clause.subject if not clause.passive else next(iter(clause.pp("by")), None)
    backed = next(iter(clause.objects), None) if not clause.passive else clause.subject
    if backer is None or backed is None:
        return None
    named = backer.actors or backer.pronoun or any(o.actors for o in backer.of)
    if named and (backed.actors or backed.classes & {"people", "fighter", "sides"} or "actor" in classes_of(backed)):
        return Typed("state.alliance", f"{pack.code}.alliance", "state")
    return None
