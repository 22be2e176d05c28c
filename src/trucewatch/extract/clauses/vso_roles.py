"""extract: who can do harm, and what a preposition of several meanings means, where the verb stands first."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item

_DOERS = frozenset(
    {"actor", "weapon_thing", "act", "soldier", "fighter", "speaker_noun", "aircraft", "unit_of_army", "pronoun"}
)
_HAPPENS = frozenset({"occur", "impact"})
_LIGHT = frozenset({"begin", "go_on"})
_PLACES = frozenset({"territory", "facility", "road", "property", "base", "post", "part_of"})


def can_do(item: Item) -> bool:
    """Whether a phrase can do harm: an actor, fighters, a weapon or an act; a town or a civilian cannot."""
    classes = item.all_classes()
    if item.head is not None and item.head.classes & _PLACES:
        return False
    if any(a.id for a in item.actors) and not (item.places and item.head is None and not classes):
        return True
    return bool(classes & _DOERS) and not (item.head is not None and "civilian" in item.head.classes)


def meant(prep: Item, item: Item, last: Item | None) -> Item:
    """A preposition of several meanings, by what it governs: in a place, by a weapon, of the doer of an act."""
    cls = prep.cls
    if {"by", "in"} <= cls:
        place = bool(item.places or (item.head is not None and item.head.classes & _PLACES))
        acts = bool(item.all_classes() & {"act", "weapon_thing", "blast", "strike"})
        keep = {"by"} if acts or not place else {"in"}
        return prep.but(cls=frozenset(keep))
    if "owner" in cls:
        act = last is not None and bool(last.classes & {"act"}) and bool(item.actors or item.classes & {"weapon_thing"})
        return prep.but(cls=frozenset({"by"} if act else {"for", "to"}))
    if "part" in cls and (item.all_classes() & {"weapon_thing"} or item.actors):
        act = last is not None and bool(last.classes & {"act"})
        return prep.but(cls=frozenset({"by"} if act else {"from"}))
    return prep


def set_extent(clause: Clause) -> None:
    """Sets where a clause begins and ends, by what belongs to it."""
    own = clause.subject is not None and not clause.inherited_subject
    starts, ends = [clause.verb.start], [clause.verb.end]
    if own and clause.subject is not None:
        starts.append(clause.subject.start)
        ends.append(clause.subject.end)
    ends += [i.end for i in clause.objects] + [np.end for _, np in clause.pps] + [t.end for t in clause.times]
    clause.start, clause.end = min(starts), max(ends)


def only_a_place(item: Item) -> bool:
    """ "Were killed two soldiers north of the town": a place behind the victims is nobody that they killed."""
    return bool(item.places) and not (item.counts or item.actors or item.classes & {"people"})


def is_meeting(item: Item) -> bool:
    """Whether a phrase names talks, which begin nothing themselves: who holds them is told elsewhere."""
    return item.head is not None and (item.head.type or "").startswith("dip.") and not item.actors


def act_led_to(items: list[Item], j: int) -> Item | None:
    """ "The attack on the market, which led to": what led to something is the act before, not where it was."""
    while j > 1 and "act" not in items[j].classes and items[j - 1].kind == "prep":
        j -= 2
    item = items[j]
    return item if item.kind == "np" and "act" in item.classes else None


def caused(clause: Clause) -> None:
    """ "The shelling led to the killing of three": the subject of the leading verb is by what they were killed."""
    parent = clause.parent
    if parent is not None and parent.verb.form == "gerund" and parent.verb.classes & _HAPPENS and parent.parent:
        # "led to the occurrence of injuries": the verbal noun between adds nothing.
        parent = clause.parent = parent.parent
        clause.kind = "gerund"
    if parent is None or "cause" not in parent.verb.classes or not clause.verb.classes & {"harm"}:
        return
    if clause.kind not in ("gerund", "complement", "coordinate"):
        return
    told = parent.parent if parent.kind in ("relative", "gerund", "coordinate") else None
    subject = parent.subject
    if told is not None and (parent.link & {"what"} or subject is None or told.subject is subject):
        clause.parent, clause.kind = told, "gerund"
        return
    if subject is not None and not parent.link & {"what"}:
        by = parent.verb.but(kind="prep", cls=frozenset({"by"}))
        clause.pps.append((by, subject))


def is_carried(clause: Clause, before: Item, carrier: Clause) -> bool:
    """ "Went | about | shelling the town": a verb that says only that an act is done, and behind it the act."""
    light = _is_light(clause, carrier) and not carrier.passive
    return light and not carrier.objects and "by" in before.cls and "time" not in before.cls


def has_doer_of_carrier(clause: Clause) -> bool:
    """Whether an act is told by such a verb, whose subject is then its doer; what it is done to stands behind."""
    carrier = clause.parent
    if carrier is None or clause.kind != "gerund" or "by" not in clause.link or carrier.subject is None:
        return False
    return _is_light(clause, carrier)


def _is_light(clause: Clause, carrier: Clause) -> bool:
    return clause.verb.form == "gerund" and not carrier.verb.classes.isdisjoint(_LIGHT)


def doer_goes_on(clause: Clause) -> bool:
    """ "The army shelled the town and killed two": whoever did the first act did the second."""
    parent = clause.parent
    if parent is None or clause.verb.form != "finite" or parent.passive:
        return False
    return "harm" in parent.verb.classes and "intransitive" not in parent.verb.classes
