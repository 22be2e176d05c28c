"""resolve: claims leave blocks and come into others; in a crowded one that sets others apart, or brings them near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from trucewatch.resolve.candidates import CROWDED, REACH
from trucewatch.resolve.joining.shelf import Placed, Shelf

ALL = 10**9


def moved(shelf: Shelf, old: Mapping[str, Placed], new: Mapping[str, Placed]) -> set[str]:
    """Put claims in the place of others on the shelf; the claims whose neighbours in a block are others than before.

    A block is compared in full until it is crowded, and then each member with so many of its neighbours: who comes
    between two takes one of the other's reach.
    """
    leaving, entering = list(_less(old, new)), list(_less(new, old))
    keys = {key for key, _ in (*leaving, *entering)}
    before = _crowded(shelf, keys)
    touched = _beside(shelf, leaving, before)
    shelf.put(list(old.values()), list(new.values()))
    now = _crowded(shelf, keys)
    touched |= _beside(shelf, entering, now)
    for key in before ^ now:
        touched.update(shelf.crowd(key, ALL))
    return touched | (old.keys() - new.keys())


def _less(ones: Mapping[str, Placed], others: Mapping[str, Placed]) -> Iterator[tuple[int, Placed]]:
    """Each block in which a claim lies in one state and not, or elsewhere, in the other."""
    for id_, one in ones.items():
        other = others.get(id_)
        stays = other.keys if other is not None and other.start == one.start else frozenset[int]()
        yield from ((key, one) for key in one.keys - stays)


def _crowded(shelf: Shelf, keys: Iterable[int]) -> set[int]:
    return {key for key in keys if len(shelf.crowd(key, CROWDED + 1)) > CROWDED}


def _beside(shelf: Shelf, places: Iterable[tuple[int, Placed]], crowded: set[int]) -> set[str]:
    found: set[str] = set()
    for key, one in places:
        if key in crowded:
            found.update(shelf.beside(key, one.start, one.claim, REACH))
    return found
