"""store: the log. Each change is one entry; its hash goes over the rows it brought and over the entry before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from trucewatch.errors import SettingsError
from trucewatch.known import instant
from trucewatch.store import tables

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of the store: its number, when it was, what it was, by whom, and what it brought."""

    n: int
    at: str
    what: str
    who: str | None
    details: dict[str, Any]
    rows: str
    """SHA-256 over the rows that this change appended and closed."""
    previous: str
    hash: str

    @property
    def worked_out(self) -> str:
        """The hash that this entry has to have."""
        said = [self.previous, self.n, self.at, self.what, self.who, self.details, self.rows]
        return hashlib.sha256(_canonical(said).encode()).hexdigest()


def entries(connection: Connection) -> tuple[Entry, ...]:
    """The whole log, oldest first."""
    return tuple(_entry(row) for row in connection.execute(select(tables.log).order_by(tables.log.c.n)))


def last(connection: Connection) -> Entry | None:
    """The latest entry; None in a store that is being made."""
    row = connection.execute(select(tables.log).order_by(tables.log.c.n.desc()).limit(1)).first()
    return None if row is None else _entry(row)


def at(connection: Connection, when: int | str | None) -> Entry:
    """The entry after which a store is meant: by its number, the last by an instant, or the last of all."""
    newest = last(connection)
    if when is None and newest is not None:
        return newest
    known = [entry for entry in entries(connection) if when is not None and _counts(entry, when)]
    if not known:
        raise SettingsError(f"the store held nothing yet at {when}. `trucewatch log` lists its changes.")
    if isinstance(when, int) and known[-1].n != when:
        raise SettingsError(f"the store has no change {when}; the last is {known[-1].n}. `trucewatch log` lists them.")
    return known[-1]


def append(connection: Connection, n: int, what: str, who: str | None, details: dict[str, Any], when: str) -> Entry:
    """Write the entry of a change whose rows stand."""
    before = last(connection)
    made = Entry(
        n,
        when,
        what,
        who,
        json.loads(_canonical(details)),
        rows_hash(connection, n),
        before.hash if before else BEGINNING,
        "",
    )
    hashed = made.worked_out
    connection.execute(
        insert(tables.log).values(
            n=n, at=made.at, what=what, who=who, details=_canonical(made.details), rows=made.rows,
            previous=made.previous, hash=hashed,
        )
    )  # fmt: skip
    return Entry(n, made.at, what, who, made.details, made.rows, made.previous, hashed)


def stamp(connection: Connection, now: datetime) -> str:
    """The instant of a change that is being made, never before that of the last."""
    before = last(connection)
    when = now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return max(when, before.at) if before else when


def rows_hash(connection: Connection, n: int) -> str:
    """SHA-256 over all rows that change `n` appended, with their contents, and those that it closed."""
    total = hashlib.sha256()
    for table in tables.KEPT:
        for line in _appended(connection, table, n):
            total.update(line.encode() + b"\n")
        for (pk,) in connection.execute(select(table.c.pk).where(table.c.known_to == n).order_by(table.c.pk)):
            total.update(f"closed {table.name} {pk}\n".encode())
    return total.hexdigest()


def next_number(connection: Connection) -> int:
    """The number of the change that comes after the last."""
    return int(connection.execute(select(func.coalesce(func.max(tables.log.c.n), 0))).scalar_one()) + 1


def _appended(connection: Connection, table: Table, n: int) -> Iterator[str]:
    columns = [column for column in table.columns if column.name != "known_to"]
    for row in connection.execute(select(*columns).where(table.c.known_from == n).order_by(table.c.pk)):
        yield _canonical([table.name, *row])


def _counts(entry: Entry, when: int | str) -> bool:
    return entry.n <= when if isinstance(when, int) else instant(entry.at) <= instant(when)


def _entry(row: Any) -> Entry:
    return Entry(row.n, row.at, row.what, row.who, json.loads(row.details), row.rows, row.previous, row.hash)


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
