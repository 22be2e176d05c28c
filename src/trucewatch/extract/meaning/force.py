"""extract: whether a word of force means force: who does it to what, and what is a figure of speech."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.outcome import ended_by
from trucewatch.extract.phrases.acts import act_sense, classes_of
from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Sense

_NEEDS_THING = (
    ("downing", frozenset({"flying", "aircraft", "shell", "weapon_thing", "pronoun"})),
    ("intercepting", frozenset({"flying", "aircraft", "shell", "weapon_thing", "pronoun"})),
    ("capture", frozenset({"territory", "place", "base", "road", "stronghold", "facility", "portion"})),
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


_GOERS = frozenset({"returning"})


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
        "aim",
    }
)


BURNERS = frozenset({"actor", "people", "pronoun", "property", "crowd"})
_ATTACKERS = frozenset({"actor", "people", "pronoun", "speaker_noun", "weapon_thing", "act", "bare_strike", "blast"})


def doers_of(clause: Clause) -> list[Item]:
    """Who does it: the subject, or of a passive whoever stands behind "by"; of an agentless passive the undergoer."""
    if not clause.passive:
        return [clause.subject] if clause.subject is not None else []
    return clause.pp("by") or [i for i in (clause.subject,) if i is not None and "property" in classes_of(i)]


def beside(clause: Clause) -> list[Item]:
    """By whom or with what, told between subject and verb: "raids by helicopters"."""
    return [np for prep, np in clause.between if prep.cls & {"by", "with", "from"}]


def undergoers(clause: Clause) -> list[Item]:
    """What the act is done to: the objects, or the subject of a passive."""
    if not clause.passive:
        return clause.objects
    return [clause.subject] if clause.subject is not None else []


_NO_WAR = frozenset({"game", "science", "quarrel", "message"})
"""What stands beside a word of force that has nothing to do with war: protons, letters, a quarrel over a dog."""
_FORCE = frozenset({"shooting", "attack_generic", "strike", "collapse", "raid", "offensive", "begin"})
_MEN_OF_WAR = frozenset({"soldier", "fighter", "army_actor", "weapon_thing", "actor"})
_FIGHTS = frozenset({"clash", "fighting", "battle_noun"})
_IDEAS = frozenset(
    {"paper", "offer", "promise", "illness", "abstract", "game", "sport", "agreement", "truce", "talks", "message"}
)
"""What can be attacked, killed or shot down in words only: budgets, matches, hopes, deals."""
_THINGS_SAID = frozenset({"abstract", "sport"})
_IN_WORDS = frozenset({"press_people", "speaker_noun"})
_BREAKS_OUT = frozenset({"occur", "begin"})
_AT_WORK = frozenset({"harm", "intransitive", "occur", "endure", "undergo"})
"""Verbs whose subject does nothing to anybody."""


def elsewhere(clause: Clause) -> bool:
    """Whether a clause tells of games, science, animals, quarrels or business in words of force."""
    if _by_players(clause) or any(at_an_idea(item, clause) for item in clause.objects):
        return True
    if clause.verb.classes.isdisjoint(_FORCE) and "clash" not in clause.verb.classes:
        return False
    if clause.verb.classes & _FORCE and any(classes_of(i) & _NO_WAR for i in clause.phrases()):
        return True
    if any(classes_of(i) & _MEN_OF_WAR for i in doers_of(clause)):
        return False
    if any("animal" in i.classes or "business" in i.classes for i in doers_of(clause)):
        return bool(clause.verb.classes & _FORCE)
    hit = undergoers(clause)
    if clause.verb.classes & {"shooting", "attack_generic"} and hit and all("animal" in i.classes for i in hit):
        return True  # hunters who shot a wolf
    over = clause.pp("dispute") and not any(
        classes_of(np) & {"territory", "place", "base"} for np in clause.pp("dispute", "in")
    )
    return "clash" in clause.verb.classes and bool(over) and not clause.pp("with", "between", "against")


def _by_players(clause: Clause) -> bool:
    """ "The team went on the attack", "clashes between fans after the match": sport in words of force."""
    verbs, subject = clause.verb.classes, clause.subject
    breaks_out = not verbs.isdisjoint(_BREAKS_OUT)
    acts = "repel" in verbs or (not verbs.isdisjoint(_FORCE) and verbs.isdisjoint(_AT_WORK))
    if subject is None or not (breaks_out or acts):
        return False
    if any(classes_of(i) & (_MEN_OF_WAR - {"actor"}) for i in clause.phrases()):
        return False
    if breaks_out and classes_of(subject) & _FIGHTS:
        return any(classes_of(i) & {"sport", "fans"} for i in [*clause.phrases(), *(np for _, np in clause.between)])
    return acts and not clause.passive and "game" in classes_of(subject)


def is_idea(item: Item | None) -> bool:
    """Whether a phrase names what no weapon can hit: a budget, a match, somebody's hopes."""
    if item is None or item.counts:
        return False
    found = classes_of(item)
    return bool(found & _IDEAS) and not found & (_HITTABLE - {"actor", "place", "aim"})


def is_aim(prep: Item, phrase: Item) -> bool:
    """Whether a preposition says what an act is aimed at; "over" says what a quarrel is about. Where nouns have cases
    the same word is "in" with one and "on" with another: "атака на бюджет".
    """
    aimed = phrase.cases is not None and "acc" in phrase.cases and "loc" not in phrase.cases
    on = bool(prep.cls & {"on", "against"}) or ("in" in prep.cls and aimed)
    return on and not prep.cls & {"dispute", "topic"}


