"""store: what findings rest on, so that a change works out anew only those that it touches.

The keys are no part of what is known: without them, or with others, the same findings come out, only later. They are
therefore not in the log's hashes, and are taken away where everything is to be read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Table, delete, insert, select

from trucewatch import __version__
from trucewatch.assess import Brief, Memory
from trucewatch.model import Agreement, Claim
from trucewatch.store import rows, tables
from trucewatch.store.store import Change

Places = Mapping[tuple[str, str], tuple[int, int]]
"""Agreement and term -> where the findings of that term stand in their order."""


def places(stack: Sequence[Agreement]) -> Places:
    """The place of each term among those that a store holds."""
    return {(a.id, term.id): (at, i) for at, a in enumerate(stack) for i, term in enumerate(a.provisions)}


def remembered(change: Change, where: Places) -> tuple[Memory, dict[str, int]]:
    """The standing findings by what they rest on, and the numbers of their rows.

    Those whose place among the terms has changed are left out: their rows are to be written anew.
    """
    found, keys = tables.findings, tables.finding_keys
    asked = (
        select(keys.c.key, found.c.pk, found.c.id, found.c.agreement, found.c.provision, found.c.label,
               tables.SUPPORTING, found.c.agreement_position, found.c.provision_position)
        .join(keys, keys.c.finding == found.c.pk).where(found.c.known_to.is_(None))
    )  # fmt: skip
    held: dict[str, Brief] = {}
    numbers: dict[str, int] = {}
    for key, pk, id_, text, term, label, supports, *place in change.connection.execute(asked):
        if where.get((text, term)) == tuple(place):
            held[key], numbers[key] = Brief(id_, term, label, bool(supports)), pk
    return Memory(held, __version__), numbers


def prints(change: Change, claims: Sequence[Claim], corrected: Collection[str]) -> dict[str, str]:
    """A hash over the row of each standing incident and claim; over the claim itself where people `corrected` it."""
    found = dict(_hashed(change, tables.incidents)) | dict(_hashed(change, tables.claims))
    return found | {one.id: _sha256(rows.text(one)) for one in claims if one.id in corrected}


def _hashed(change: Change, table: Table) -> Iterator[tuple[str, str]]:
    for id_, row in change.connection.execute(select(table.c.id, table.c.row).where(table.c.known_to.is_(None))):
        yield id_, _sha256(row)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def remember(change: Change, memory: Memory) -> None:
    """Keep the keys of what stands now; those of findings that stand no more are dropped."""
    found, keys = tables.findings, tables.finding_keys
    by_id = {one.id: key for key, one in memory.stands.items()}
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
