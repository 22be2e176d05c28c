"""extract: what a clause says: the rules of the pack first, then the verb's own type, then the act that it carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.extract.clause import Clause
from trucewatch.extract.item import Item
from trucewatch.languages.pack import Frame, Pack, Sense
from trucewatch.model.claim import Modality, Polarity

ACT_FAMILIES = ("kin.", "pos.", "wd.", "civ.", "hum.", "mon.", "crowd.")
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
    ("status_quo", "term.prohibition"),
    ("attack_generic", "term.prohibition"),
    ("strike", "term.prohibition"),
    ("fighting", "term.prohibition"),
    ("act", "term.prohibition"),
    ("truce", "term.prohibition"),
    ("control", "state.control"),
)
"""What a provision is about, by the class of the words in it, in order."""
BY_WEAPON = {
    "drone": "kin.drone_strike",
    "aircraft": "kin.air_strike",
    "artillery": "kin.shelling",
    "mortar": "kin.shelling",
    "mlrs": "kin.shelling",
    "tank": "kin.shelling",
    "missile": "kin.missile",
    "small_arms": "kin.small_arms",
    "ied": "kin.mine_ied",
}
WISHED = frozenset(
    {"threaten", "fear", "plan", "hope", "promise", "request", "demand_noun", "risk", "right", "offer", "prospect"}
)
"""Nouns that make what hangs on them no happening: "the threat of an attack", "un projet de retrait"."""
OPEN_TYPES = frozenset({"civ.attack", "kin.shelling", "kin.air_strike"})
"""Types that a named weapon makes more exact."""


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


def act_sense(item: Item | None) -> Sense | None:
    """The act that a noun phrase names ("an air strike"), its head first, then what "of" attaches."""
    if item is None:
        return None
    if item.head is not None and item.head.type and item.head.type.startswith(ACT_FAMILIES):
        return item.head
    if item.head is not None and item.head.classes & {"bare_strike"}:
        # "went on strike" is no air strike: a strike of war has an article, a number, an owner or a plural.
        of_war = item.definite or item.plural or item.actors or item.counts or item.of or item.owner or item.modifiers
        return item.head if of_war or len(item.marks) > 1 else None
    if item.classes & WISHED and not item.parts:
        return None
    for part in (*item.parts, *item.of):
        found = act_sense(part)
        if found is not None and (
            item.head is None or item.parts or not item.head.classes & {"agreement", "truce", "people"}
        ):
            return found
    return None


def weapon_of(items: Iterable[Item]) -> str | None:
    """The weapon named among phrases, the first that is named."""
    for item in items:
        for sense in item.all_senses():
            if "weapon" in sense.info and sense.classes & {"weapon_thing"}:
                return sense.info["weapon"]
        if any(a.id and a.id.endswith(".airforce") for a in item.actors):
            return "aircraft"
    return None


def exact_type(kind: str, weapon: str | None, act: Sense | None = None) -> str:
    """A type made more exact by the weapon: an attack by drones is a drone strike."""
    if weapon is None or kind not in OPEN_TYPES:
        return kind
    if kind != "civ.attack" and weapon != "drone":
        return kind
    return BY_WEAPON.get(weapon, kind)


def _classes(item: Item | None) -> set[str]:
    if item is None:
        return set()
    found = item.all_classes()
    if item.actors:
        found.add("actor")
        if any(
            (a.id and a.id.rpartition(".")[2] in ("army", "airforce", "police")) or a.kind == "force"
            for a in item.actors
        ):
            found.add("army_actor")
    if item.places:
        found.add("place")
    return found


def _needs(clause: Clause, name: str) -> bool:
    """Named conditions that classes alone cannot say."""
    everything = set().union(*(_classes(i) for i in clause.phrases())) if clause.phrases() else set()
    if name == "respond_right":
        return True
    if name == "child_capture":
        return any(child.verb.classes & {"capture"} for child in clause.children)
    if name == "child_avoid":
        return any(child.verb.classes & {"avoid"} for child in clause.children)
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
        _classes(clause.subject),
        set().union(*(_classes(o) for o in clause.objects)) if clause.objects else set(),
    )
    if clause.passive:
        subject, objects = (
            set().union(*(_classes(a) for a in clause.pp("by"))) if clause.pp("by") else set(),
            objects | subject,
        )
    if frame.subject and not frame.subject & subject:
        return False
    if frame.object and not frame.object & objects:
        return False
    everything = (
        subject | objects | set().union(*(_classes(np) for _, np in clause.pps)) if clause.pps else subject | objects
    )
    for phrase in _governed_phrases(clause):
        everything = everything | _classes(phrase)
    if frame.any and not frame.any & everything:
        return False
    if "speech_subject" in frame.without and subject & {"actor", "pronoun", "people", "speaker_noun"}:
        return False
    if frame.without & everything:
        return False
    return all(_needs(clause, need) for need in frame.needs)


def classify(clause: Clause, pack: Pack) -> Typed | None:
    """What a clause says, or None when it says nothing that the vocabulary holds."""
    everywhere = set().union(*(_classes(i) for i in clause.phrases())) if clause.phrases() else set()
    if "accident" in everywhere and (everywhere | clause.verb.classes) & {"blast", "harm"}:
        return None
    for frame in pack.frames_for(clause.verb.classes):
        if frame_fits(frame, clause):
            return Typed(
                exact_type(frame.gives, weapon_of(clause.phrases())),
                frame.id,
                frame.modality,  # type: ignore[arg-type]
                frame.set_polarity,  # type: ignore[arg-type]
                frame.measure,
                outcome=frame.outcome,
            )
    verb = clause.verb
    for reader in (_term, _copular, _harm, _own_type, _halted, _carried, _alliance):
        typed = reader(clause, verb, pack)
        if typed is not None:
            return typed
    return None


def _term(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """The agreement as subject: what it calls for, allows, includes, or leaves out."""
    subject = clause.subject
    if (
        subject is None
        or not _is_agreement(subject)
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
    phrases = _governed_phrases(clause)
    if clause.passive and clause.subject is not None:
        phrases.insert(0, clause.subject)
    if clause.verb.negated and phrases:
        return Typed("term.absent", rule, "term", "-")
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


def _governed_phrases(clause: Clause) -> list[Item]:
    """The phrases of a clause and of the infinitives that hang on it."""
    found = [*clause.objects, *(np for _, np in clause.pps)]
    for child in clause.children:
        if child.kind in ("infinitive", "gerund"):
            found += _governed_phrases(child)
    return found


def _harm(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Killed, injured, displaced: with the act that did it where one is named, else as harm."""
    if not verb.classes & {"harm"} or verb.verb is None or verb.verb.type is None:
        return None
    measure = verb.verb.info.get("measure")
    causes = [
        *([clause.subject] if clause.subject and not clause.passive and "intransitive" not in verb.classes else []),
        *clause.pp("by", "in", "through", "with", "on", "response"),
    ]
    victims = [] if clause.subject in causes else [clause.subject]
    acts = [(a, i) for i in causes if i not in victims and (a := act_sense(i)) is not None]
    acts = [(a, i) for a, i in acts if not a.classes & {"offensive", "capture", "movement"}]
    # An explosion whose kind is told beside it ("in a car bomb attack") is of that kind.
    if verb.negated or (clause.subject is not None and clause.subject.negated):
        acts = []  # "nobody was killed in the attack" denies the harm, not the attack
    acts.sort(key=lambda pair: pair[0].type == "kin.explosion_undetermined")
    for act, item in acts[:1]:
        kind = exact_type(act.type or "kin.air_strike", weapon_of(causes), act)
        return Typed(kind, f"{pack.code}.harm.cause", None, None, measure, act, item)
    weapon = weapon_of(causes)
    if weapon is not None and measure in ("killed", "injured"):
        return Typed(BY_WEAPON.get(weapon, "harm.killed"), f"{pack.code}.harm.weapon", None, None, measure)
    return Typed(verb.verb.type, f"{pack.code}.harm.{'passive' if clause.passive else 'active'}", None, None, measure)


