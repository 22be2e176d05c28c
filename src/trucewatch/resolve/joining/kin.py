"""resolve: which reports are of one story with some, and which reports a new one makes others of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from trucewatch.resolve.joining.shelf import Named, Shelf
from trucewatch.resolve.joining.world import Telling
from trucewatch.resolve.stories import COMMON, FEW, LEAST, step

Bucket = tuple[str, int]
"""A name and a week: its holders of that fortnight and of the one before."""


def kin_of(shelf: Shelf, telling: Telling, reports: Iterable[str]) -> dict[str, list[str]]:
    """The reports that share enough rare names with each of some."""
    asked = list(reports)
    telling.learn(asked)
    found: dict[str, list[str]] = {}
    buckets: dict[tuple[str, int | None], list[str]] = {}
    for id_, one in shelf.named(asked).items():
        met: dict[str, set[str]] = defaultdict(set)
        for name in one.names:
            for week in _weeks(telling.counts[name], one.fortnight):
                bucket = buckets.get((name, week))
                if bucket is None:
                    bucket = buckets[name, week] = _bucket(shelf, name, week)
                for other in bucket:
                    met[other].add(name)
        near = [other for other, shared in met.items() if len(shared) > 1 and other != id_]
        telling.learn(near)
        found[id_] = [other for other in near if telling.stories.kinship(id_, other) >= LEAST]
    return found


def _weeks(count: int, fortnight: int | None) -> tuple[int | None, ...]:
    """In which buckets a report finds others by a name: by one for all times, while few hold it, else by two weeks."""
    if count <= COMMON:
        return (None,) if count > 1 else ()
    return () if fortnight is None else (fortnight, fortnight + 1)


def _bucket(shelf: Shelf, name: str, week: int | None) -> list[str]:
    """Who holds a name; nobody where too many do."""
    found = shelf.holders(name, None if week is None else (week - 1, week), COMMON + 1)
    return found if len(found) <= COMMON else []


def renamed(shelf: Shelf, gone: Mapping[str, Named], come: Mapping[str, Named]) -> set[str]:
    """Put reports on the shelf in the place of others; all reports whose kinship this may change."""
    both = [*gone.values(), *come.values()]
    names = {name for one in both for name in one.names}
    buckets = {(name, one.fortnight + more) for one in both if one.fortnight is not None
               for name in one.names for more in (0, 1)}  # fmt: skip
    before, crowded = shelf.counts(names), _crowded(shelf, buckets)
    shelf.rename(list(gone.values()), list(come.values()))
    after, crowded_now = shelf.counts(names), _crowded(shelf, buckets)
    touched = {*gone, *come}
    for name in names:
        if _standing(before.get(name, 0)) != _standing(after.get(name, 0)):
            touched.update(shelf.holders(name, None, 10**9))
    for name, week in crowded ^ crowded_now:
        touched.update(shelf.holders(name, (week - 1, week), 10**9))
    return touched


def _standing(count: int) -> tuple[int, bool]:
    """What a count comes to: what the name is worth, and whether few hold it."""
    return step(count, FEW, 1.5), count <= COMMON


def _crowded(shelf: Shelf, buckets: Iterable[Bucket]) -> set[Bucket]:
    return {(name, week) for name, week in buckets if len(shelf.holders(name, (week - 1, week), COMMON + 1)) > COMMON}
