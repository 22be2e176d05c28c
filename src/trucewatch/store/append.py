"""store: rows that differ from what stands are appended, and what they take the place of is closed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, func, insert, select, update

from trucewatch.store.rows import Row
from trucewatch.store.store import Change

Appended = list[tuple[int, str]]
"""The numbers of new rows, each with the id of what it tells of."""


def append_changed(
    change: Change, table: Table, key: Sequence[str], made: Iterable[Row], *, within: Any = None
) -> Appended:
    """Make `made` what stands in a table, or in the part of it that `within` names. `key` tells which row is which."""
    names = [column.name for column in table.columns if column.name not in ("pk", "known_from", "known_to")]
    standing = _standing(change, table, key, names, within)
    new: list[Row] = []
    for row in made:
        pk, before = standing.pop(tuple(row[name] for name in key), (None, None))
        if before != tuple(row[name] for name in names):
            new.append(row)
            if pk is not None:
                standing["closed", pk] = (pk, None)
    close(change, table, (pk for pk, _ in standing.values() if pk is not None))
    return append(change, table, new)


def apart_from(table: Table, numbers: Sequence[int]) -> ColumnElement[bool] | None:
    """The part of a table without some rows, which stay as they are; None where it is all of it."""
    if not numbers:
        return None
    given = func.json_each(json.dumps(numbers)).table_valued("value")
    return table.c.pk.not_in(select(given.c.value))


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
    change: Change, table: Table, key: Sequence[str], names: Sequence[str], within: Any
) -> dict[tuple[Any, ...], tuple[int | None, tuple[Any, ...] | None]]:
    """What stands, by its key: the number of its row, and what it says."""
    asked = select(table.c.pk, *(table.c[name] for name in names)).where(table.c.known_to.is_(None))
    found = change.connection.execute(asked if within is None else asked.where(within))
    places = [names.index(name) + 1 for name in key]
    return {tuple(row[place] for place in places): (row[0], tuple(row[1:])) for row in found}


def _next(change: Change, table: Table) -> int:
    """Numbers are never given twice: rows are never deleted, so the largest is the last given."""
    last = change.connection.execute(select(table.c.pk).order_by(table.c.pk.desc()).limit(1)).scalar()
    return int(last or 0) + 1
