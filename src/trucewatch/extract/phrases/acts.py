"""extract: which act a noun phrase names, by which weapon, and what a phrase tells for the rules of a pack."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Sense

ACT_FAMILIES = ("kin.", "pos.", "wd.", "civ.", "hum.", "mon.", "crowd.")
"""Families whose codes name something that is done."""
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
OPEN_TYPES = frozenset({"civ.attack", "kin.shelling", "kin.air_strike", "kin.raid_infiltration"})
"""Types that a named weapon makes more exact."""


WISHED = frozenset(
    {"threaten", "fear", "plan", "hope", "promise", "request", "demand_noun", "risk", "right", "offer", "prospect"}
)
"""Nouns that make what hangs on them no happening: "the threat of an attack", "un projet de retrait"."""
TOPICS = frozenset({"topic_of", "fiction", "hearsay"})
"""Nouns that something done is only the subject of: "the anniversary of the massacre", "a film of the siege"."""
_NOT_OF = frozenset({"agreement", "truce", "people"}) | TOPICS


def act_sense(item: Item | None) -> Sense | None:
    """The act that a noun phrase names ("an air strike"), its head first, then what "of" attaches."""
    if item is None:
        return None
    if item.head is not None and item.head.type and item.head.type.startswith(ACT_FAMILIES):
        if item.head.type == "kin.explosion_undetermined" and item.of:
            return _blast_of(item)
        return _told_before(item) if "attack_generic" in item.head.classes else item.head
    if item.head is not None and item.head.classes & {"bare_strike"}:
        # "went on strike" is no air strike: a strike of war has an article, a number, an owner or a plural.
        of_war = item.definite or item.plural or item.actors or item.counts or item.of or item.owner or item.modifiers
        return item.head if of_war or len(item.marks) > 1 else None
    if item.classes & WISHED and not item.parts:
        return None
    for part in (*item.parts, *item.of):
        found = act_sense(part)
        if found is not None and (item.head is None or item.parts or not item.head.classes & _NOT_OF):
            return found
    return None


def _told_before(item: Item) -> Sense | None:
    """ "a poison gas attack", "a grenade attack": what stands before a bare "attack" says of which kind it was."""
    for sense in item.senses:
        if sense is not item.head and "act" in sense.classes and sense.type and sense.type.startswith("kin."):
            return sense
    return item.head


_CAN_EXPLODE = frozenset(
    {"weapon_thing", "shell", "arms", "act", "vehicle", "facility", "property", "base", "depot", "road"}
)


def _blast_of(item: Item) -> Sense | None:
    """ "an explosion of two grenades" is theirs; "an explosion of cases" is none."""
    for other in item.of:
        inner = act_sense(other)
        if inner is not None and "blast" in inner.classes:
            return inner
        if other.all_classes() & _CAN_EXPLODE or other.places or other.time is not None:
            return item.head
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
    if kind == "kin.raid_infiltration":
        # "raids by jets" come from the air; a raid with rifles stays one.
        return BY_WEAPON[weapon] if weapon in ("aircraft", "drone") else kind
    if kind == "kin.shelling" and weapon == "aircraft":
        return "kin.air_strike"  # "warplanes shelled", "jets pounded"
    if kind != "civ.attack" and weapon != "drone" and not (act is not None and "any_weapon" in act.classes):
        return kind
    return BY_WEAPON.get(weapon, kind)


PARTS = frozenset({"phase", "portion"})
"""What is a part of the act that it is a part of: "the first phase", "half"."""
_ARMED = frozenset({"army", "airforce", "police"})
"""Last parts of the ids of armed bodies."""


def classes_of(item: Item | None) -> set[str]:
    """The classes of a phrase and of what "of" attaches, with what its names make it: an actor, an army, a place."""
    if item is None:
        return set()
    found = item.all_classes()
    if item.owner is not None and not item.classes.isdisjoint(PARTS):
        found |= item.owner.all_classes()  # "the exchange's first phase"
    if "agreement" in item.classes:
        found -= {"weapon_thing", "shell", "soldier"}  # a missile pact is no missile
    if item.actors:
        found.add("actor")
        for actor in item.actors:
            if actor.kind in ("body", "monitor"):
                found.add("body_actor")
            if actor.kind == "force" or (actor.id and actor.id.rpartition(".")[2] in _ARMED):
                found |= {"army_actor", "soldier"}
            if actor.kind == "group":
                found.add("fighter")
    if item.places:
        found.add("place")
    return found
