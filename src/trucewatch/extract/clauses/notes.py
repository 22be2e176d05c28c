"""extract: notes without a verb: "Drone strike near X, 2 killed" reads as if "took place" stood behind its act."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.acts import act_sense
from trucewatch.extract.phrases.item import Item

_OPENERS = frozenset({"time", "hedge", "adv"})
_FAMILIES = ("kin.", "civ.")
_LONGEST_OPENING = 9
"""Items that may stand before the act of a note: a day, a place, "BREAKING:"."""


def note_of(items: list[Item]) -> Clause | None:
    """The clause of a note without a verb, or None: its act stands first, behind no more than a day and a place."""
    k = _first_act(items)
    if k is None or _governs(items, k):
        return None
    item = items[k]
    verb = Item("vg", item.j, item.j, item.end, item.end)
    verb.classes = {"occur"}
    return Clause(verb, k, subject=item)


def is_note(clause: Clause) -> bool:
    """Whether a clause is that of a note, without a verb of its own."""
    return clause.verb.verb is None and not clause.verb.marks


def _first_act(items: list[Item]) -> int | None:
    """The first noun phrase that is no place or object of a preposition, if it names an act of force."""
    for k, item in enumerate(items[:_LONGEST_OPENING]):
        if item.kind in _OPENERS or item.kind in ("prep", "punct"):
            continue
        if item.kind != "np":
            return None
        if k and items[k - 1].kind == "prep":
            continue
        act = act_sense(item)
        if act is not None and (act.type or "kin.").startswith(_FAMILIES):
            return None if item.negated or "arms" in item.classes else k
        opens = k + 1 < len(items) and items[k + 1].kind == "punct" and items[k + 1].marks[0].text in ",:-#"
        if not opens:
            return None
    return None


def _governs(items: list[Item], k: int) -> bool:
    """Whether a verb group takes the phrase at `k` before the next comma or stop: then it is no note."""
    for n, item in enumerate(items[k + 1 :], k + 1):
        if item.kind == "vg":
            return item.form == "finite" or items[n - 1].kind != "np" or n == k + 1
        if item.kind == "punct" and item.marks[0].text in ",.;:-!":
            after = items[n + 1] if n + 1 < len(items) else None
            # "The attack, which killed two, was condemned" has its verb behind the insertion.
            return after is not None and ((after.kind == "vg" and after.form == "finite") or after.kind == "rel")
        if item.kind in ("rel", "comp", "sub"):
            return True
    return False
