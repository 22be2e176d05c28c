"""store: rows that differ from what stands are appended, and what they take the place of is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from trucewatch.store.rows import Row
from trucewatch.store.store import Change

Appended = list[tuple[int, str]]
"""The numbers of new rows, each with the id of what it tells of."""


def append_changed(
    change: Change, table: Table, key: Sequence[str], made: Iterable[Row], *, within: Any = None
) -> Appended:
    """Make `made` what stands in a table, or in the part of it that `within` names. `key` tells which row is which."""
    standing = _standing(change, table, key, within)
    new: list[Row] = []
    for row in made:
        pk, before = standing.pop(tuple(row[name] for name in key), (None, None))
        if before != _said(row):
            new.append(row)
            if pk is not None:
                standing["closed", pk] = (pk, None)
    close(change, table, (pk for pk, _ in standing.values() if pk is not None))
    return append(change, table, new)


def append(change: Change, table: Table, made: Sequence[Row]) -> Appended:
    """Append rows, known from this change on."""
    first = _next(change, table)
    given = [{"pk": pk, "known_from": change.n, **row} for pk, row in enumerate(made, first)]
    if given:
        change.connection.execute(insert(table), given)
    return [(row["pk"], str(row.get("id", ""))) for row in given]


def close(change: Change, table: Table, numbers: Iterable[int]) -> None:
    """Close rows: they were known up to this change."""
    gone = [{"gone": pk} for pk in numbers]
    if gone:
        statement = update(table).where(table.c.pk == bindparam("gone")).values(known_to=change.n)
        change.connection.execute(statement, gone)


def _standing(
    change: Change, table: Table, key: Sequence[str], within: Any
) -> dict[tuple[Any, ...], tuple[int | None, tuple[Any, ...] | None]]:
    columns = [column for column in table.columns if column.name not in ("pk", "known_from", "known_to")]
    asked = select(table).where(table.c.known_to.is_(None))
    found = change.connection.execute(asked if within is None else asked.where(within)).mappings()
    return {
        tuple(row[name] for name in key): (row["pk"], _said({c.name: row[c.name] for c in columns})) for row in found
    }


def _said(row: Row) -> tuple[Any, ...]:
    return tuple(sorted((name, value) for name, value in row.items()))


def _next(change: Change, table: Table) -> int:
    """Numbers are never given twice: rows are never deleted, so the largest is the last given."""
    last = change.connection.execute(select(table.c.pk).order_by(table.c.pk.desc()).limit(1)).scalar()
    return int(last or 0) + 1
