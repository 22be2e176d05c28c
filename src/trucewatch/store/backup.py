"""store: a whole store as one file, taken while others read and write, and back again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trucewatch.errors import StoreError
from trucewatch.store import database
from trucewatch.store.store import ORIGINALS, Store, open_store

MANIFEST = "manifest.json"
FORM = "trucewatch-store/1"
TIMES, ROOM = 100, 64 * 1024 * 1024
"""A backup that would grow to more than this many times its size, and this many bytes besides, is refused."""
_NAMES = re.compile(rf"{re.escape(MANIFEST)}|{re.escape(database.FILE)}|{ORIGINALS}/[0-9a-f]{{64}}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1024 * 1024


def backup(store: Store, file: Path) -> int:
    """Write everything a store holds into one file; returns the number of the last change in it."""
    if file.exists():
        raise StoreError(str(file), "there is a file of this name already.", "Name another.")
    started, copy = (file.with_name(f"{file.name}.{part}") for part in ("part", "copy"))
    try:
        copied = _copied(store, copy)
        with zipfile.ZipFile(started, "w", zipfile.ZIP_DEFLATED) as archive:
            head = copied.entries()[-1]
            about = {"form": FORM, "change": head.n, "at": head.at, "hash": head.hash}
            archive.writestr(_entry(MANIFEST), json.dumps(about, indent=2) + "\n")
            _write(archive, database.FILE, copy)
            for sha256 in _kept(copied):
                _write(archive, f"{ORIGINALS}/{sha256}", store.originals / sha256)
        _flush(started)
        os.replace(started, file)
    except OSError as error:
        raise StoreError(
            str(file), f"it could not be written ({error.strerror or error}).", "Check its disk."
        ) from error
    finally:
        for path in (started, copy, *(copy.with_name(copy.name + end) for end in ("-wal", "-shm", "-journal"))):
            path.unlink(missing_ok=True)
    return head.n


def restore(file: Path, directory: Path) -> Store:
    """Make a store of a backup. Nothing is written outside the folder, and no store is written over."""
    if (directory / database.FILE).exists():
        raise StoreError(str(directory), "there is a store in it already.", "Name another folder.")
    with _archive(file) as archive:
        _check(archive, file)
        about = _manifest(archive, file)
        directory.mkdir(parents=True, exist_ok=True)
        started = directory / ".restoring"
        shutil.rmtree(started, ignore_errors=True)
        (started / ORIGINALS).mkdir(parents=True)
        try:
            for info in archive.infolist():
                if info.filename != MANIFEST:
                    _take(archive, info, started / info.filename, file)
            _agrees(started, about, file)
            (directory / ORIGINALS).mkdir(exist_ok=True)
            for path in sorted((started / ORIGINALS).iterdir()):
                os.replace(path, directory / ORIGINALS / path.name)
            os.replace(started / database.FILE, directory / database.FILE)
        finally:
            shutil.rmtree(started, ignore_errors=True)
    return open_store(directory)


def _copied(store: Store, copy: Path) -> Store:
    """A copy of the database as it stood at one moment, whoever writes meanwhile."""
    copy.unlink(missing_ok=True)
    with database.told(store.path), store.reading() as connection:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        target = sqlite3.connect(copy)
        try:
            raw.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        finally:
            target.close()
    return Store(store.directory, database.opened(copy))


def _kept(copied: Store) -> list[str]:
    with copied.reading() as connection:
        return sorted(connection.exec_driver_sql("SELECT sha256 FROM originals").scalars())


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry without the time of day: the same store gives the same file."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _write(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with path.open("rb") as source, archive.open(_entry(name), "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, _BLOCK)


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError) as error:
        raise _refused(file, f"it is no backup, or a damaged one ({error})") from error
    except OSError as error:
        raise StoreError(
            str(file), f"it could not be restored ({error.strerror or error}).", "Check the disk."
        ) from error


def _check(archive: zipfile.ZipFile, file: Path) -> None:
    names = [info.filename for info in archive.infolist()]
    strange = [name for name in names if not _NAMES.fullmatch(name)]
    if strange:
        raise _refused(file, f'it holds "{strange[0]}", which is no part of a store')
    if len(set(names)) != len(names) or not {MANIFEST, database.FILE} <= set(names):
        raise _refused(file, "a part of the store is missing in it or is there twice")
    size = sum(info.file_size for info in archive.infolist())
    if size > TIMES * file.stat().st_size + ROOM:
        raise _refused(file, f"it would grow to {size // ROOM * 64} MB, far more than a backup of its size can hold")


def _manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, object]:
    with archive.open(MANIFEST) as stream:
        try:
            about = json.loads(stream.read(_BLOCK))
        except ValueError as error:
            raise _refused(file, "its manifest cannot be read") from error
    if not isinstance(about, dict) or about.get("form") != FORM:
        raise _refused(file, "it was not written by this version of Trucewatch")
    return about


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, file: Path) -> None:
    """Write one part, no more of it than it says it holds, and see that an original is what its name says."""
    left, total = info.file_size, hashlib.sha256()
    with archive.open(info) as source, path.open("wb") as target:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise _refused(file, f"{info.filename} holds more than it says")
            total.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    if info.filename.startswith(ORIGINALS) and total.hexdigest() != path.name:
        raise _refused(file, f"{info.filename} is not what its name says")


def _agrees(started: Path, about: dict[str, object], file: Path) -> None:
    last = open_store(started).entries()[-1]
    if (last.n, last.hash) != (about.get("change"), about.get("hash")):
        raise _refused(file, "its database is not the one that its manifest tells of")


def _refused(file: Path, problem: str) -> StoreError:
    return StoreError(str(file), f"{problem}.", "Nothing was restored; use a file that `trucewatch backup` wrote.")


def _flush(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())
