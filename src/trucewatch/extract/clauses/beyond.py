"""extract: where a subject stands that participles, gerunds and infinitives hanging on it part from its verb."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause, governed
from trucewatch.extract.phrases.item import Item, skippable


def np_before(items: list[Item], k: int) -> bool:
    """Whether a noun phrase stands right before item `k`: "the parameters defining this zone will be"."""
    return k > 0 and items[k - 1].kind == "np"


def before_infinitive(items: list[Item], k: int) -> int:
    """ "A force tasked to retake the town was formed": the town is the infinitive's; the noun before it, if any."""
    while k >= 0 and (items[k].kind == "prep" or (items[k].kind == "vg" and items[k].form != "finite")):
        k -= 1
    return k if k >= 0 and items[k].kind == "np" and not governed(items, k) else -1


def accused(items: list[Item], k: int) -> int | None:
    """ "A man suspected of shooting a guard was arrested": the noun before a participle and its "of" and gerund."""
    k = _first_joined(items, k)
    of, verb = (items[n] if n >= 0 else None for n in (k - 1, k - 2))
    named = of is not None and of.kind == "prep" and "of" in of.cls and verb is not None and verb.kind == "vg"
    return k - 3 if named and np_before(items, k - 2) else None


def _first_joined(items: list[Item], k: int) -> int:
    """The first of the gerunds that "and" joins up to item `k`: "of shooting a man and wounding two guards"."""
    j = k - 1
    while j > 0 and skippable(items[j]):
        j -= 1
    objects = j > 1 and items[j].kind == "conj" and items[j - 1].kind == "np"
    before = items[j - 2] if objects else None
    return j - 2 if before is not None and before.kind == "vg" and before.form == "gerund" else k


def who_died(items: list[Item], clause: Clause, k: int) -> int | None:
    """ "A boy hurt after a shooting has died": an act does not die, and what stands before its participle may."""
    item, verb = items[k], clause.verb
    if "act" not in item.classes or not verb.classes >= {"harm", "intransitive"} or "people" in item.classes:
        return None
    j = k - 1
    while j >= 0 and (skippable(items[j]) or items[j].kind in ("np", "sub", "prep")):
        j -= 1
    participle = j > 0 and items[j].kind == "vg" and items[j - 1].kind == "np"
    return j - 1 if participle and "people" in items[j - 1].classes else None


def names_the_hurt(verb: Item) -> bool:
    """Whether a lone word for killed or wounded is a participle, which "of" makes a noun."""
    forms = verb.verb.forms if verb.verb is not None and len(verb.marks) == 1 else frozenset()
    return "harm" in verb.classes and "part" in forms and not forms & {"inf", "base", "ger"}


def describes(verb: Item) -> bool:
    """Whether a participle describes the noun before it and is a verbal noun as well: "saldırıyla | öldüğü"."""
    return verb.form == "participle" and verb.verb is not None and "nominal" in verb.verb.forms


def can_want(item: Item | None) -> bool:
    """Whether a phrase is somebody: "blocked the road | to demand" tells what those want who block it."""
    if item is None:
        return False
    return bool(item.actors or item.pronoun or item.classes & {"people", "speaker_noun", "sides", "crowd_people"})
