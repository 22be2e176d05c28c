"""extract: the other side of a clash, where words about the first stand between ("the army, backed by Russia, and")."""

from __future__ import annotations

from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_FURTHEST = 16
"""How many phrases behind the first side the second may stand."""


def other_side(one: Item, parsed: Parsed) -> Item | None:
    """Who stands against `one`, the only side named right behind "between"; None where nobody is named.

    Looks over what is said of the first side: its backers, a clause with "which", "from one side".
    """
    if one.parts or not _is_somebody(one):
        return None
    items, relative, last = parsed.items, False, None
    k = next((k for k, item in enumerate(items) if item is one), len(items)) + 1
    for i in range(k, min(len(items) - 1, k + _FURTHEST)):
        item, after = items[i], items[i + 1]
        if item.kind == "vg":
            if item.form == "finite" and not (relative or item.passive):
                break
            relative = False
        elif item.kind == "rel":
            relative = True
        elif _opens(item) and after.kind == "np" and _is_somebody(after) and not _acts(after, parsed):
            return after
        elif item.kind == "np" and item.parts and _is_somebody(item.parts[-1]):
            last = item.parts[-1]  # "between the army backed by Russia and the rebels"
    return last


def _opens(item: Item) -> bool:
    return item.kind == "conj" or (item.kind == "prep" and "against" in item.cls)


def _acts(item: Item, parsed: Parsed) -> bool:
    """Whether a phrase is the subject of a clause of its own: ", and the army withdrew"."""
    return any(c.subject is item and not c.inherited_subject and c.verb.form == "finite" for c in parsed.clauses)


def _is_somebody(item: Item) -> bool:
    head = item.head.classes if item.head is not None else frozenset()
    return bool(item.actors) or any(part.actors for part in item.of) or "people" in item.classes | head
