"""extract: whether a word of force means force: who does it to what, and what is a figure of speech."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.outcome import ended_by
from trucewatch.extract.phrases.acts import classes_of
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


def elsewhere(clause: Clause) -> bool:
    """Whether a clause tells of games, science, animals, quarrels or business in words of force."""
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


def is_figurative(sense: Sense, clause: Clause) -> bool:
    """Whether a word of force is a figure of speech: a price exploded, a singer bombed, they fight a disease."""
    if any(classes_of(i) & {"paper", "offer", "promise", "illness"} for i in undergoers(clause)):
        return True
    if "clash" in sense.classes and (clause.pp("dispute", "topic") or _talkers(clause.subject)):
        return not any(classes_of(np) & {"territory", "place", "base"} for np in clause.pp("dispute"))
    if "blast" in sense.classes and clause.subject is not None and "abstract" in classes_of(clause.subject):
        return True
    aimless = sense.classes & {"strike", "offensive"} and not clause.passive and not clause.objects
    return bool(aimless) and bool(clause.phrases()[1:]) and not hits_somebody(clause)


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
            host = ended_by(clause)
            if host is not None and host.passive:
                return True  # "half of the pulling back was completed"
            if host is not None:  # "the army completed pulling back": one subject for both
                undergone = [*undergone, *(i for i in (clause.subject, host.subject) if i is not None)]
            return any(classes_of(i) & things for i in undergone)
    return True


def hits_somebody(clause: Clause) -> bool:
    """Whether an attack has somebody or something of war to hit, and nothing but men or weapons to do it."""
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