_STATES = (("dead", "killed"), ("wounded", "injured"), ("missing", "missing"), ("displaced", "displaced"))


def _copular(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """ "Twenty people were missing", "three were dead"."""
    if "copula" not in verb.classes:
        return None
    told = {cls for item in clause.objects for cls in item.modifiers | item.classes if item.head is None}
    for state, measure in _STATES:
        if state in told:
            return Typed(f"harm.{measure}", f"{pack.code}.harm.{state}", None, None, measure)
    return None


def _own_type(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """A verb that names the act itself."""
    sense = verb.verb
    if sense is None or sense.type is None or not sense.type.startswith((*ACT_FAMILIES, "dip.", "harm.damaged")):
        return None
    if sense.type == "civ.attack" and not _hits_somebody(clause):
        return None
    doers = [clause.subject] if clause.subject is not None and not clause.passive else clause.pp("by")
    if "damage" in sense.classes:
        weapon = weapon_of(i for i in doers if i is not None)
        return Typed(BY_WEAPON[weapon], f"{pack.code}.act.damage", act=sense) if weapon in BY_WEAPON else None
    if sense.type.startswith("dip.") and sense.classes & {"agree"}:
        return None
    if sense.classes & {"capture"} and not any(
        _classes(i) & {"territory", "place", "base", "road", "stronghold"} for i in clause.phrases()
    ):
        return None
    if sense.classes & {"returning", "movement", "release"} and not any(
        _classes(i) & {"actor", "people", "refugee", "prisoner", "hostage", "weapon_thing"} for i in clause.phrases()
    ):
        return None
    told_by_subject = sense.classes & {"blast", "attack_generic", "impact"} and not clause.passive
    thing = act_sense(clause.subject) if told_by_subject else None
    kind = exact_type((thing.type if thing is not None else None) or sense.type, weapon_of(clause.phrases()))
    return Typed(kind, f"{pack.code}.act.verb", act=sense)


_HITTABLE = frozenset(
    {"actor", "people", "place", "base", "post", "territory", "weapon_thing", "movement", "facility", "property"}
)


def _hits_somebody(clause: Clause) -> bool:
    return any(_classes(i) & _HITTABLE for i in clause.phrases())


def _halted(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Acts that stopped: the strikes stopped; they halted the shelling."""
    if not verb.classes & {"halt"} or verb.form != "finite":
        return None
    for item in (clause.subject, *clause.objects):
        act = act_sense(item)
        if act is not None and act.type:
            return Typed(act.type, f"{pack.code}.act.halted", None, "-", act=act, carrier=item)
    return None


def _carried(clause: Clause, verb: Item, pack: Pack) -> Typed | None:
    """Verbs that carry an act noun: launched an offensive, clashes broke out, patrols were held."""
    if clause.passive and verb.classes & {"say", "register"}:
        return _told_of(clause, pack)
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
    }:
        return None
    # A cause is told of as what it leads to; a subject that merely is something says nothing yet.
    own = (
        clause.passive
        or verb.classes & {"occur", "impact", "escalation"}
        or ("begin" in verb.classes and not clause.objects)
    )
    carriers = [*clause.objects, *([clause.subject] if clause.subject is not None and own else [])]
    for item in carriers:
        act = act_sense(item)
        if act is not None and not item.negated:
            kind = exact_type(act.type or "kin.air_strike", weapon_of(clause.phrases()), act)
            mode: Modality | None = "planned" if verb.classes & {"plan", "announce"} else None
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
    if (backer.actors or backer.pronoun) and (
        backed.actors or backed.classes & {"people", "fighter", "sides"} or "actor" in _classes(backed)
    ):
        return Typed("state.alliance", f"{pack.code}.alliance", "state")
    return None
