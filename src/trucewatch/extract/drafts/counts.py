"""extract: the counts of a phrase with those of what is attached to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Count, Item


def counts_of(item: Item | None) -> Iterator[tuple[Count, Item]]:
    """The counts of a phrase and of what is attached to it, each with the phrase it stands in."""
    if item is None:
        return
    if not item.parts:
        for count in item.counts:
            yield count, item
    for other in (*item.parts, *item.of, *whose(item)):
        yield from counts_of(other)


def whose(item: Item) -> list[Item]:
    """ "Two girls' bodies": the dead are those whose bodies they are."""
    return [item.owner] if "corpse" in item.classes and item.owner is not None else []


def shared(item: Item | None, clause: Clause) -> Iterator[tuple[Count, Item]]:
    """As `counts_of`, but of "eleven of the 16 hostages" one number only: who was freed are the eleven.

    A clause without a verb of its own stands with the whole: "one of the three people killed" tells of three.
    """
    if item is not None and _is_share(item):
        return  # "half of the 40 prisoners": how many that is nobody has said
    part = item is not None and not item.parts and len(item.counts) == 1 and item.counts[0].head is None
    if item is None or not part or not item.of or not item.of[0].counts:
        yield from counts_of(item)
    elif clause.kind in ("reduced", "relative"):
        yield from counts_of(item.of[0])
    else:
        whole = item.of[0].counts[0]
        yield dataclasses.replace(item.counts[0], head=whole.head, population=whole.population), item


def _is_share(item: Item) -> bool:
    """A half or a majority of something that is counted."""
    if not item.of or item.counts or item.parts:
        return False
    fraction = any(mark.number is not None and mark.number.role == "fraction" for mark in item.marks)
    return fraction or any("portion" in sense.classes for mark in item.marks for sense in mark.senses)