def at_an_idea(item: Item, clause: Clause) -> bool:
    """ "Launched an attack on the budget": whether what an act's noun is aimed at can be hit in words only."""
    act = act_sense(item) if "act" in item.classes else None
    if act is None or not (act.type or "kin.").startswith(("kin.", "civ.")):
        return False
    aims = [np for prep, np in clause.pps if is_aim(prep, np) and np is not item]
    return bool(aims) and any(is_idea(np) for np in aims) and not any(classes_of(np) & _HITTABLE for np in aims)


def is_figurative(sense: Sense, clause: Clause) -> bool:
    """Whether a word of force is a figure of speech: a price exploded, a singer bombed, they fight a disease."""
    told = undergoers(clause)
    if any(classes_of(i) & {"paper", "offer", "promise", "illness"} for i in told):
        return True
    if sense.type is None or not sense.type.startswith(("kin.", "civ.", "pos.territory")):
        return False  # talks are held about a truce or a budget
    if any(is_idea(i) for i in told):
        return True
    if "attack_generic" in sense.classes and any(is_idea(np) for np in clause.pp("dispute")):
        return True  # "attacked the prime minister over taxes"
    doers = doers_of(clause)
    if doers and all(_only_writes(i) for i in doers) and not clause.pp("with"):
        return True  # "was ambushed by reporters"
    if not clause.passive and doers and all(i.pronoun is None and classes_of(i) & _THINGS_SAID for i in doers):
        return True  # "shares bombed"
    if "clash" in sense.classes and (clause.pp("dispute", "topic") or _talkers(clause.subject)):
        return not any(classes_of(np) & {"territory", "place", "base"} for np in clause.pp("dispute"))
    if "blast" in sense.classes and clause.subject is not None and "abstract" in classes_of(clause.subject):
        return True
    aimless = sense.classes & {"strike", "offensive"} and not clause.passive and not clause.objects
    return bool(aimless) and bool(clause.phrases()[1:]) and not hits_somebody(clause)


def _only_writes(item: Item) -> bool:
    """Reporters, who ambush and attack with questions."""
    found = classes_of(item)
    return "press_people" in found and not found & (_MEN_OF_WAR - {"actor"})


def _talkers(item: Item | None) -> bool:
    """Ministers and parties, who clash in words."""
    found = classes_of(item)
    return bool(found & {"sides", "speaker_noun"}) and not found & {"soldier", "fighter", "civilian", "actor"}


def about_its_thing(sense: Sense, clause: Clause) -> bool:
    """Whether an ambiguous verb has what it needs to be the act."""
    for cls, things in _NEEDS_THING:
        if cls in sense.classes:
            undergone = undergoers(clause) if cls in _OF_OBJECTS else clause.phrases()
            if "intransitive" in sense.classes:  # "ten hostages are to go free"
                undergone = clause.phrases()[:1]
            if cls in _GOERS and clause.subject is not None:
                undergone = [*undergone, clause.subject]  # "families began | returning": one subject for both
            if cls == "release" and any(i.pronoun == "third" for i in undergone):
                return True  # "they were released unharmed"
            host = ended_by(clause)
            if host is not None and host.passive:
                return True  # "half of the pulling back was completed"
            if host is not None:  # "the army completed pulling back": one subject for both
                undergone = [*undergone, *(i for i in (clause.subject, host.subject) if i is not None)]
            return any(classes_of(i) & things for i in undergone)
    return True


def _comes_under(clause: Clause) -> bool:
    """ "The convoy came under fire", and neither a plan nor, from critics, a minister."""
    told = [act for i in [*clause.objects, *clause.pp("to", "for", "in")] if (act := act_sense(i)) is not None]
    if any(act.type is not None and act.type.startswith("kin.") for act in told):
        return not is_idea(clause.subject)  # "was exposed to shelling"
    who = classes_of(clause.subject)
    if clause.pp("dispute", "topic") or is_idea(clause.subject):
        return False
    if any(classes_of(np) & _IN_WORDS and not classes_of(np) & _ARMED for np in clause.pp("from", "by")):
        return False
    if who & _ARMED:
        return True
    listed = clause.subject is not None and bool(clause.subject.actors)
    return not listed and "speaker_noun" not in who and bool(who & (_HITTABLE - {"actor"}))


_ARMED = frozenset({"soldier", "fighter", "army_actor", "monitor_people"})


def hits_somebody(clause: Clause) -> bool:
    """Whether an attack has somebody or something of war to hit, and nothing but men or weapons to do it."""
    if "undergo" in clause.verb.classes:
        return _comes_under(clause)
    doers = [clause.subject] if not clause.passive else clause.pp("by", "with")
    if any(i is not None and classes_of(i) & {"weapon_thing", "blast"} for i in doers):
        return True
    if any(i is not None and not _can_attack(i) for i in doers):
        return False
    if any(classes_of(i) & {"soldier", "fighter", "army_actor"} for i in doers if i is not None):
        return True
    undergone = undergoers(clause) or [i for i in clause.phrases() if i not in doers]
    return any(classes_of(i) & _HITTABLE for i in undergone)


def _can_attack(item: Item) -> bool:
    """Men, weapons and names can attack; a wave of sales and a hurricane cannot."""
    found = classes_of(item)
    if "civil_cause" in found:
        return False
    return item.head is None or bool(found & _ATTACKERS) or bool(item.parts)
