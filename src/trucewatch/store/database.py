"""store: the database's file: opened, brought up to date, and its failures told in our own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from trucewatch.errors import StoreError

FILE = "store.sqlite"
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every version that this program knows, oldest first; the last is its own."""
READERS = 16
"""Connections that are kept open where many ask; more are opened as they are needed."""
PATIENCE = 2.0
"""Seconds to wait for another command that writes."""
_TOLD = (
    ("locked", "another command is writing to this store.", "Wait until it is done and try again; nothing was lost."),
    ("full", "the disk is full.", "Make room and run the command again; nothing of it was kept."),
    ("readonly", "it may not be written to.", "Give write permission for the folder and its files."),
    ("read-only", "it may not be written to.", "Give write permission for the folder and its files."),
    ("unable to open", "it cannot be opened.", "Check that the folder is there and that you may read and write it."),
    ("not a database", "this is not a store's database.", "Restore a backup: `trucewatch restore FILE DIR`."),
    ("malformed", "the database is damaged.", "Restore a backup: `trucewatch restore FILE DIR`."),
    ("i/o error", "it could not be read or written.", "Check the disk and its free space, and run the command again."),
)
"""What SQLite says, and what we say."""
_SHUT = {problem for sign, problem, _ in _TOLD if sign in ("readonly", "unable to open")}


def opened(path: Path, *, many: bool = False) -> Engine:
    """The database of a store that exists. A folder that may not be written to can still be read.

    `many` keeps connections open between questions, for a program that asks as long as it runs.
    """
    if not path.is_file():
        raise StoreError(str(path.parent), "there is no store in it.", "Make one: `trucewatch init DIR`.")
    engine = _engine(path, "rw", many=many)
    try:
        with told(path):
            _check(engine, path)
    except StoreError as error:
        if error.problem not in _SHUT:
            raise
        engine = _read_only(path, many=many)
        with told(path):
            _check(engine, path)
    return engine


def made(path: Path) -> Engine:
    """A fresh database with all tables."""
    engine = _engine(path, "rwc")
    with told(path), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        _upgrade(connection)
    return engine


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database says into our own error."""
    try:
        yield
    except DBAPIError as error:
        raise explained(str(error.orig), path) from error
    except sqlite3.Error as error:
        raise explained(str(error), path) from error


def explained(said: str, path: Path) -> StoreError:
    """Where, what, and what to do, for what SQLite says."""
    for sign, problem, remedy in _TOLD:
        if sign in said.lower():
            return StoreError(str(path), problem, remedy)
    return StoreError(str(path), f"the database says: {said}.", "`trucewatch verify` looks for what is wrong.")


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """One change, all of it or nothing: others may read meanwhile, and nobody else may write."""
    if engine.get_execution_options().get("read_only"):
        raise explained("readonly", path)
    with told(path), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        finally:
            if raw(connection).in_transaction:
                connection.exec_driver_sql("ROLLBACK")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection to read with."""
    with told(path), engine.connect() as connection:
        yield connection


def raw(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection, for many small questions."""
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _engine(path: Path, mode: str, *, many: bool = False) -> Engine:
    # SQLite is given a URI, so that a folder may be called anything and be opened for reading alone.
    uri = f"file:{quote(path.absolute().as_posix())}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=not many)

    shut = {"read_only": not mode.startswith("rw")}
    kept: dict[str, Any] = {"poolclass": NullPool}
    if many:
        kept = {"poolclass": QueuePool, "pool_size": READERS, "max_overflow": -1}
    engine = create_engine("sqlite+pysqlite://", creator=connect, execution_options=shut, **kept)
    event.listen(engine, "connect", _settings(mode))
    return engine


def _settings(mode: str) -> Callable[[sqlite3.Connection, object], None]:
    def settle(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        if mode.startswith("rw"):
            connection.execute("PRAGMA synchronous=FULL")

    return settle


def _read_only(path: Path, *, many: bool = False) -> Engine:
    """For a folder that may not be written to. A log beside it may be left out only if it is empty."""
    beside = path.with_name(f"{path.name}-wal")
    pending = beside.is_file() and beside.stat().st_size > 0
    return _engine(path, "ro" if pending else "ro&immutable=1", many=many)


def _check(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        version = _version(connection)
        if version == VERSIONS[-1]:
            return
        if version in VERSIONS:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _upgrade(connection)
            connection.exec_driver_sql("COMMIT")
            return
    if version is None:
        raise StoreError(str(path), "this is not a store's database.", "Name a folder that `trucewatch init` made.")
    newer = f"it was made by a newer version of Trucewatch (its tables are of version {version})."
    raise StoreError(str(path), newer, "Install that version or a later one; the store was not touched.")


def _version(connection: Connection) -> str | None:
    held = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")).first()
    if held is None:
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
