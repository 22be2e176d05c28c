"""store: the folder of a store: its database, and the originals beside it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert

from trucewatch import __version__
from trucewatch.errors import StoreError
from trucewatch.store import database, log, tables
from trucewatch.store.knowledge import Given, files_of

ORIGINALS = "originals"
INCOMING = "incoming"
"""Where `add` lays the bytes it receives until they are safe among the originals."""
Clock = Callable[[], datetime]


def _clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Change:
    """A change that is being made: its number, the connection it is written by, and what the log will say of it."""

    n: int
    connection: Connection
    details: dict[str, Any]
    at: str
    """Its instant, as the log will tell it."""


@dataclass(frozen=True)
class Store:
    """A store that is open. It holds no connection: each question and each change takes its own."""

    directory: Path
    engine: Engine
    clock: Clock = _clock

    @property
    def path(self) -> Path:
        """The database's file."""
        return self.directory / database.FILE

    @property
    def originals(self) -> Path:
        """The folder of bytes as received, by SHA-256."""
        return self.directory / ORIGINALS

    @property
    def incoming(self) -> Path:
        """The folder of bytes that are not yet safe."""
        return self.directory / INCOMING

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask questions by."""
        with database.reading(self.engine, self.path) as connection:
            yield connection

    @contextmanager
    def changing(self, what: str, who: str | None = None) -> Iterator[Change]:
        """One change and its entry in the log, all of it or nothing."""
        with database.writing(self.engine, self.path) as connection:
            at = log.stamp(connection, self.clock())
            change = Change(log.next_number(connection), connection, {"version": __version__}, at)
            yield change
            log.append(connection, change.n, what, who, change.details, at)

    def entries(self) -> tuple[log.Entry, ...]:
        """All changes, oldest first."""
        with self.reading() as connection:
            return log.entries(connection)

    def at(self, when: int | str | None = None) -> log.Entry:
        """The change after which the store is meant: a number, an instant, or the last."""
        with self.reading() as connection:
            return log.at(connection, when)


def open_store(directory: Path, *, clock: Clock = _clock, many: bool = False) -> Store:
    """A store that was made before; StoreError where there is none or it cannot be used.

    `many` is for a program that asks as long as it runs: it keeps its connections.
    """
    return Store(directory, database.opened(directory / database.FILE, many=many), clock)


def make_store(
    directory: Path,
    agreements: Sequence[str],
    *,
    given: Given | None = None,
    clock: Clock = _clock,
) -> Store:
    """A new store that watches over agreements. It is there whole, or not at all."""
    if (directory / database.FILE).exists():
        raise StoreError(str(directory), "there is a store in it already.", "Add to it, or name another folder.")
    files = files_of(agreements, given or Given())
    directory.mkdir(parents=True, exist_ok=True)
    started = directory / f"{database.FILE}.part"
    _remove(started)
    try:
        unfinished = Store(directory, database.made(started), clock)
        with unfinished.changing("init") as change:
            change.connection.execute(insert(tables.files), [{"known_from": change.n, **row} for row in files])
            change.details["agreements"] = list(agreements)
        _settle(unfinished, started)
        (directory / ORIGINALS).mkdir(exist_ok=True)
        started.replace(directory / database.FILE)
    finally:
        _remove(started)
    return open_store(directory, clock=clock)


def _settle(store: Store, path: Path) -> None:
    """Bring everything into the one file, so that it can be given its name."""
    with database.told(path), store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove(path: Path) -> None:
    """Remove a database that was not finished, with what lies beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def clear_incoming(store: Store) -> None:
    """Remove what a killed `add` left: none of it was recorded."""
    shutil.rmtree(store.incoming, ignore_errors=True)
