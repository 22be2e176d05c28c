"""store: what findings rest on, so that a change works out anew only those that it touches.

The keys are no part of what is known: without them, or with others, the same findings come out, only later. They are
therefore not in the log's hashes, and are taken away where everything is to be read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import bindparam, delete, insert, select

from trucewatch import __version__
from trucewatch.assess import Memory
from trucewatch.store import rows, tables
from trucewatch.store.store import Change

AT_ONCE = 500
"""Ids that one question may name."""


def remembered(change: Change) -> Memory:
    """The standing findings by what they rest on."""
    found, keys = tables.findings, tables.finding_keys
    asked = select(keys.c.key, found.c.row).join(keys, keys.c.finding == found.c.pk).where(found.c.known_to.is_(None))
    return Memory({key: rows.finding(row, {}) for key, row in change.connection.execute(asked)}, __version__)


def remember(change: Change, memory: Memory) -> None:
    """Keep the keys of what was found now, and drop those of findings that stand no more."""
    found, keys = tables.findings, tables.finding_keys
    gone = select(found.c.pk).where(found.c.known_to == change.n)
    change.connection.execute(delete(keys).where(keys.c.finding.in_(gone)))
    anew = {one.id: key for key, one in memory.made.items() if one.id not in memory.taken}
    kept = [{"finding": pk, "key": anew[id_]} for pk, id_ in _standing(change, anew)]
    if kept:
        change.connection.execute(
            delete(keys).where(keys.c.finding == bindparam("of")), [{"of": k["finding"]} for k in kept]
        )
        change.connection.execute(insert(keys), kept)


def _standing(change: Change, ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The numbers of the standing rows of findings, with their ids."""
    found, left = tables.findings, iter(sorted(ids))
    while some := list(islice(left, AT_ONCE)):
        asked = select(found.c.pk, found.c.id).where(found.c.known_to.is_(None), found.c.id.in_(some))
        yield from (tuple(row) for row in change.connection.execute(asked))


def forget(change: Change) -> None:
    """Drop all keys, so that every finding is worked out anew."""
    change.connection.execute(delete(tables.finding_keys))
