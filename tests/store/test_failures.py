"""Killed, full, locked, read-only, newer, damaged: a clear error, nothing lost, nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import ARABIC, DENIED, SHELLING, STRIKE, ticking
from trucewatch.errors import StoreError
from trucewatch.store import Store, add, database, held, make_store, open_store, record, verify

SOURCE = Path(__file__).parents[2] / "src"
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from trucewatch.store import add, open_store

store, source, point = open_store(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
steps = []

def step(what):
    steps.append(what)
    if len(steps) == point:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(store.engine, "before_cursor_execute", lambda *_: step("statement"))
sys.addaudithook(lambda name, _: step("rename") if name == "os.rename" else None)
add(store, [source])
print(*steps)
"""
CROWDED = """
import resource, sys
from pathlib import Path
from trucewatch.errors import StoreError
from trucewatch.store import add, open_store

store = open_store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    add(store, [sys.argv[2]])
except StoreError as error:
    print(error)
"""
SHUT = """
import os, sys
from pathlib import Path
from trucewatch.errors import StoreError
from trucewatch.store import add, open_store, record
from trucewatch.store.knowledge import loaded

store = open_store(Path(sys.argv[1]))
record(store)  # everything is loaded while we still may
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
store = open_store(Path(sys.argv[1]))
print(len(record(store).reports))
try:
    add(store, [sys.argv[2]])
except StoreError as error:
    print(error)
"""


def _run(program: str, *args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, args)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )  # fmt: skip


@pytest.fixture
def full(store: Store, write: Callable[..., str]) -> Store:
    add(store, [write("first", strike=STRIKE)])
    return store


@pytest.fixture
def more(write: Callable[..., str]) -> str:
    return write("more", denied=DENIED, shelling=SHELLING, arabic=ARABIC)


def _copy(store: Store, home: Path) -> Store:
    shutil.copytree(store.directory, home)
    return open_store(home, clock=ticking())


def test_killed_at_any_point_of_add_nothing_is_lost_and_nothing_half_done(
    full: Store, more: str, tmp_path: Path
) -> None:
    counted = _run(KILLED, _copy(full, tmp_path / "whole").directory, more, 0)
    steps = counted.stdout.split()
    renamed = steps.index("rename") + 1
    whole = record(open_store(tmp_path / "whole"))
    before = record(full)
    assert steps.count("rename") == 3
    for point in (2, len(steps) // 2, renamed, renamed + 2, len(steps) - 1, len(steps)):
        store = _copy(full, tmp_path / f"killed at {point}")
        assert _run(KILLED, store.directory, more, point).returncode == -9
        assert [entry.what for entry in store.entries()] == ["init", "add"], point
        assert record(store) == before
        assert verify(store) == ()
        add(store, [more])
        assert record(store) == whole
        assert verify(store) == ()
        assert not store.incoming.exists()


def test_a_store_that_was_killed_while_it_was_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / f"{database.FILE}.part").write_bytes(b"SQLite format 3\0 and then nothing")
    (tmp_path / "store" / f"{database.FILE}.part-wal").write_bytes(b"rest")
    made = make_store(tmp_path / "store", ["idlib-2020"])
    assert verify(made) == ()
    assert sorted(path.name for path in made.directory.iterdir()) == ["originals", database.FILE]


@pytest.mark.parametrize("room", [2_000, 60_000])
def test_on_a_full_disk_the_error_is_clear_and_nothing_was_kept(full: Store, tmp_path: Path, room: int) -> None:
    (tmp_path / "long.txt").write_text(f"{SHELLING} {DENIED} " * 400, encoding="utf-8")
    before = record(full)
    run = _run(CROWDED, full.directory, tmp_path / "long.txt", room)
    assert run.stderr == ""
    assert "could not be" in run.stdout or "disk is full" in run.stdout
    assert "Check the disk" in run.stdout or "Make room" in run.stdout
    assert record(full) == before
    assert verify(full) == ()


def test_a_database_that_cannot_grow_says_that_the_disk_is_full(full: Store) -> None:
    def fill() -> None:
        with full.changing("add") as change:
            change.connection.exec_driver_sql("PRAGMA max_page_count = 1")
            change.connection.exec_driver_sql("CREATE TABLE filler AS SELECT randomblob(100000000)")

    with pytest.raises(StoreError, match=r"the disk is full\. Make room"):
        fill()
    assert [entry.what for entry in full.entries()] == ["init", "add"]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)


@pytest.mark.usefixtures("hasty")
def test_while_another_add_runs_the_second_says_so_and_readers_go_on(full: Store, more: str) -> None:
    with full.changing("add"):
        with pytest.raises(StoreError, match=r"another command is writing to this store\. Wait until it is done"):
            add(open_store(full.directory), [more])
        assert len(record(open_store(full.directory)).reports) == 1
    assert len(add(full, [more]).reports) == 3


@pytest.mark.usefixtures("hasty")
def test_a_file_that_another_program_locks_is_told(full: Store, more: str) -> None:
    other = sqlite3.connect(full.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="another command is writing"):
        add(full, [more])
    other.execute("ROLLBACK")
    other.close()


def test_a_folder_that_may_not_be_written_to_can_be_read_and_says_what_it_needs(more: str) -> None:
    # The tests' own folder is shut to others, and as root nothing is shut at all: so a folder beside, and another user.
    home = Path(tempfile.mkdtemp())
    try:
        store = make_store(home / "store", ["idlib-2020"])
        add(store, [more])
        for path in (home, *home.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        run = _run(SHUT, store.directory, more)
        assert run.stdout.splitlines()[0] == "3", run.stderr
        assert "it may not be written to. Give write permission" in run.stdout
    finally:
        for path in (home, *home.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(home)


def test_a_store_of_a_newer_version_is_left_alone(full: Store) -> None:
    connection = sqlite3.connect(full.path)
    connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.commit()
    connection.close()
    kept = full.path.read_bytes()
    with pytest.raises(StoreError, match=r"made by a newer version of Trucewatch .* Install that version or a later"):
        open_store(full.directory)
    assert full.path.read_bytes() == kept


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"\0" * 100 + data[100:],
        lambda data: data[:5000],
        lambda data: b"",
        lambda data: b"This is a text and no database. " * 500,
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
    ],
    ids=["head gone", "cut off", "empty", "a text", "pages overwritten"],
)
def test_a_damaged_database_is_told_with_what_to_do(full: Store, damage: Callable[[bytes], bytes]) -> None:
    full.path.write_bytes(damage(full.path.read_bytes()))
    with pytest.raises(StoreError, match=r"trucewatch (restore|verify|init)"):
        record(open_store(full.directory))


def test_a_row_that_cannot_be_read_is_told_and_verify_names_it(full: Store) -> None:
    connection = sqlite3.connect(full.path)
    connection.execute("DROP TRIGGER claims_never_change")
    connection.execute("UPDATE claims SET row = substr(row, 1, 40)")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="cannot be read"):
        held(full).claims()
    assert any("cannot be read" in fault.what for fault in verify(full))
    assert any("rows that this change" in fault.what for fault in verify(full))
