"""store: what findings rest on, so that a change works out anew only those that it touches.

The keys are no part of what is known: without them, or with others, the same findings come out, only later. They are
therefore not in the log's hashes, and are taken away where everything is to be read again.
"""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from trucewatch import __version__
from trucewatch.assess import Memory
from trucewatch.store import rows, tables
from trucewatch.store.store import Change


def remembered(change: Change) -> Memory:
    """The standing findings by what they rest on."""
    found, keys = tables.findings, tables.finding_keys
    asked = select(keys.c.key, found.c.row).join(keys, keys.c.finding == found.c.pk).where(found.c.known_to.is_(None))
    return Memory({key: rows.finding(row, {}) for key, row in change.connection.execute(asked)}, __version__)


def remember(change: Change, memory: Memory) -> None:
    """Keep the keys of what stands now; those of findings that stand no more are dropped."""
    found, keys = tables.findings, tables.finding_keys
    by_id = {one.id: key for key, one in memory.made.items()}
    standing = {
        pk: by_id[id_]
        for pk, id_ in change.connection.execute(select(found.c.pk, found.c.id).where(found.c.known_to.is_(None)))
        if id_ in by_id
    }
    before = {row.finding: row.key for row in change.connection.execute(select(keys))}
    gone = [pk for pk, key in before.items() if standing.get(pk) != key]
    for start in range(0, len(gone), 500):
        change.connection.execute(delete(keys).where(keys.c.finding.in_(gone[start : start + 500])))
    new = [{"finding": pk, "key": key} for pk, key in standing.items() if before.get(pk) != key]
    if new:
        change.connection.execute(insert(keys), new)


def forget(change: Change) -> None:
    """Drop all keys, so that every finding is worked out anew."""
    change.connection.execute(delete(tables.finding_keys))
