"""extract: whether the noun of an act or a loss takes it for granted: no wish, no condition, nothing warded off."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.acts import WISHED
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_OPEN_VERBS = frozenset({"avoid", "provide_term"})


def warded(item: Item, holder: Clause) -> bool:
    """What a verb keeps from happening, allows, or lays before talks; what a passive "accused" is about."""
    if holder.passive and "accuse" in holder.verb.classes:
        return item is not holder.subject
    talked = holder.verb.classes & {"discuss", "talks"} and item.classes & {"withdraw", "release", "returning"}
    held = bool(holder.verb.classes & _OPEN_VERBS) and any(part is item for o in holder.objects for part in _deep(o))
    return held or bool(talked)


def _deep(item: Item) -> Iterator[Item]:
    """A phrase with all that "of" attaches: "does not include an end of the abductions"."""
    yield item
    for other in (*item.parts, *item.of):
        yield from _deep(other)


def supposed(item: Item, parsed: Parsed) -> bool:
    """ "any attack", "in case of an attack", "a call for the release": one that may come, not one that came."""
    if any(m.key in parsed.pack.lists.get("any_words", ()) for m in item.marks):
        return True
    k = parsed.items.index(item) if item in parsed.items else 0
    before = parsed.items[k - 1] if k else None
    if before is None or before.kind != "prep":
        return False
    wished = k > 1 and parsed.items[k - 2].kind == "np" and bool(parsed.items[k - 2].classes & WISHED)
    return bool(before.cls & {"condition"}) or wished
