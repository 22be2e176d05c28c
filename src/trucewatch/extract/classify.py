"""extract: what a clause says: the rules of the pack first, then the verb's own type, then the act that it carries."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.acts import ACT_FAMILIES, BY_WEAPON, act_sense, classes_of, exact_type, weapon_of
from trucewatch.extract.clause import Clause
from trucewatch.extract.framing import frame_fits, governed_phrases
from trucewatch.extract.harm import harm_of
from trucewatch.extract.item import Item
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
    ("status_quo", "term.prohibition"),
    ("attack_generic", "term.prohibition"),
    ("strike", "term.prohibition"),
    ("fighting", "term.prohibition"),
    ("act", "term.prohibition"),
    ("truce", "term.prohibition"),
    ("control", "state.control"),
)
"""What a provision is about, by the class of the words in it, in order."""


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
    everywhere = set().union(*(classes_of(i) for i in clause.phrases())) if clause.phrases() else set()
    if "accident" in everywhere and "blast" in clause.verb.classes:
        return None
    if "game" in everywhere and clause.verb.classes & {"shooting", "attack_generic", "strike", "collapse"}:
        return None  # "the striker shot twice on target"
    for frame in pack.frames_for(clause.verb.classes):
        if frame_fits(frame, clause):
            return Typed(
                exact_type(frame.gives, weapon_of(clause.phrases())),
                frame.id,
                frame.modality,  # type: ignore[arg-type]
                frame.set_polarity,  # type: ignore[arg-type]
                frame.measure,
                carrier=next((o for o in clause.objects if act_sense(o) is not None), None) if frame.object else None,
                outcome=frame.outcome,
            )
    verb = clause.verb
    for reader in (_term, _harm, _own_type, _halted, _carried, _alliance):
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
    phrases = governed_phrases(clause)
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
    if sense.type == "civ.attack" and not _hits_somebody(clause):
        return None
    if "damage" in sense.classes:
        return _destroyed(clause, sense, pack)
    if sense.type.startswith("dip.") and sense.classes & {"agree"}:
        return None
    if not _about_its_thing(sense, clause) or _figurative(sense, clause):
        return None
    told = [clause.subject] if not clause.passive else clause.pp("by", "in", "with", "through")
    told = [i for i in told if i is not None] if sense.classes & {"blast", "attack_generic", "impact"} else []
    if "arson" in sense.classes and not any(classes_of(i) & _BURNERS for i in _doers(clause)):
        return None  # a tank of oil that burned set nothing on fire
    thing = next((act for i in told if (act := act_sense(i)) is not None), None)
    with_what = [i for i in [*clause.phrases(), *_beside(clause)] if i not in _undergoers(clause)]
    named = (thing.type or "kin.air_strike") if thing is not None else sense.type
    kind = exact_type(named, weapon_of(with_what), sense)
    return Typed(kind, f"{pack.code}.act.verb", act=sense)


def _doers(clause: Clause) -> list[Item]:
    """Who does it: the subject, or of a passive whoever stands behind "by"; of an agentless passive the undergoer."""
    if not clause.passive:
        return [clause.subject] if clause.subject is not None else []
    return clause.pp("by") or [i for i in (clause.subject,) if i is not None and "property" in classes_of(i)]


def _beside(clause: Clause) -> list[Item]:
    """By whom or with what, told between subject and verb: "raids by helicopters"."""
    return [np for prep, np in clause.between if prep.cls & {"by", "with", "from"}]


def _undergoers(clause: Clause) -> list[Item]:
    """What the act is done to: the objects, or the subject of a passive."""
    if not clause.passive:
        return clause.objects
    return [clause.subject] if clause.subject is not None else []


_NEEDS_THING = (
    ("downing", frozenset({"flying", "aircraft", "shell", "weapon_thing", "pronoun"})),
    ("intercepting", frozenset({"flying", "aircraft", "shell", "weapon_thing", "pronoun"})),
    ("capture", frozenset({"territory", "place", "base", "road", "stronghold", "facility"})),
    (
        "withdraw",
        frozenset(
            {
                "actor",
                "people",
                "weapon_thing",
                "weapons_withdraw",
                "territory",
                "place",
                "base",
                "pronoun",
                "sides",
                "post",
            }
        ),
    ),
    ("movement", frozenset({"actor", "people", "weapon_thing"})),
    ("returning", frozenset({"actor", "people", "refugee", "idp"})),
    ("release", frozenset({"actor", "people", "refugee", "prisoner", "hostage"})),
)
"""Verbs that say an act only of certain things: who releases a film or captures a mood has done nothing of the kind."""


_OF_OBJECTS = frozenset({"release", "downing", "intercepting"})
"""Those that must have it as what is done to, not only somewhere."""


def _figurative(sense: Sense, clause: Clause) -> bool:
    """Whether a word of force is a figure of speech: a price exploded, a singer bombed, they fight a disease."""
    if any(classes_of(i) & {"paper", "offer", "promise", "illness"} for i in _undergoers(clause)):
        return True
    if "clash" in sense.classes and (clause.pp("dispute", "topic") or _talkers(clause.subject)):
        return not any(classes_of(np) & {"territory", "place", "base"} for np in clause.pp("dispute"))
    if "blast" in sense.classes and clause.subject is not None and "abstract" in classes_of(clause.subject):
        return True
    aimless = sense.classes & {"strike", "offensive"} and not clause.passive and not clause.objects
    return bool(aimless) and bool(clause.phrases()[1:]) and not _hits_somebody(clause)


def _talkers(item: Item | None) -> bool:
    """Ministers and parties, who clash in words."""
    found = classes_of(item)
    return bool(found & {"sides", "speaker_noun"}) and not found & {"soldier", "fighter", "civilian", "actor"}


def _about_its_thing(sense: Sense, clause: Clause) -> bool:
    """Whether an ambiguous verb has what it needs to be the act."""
    for cls, things in _NEEDS_THING:
        if cls in sense.classes:
            undergone = _undergoers(clause) if cls in _OF_OBJECTS else clause.phrases()
            return any(classes_of(i) & things for i in undergone)
    return True


def _destroyed(clause: Clause, sense: Sense, pack: Pack) -> Typed | None:
    """What was destroyed, by the act or weapon that did it, or by men: then it is destruction of property."""
    rule = f"{pack.code}.act.damage"
    doers = [clause.subject] if not clause.passive else clause.pp("by", "in", "through", "response")
    acts = [i for i in doers if i is not None and (a := act_sense(i)) is not None and a.type and "act" in a.classes]
    for item in acts:
        act = act_sense(item)
        if act is not None and not act.classes & {"offensive", "movement", "capture"}:
            kind = exact_type(act.type or "kin.air_strike", weapon_of([item, *_beside(clause)]))
            return Typed(kind, rule, act=act, carrier=item)
    weapon = weapon_of(i for i in doers if i is not None)
    if weapon in BY_WEAPON:
        return Typed(BY_WEAPON[weapon], rule, act=sense)
    armed = any(classes_of(i) & {"actor", "army_actor", "soldier", "fighter"} for i in doers)
    lost = any(classes_of(i) & {"property", "facility", "vehicle", "base"} for i in _undergoers(clause))
    return Typed("civ.looting_destruction", rule, act=sense) if armed and lost else None


_HITTABLE = frozenset(
    {
        "actor",
        "people",
        "place",
        "base",
        "post",
        "territory",
        "weapon_thing",
        "movement",
        "facility",
        "property",
        "vehicle",
        "truck",
        "patrol",
        "monitor_people",
        "aid_act",
        "crowd",
    }
)


def _hits_somebody(clause: Clause) -> bool:
    """Whether an attack has somebody or something of war to hit, and nothing but men or weapons to do it."""
    doers = [clause.subject] if not clause.passive else clause.pp("by", "with")
    if any(i is not None and classes_of(i) & {"weapon_thing", "blast"} for i in doers):
        return True
    if any(i is not None and not _can_attack(i) for i in doers):
        return False
    if any(classes_of(i) & {"soldier", "fighter", "army_actor"} for i in doers if i is not None):
        return True
    undergone = _undergoers(clause) or [i for i in clause.phrases() if i not in doers]
    return any(classes_of(i) & _HITTABLE for i in undergone)


_BURNERS = frozenset({"actor", "people", "pronoun", "property", "crowd"})
_ATTACKERS = frozenset({"actor", "people", "pronoun", "speaker_noun", "weapon_thing", "act", "bare_strike", "blast"})


def _can_attack(item: Item) -> bool:
    """Men, weapons and names can attack; a wave of sales and a hurricane cannot."""
    found = classes_of(item)
    return item.head is None or bool(found & _ATTACKERS) or bool(item.parts)


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
        if act is not None and act.type is None and clause.subject is not None and "labour" in clause.subject.classes:
            continue  # workers who plan a strike bomb nobody
        if act is not None and any("illness" in classes_of(np) for np in clause.pp("against", "with", "on")):
            return None  # "a battle against cancer"
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
        backed.actors or backed.classes & {"people", "fighter", "sides"} or "actor" in classes_of(backed)
    ):
        return Typed("state.alliance", f"{pack.code}.alliance", "state")
    return None
