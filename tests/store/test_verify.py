"""A store that was tampered with says where."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from tests.store.conftest import DENIED, STRIKE
from trucewatch.store import Store, Word, add, held, judge, verify


@pytest.fixture
def full(store: Store, write: Callable[..., str]) -> Store:
    add(store, [write("first", strike=STRIKE)])
    add(store, [write("second", denied=DENIED)])
    judge(store, "accept", [held(store).claims()[0].id], Word("Leyla", "seen"))
    return store


def _tamper(store: Store, statement: str) -> None:
    """Change the database behind the program's back, as somebody with an editor for SQLite could."""
    connection = sqlite3.connect(store.path)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_store_that_was_left_alone_is_whole(full: Store) -> None:
    assert verify(full) == ()


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        ("UPDATE reports SET row = replace(row, 'four', 'nine') WHERE pk = 1", "log entry 2", "rows that this change"),
        ("UPDATE reports SET row = replace(row, 'four', 'nine') WHERE pk = 1", "claim c_", "its words are not those"),
        ("UPDATE log SET who = 'Nobody' WHERE n = 4", "log entry 4", "its hash does not fit"),
        ("DELETE FROM log WHERE n = 3", "log entry 4", "entry 3 is missing"),
        ("DELETE FROM judgements", "log entry 4", "rows that this change"),
        ("DELETE FROM reports WHERE pk = 1", "claim c_", "is not there"),
        ("DELETE FROM claims WHERE pk = 1", "incident i_", "is not there"),
        ("DELETE FROM incidents", "finding f_", "is not there"),
        ("UPDATE incidents SET known_to = 2 WHERE known_to IS NULL", "log entry 2", "rows that this change"),
        ("INSERT INTO search (rowid, words, bare) VALUES (99, 'x', '')", "search", "3 texts are indexed, of 2"),
    ],
)  # fmt: skip
def test_what_was_changed_is_named(full: Store, statement: str, where: str, what: str) -> None:
    _tamper(full, statement)
    faults = verify(full)
    assert [fault for fault in faults if fault.where.startswith(where) and what in fault.what], faults


def test_an_original_that_was_changed_or_lost_is_named(full: Store) -> None:
    one, two = sorted(full.originals.iterdir())
    one.write_bytes(one.read_bytes() + b" ")
    two.unlink()
    faults = {fault.where: fault.what for fault in verify(full)}
    assert set(faults) == {f"originals/{one.name}", f"originals/{two.name}"}
    assert "its bytes were changed" in faults[f"originals/{one.name}"]
    assert "cannot be read" in faults[f"originals/{two.name}"]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE claims SET row = '{}'", "never changed"),
        ("DELETE FROM incidents", "nothing is deleted"),
        ("UPDATE log SET who = 'x'", "never changed"),
        ("UPDATE incidents SET known_to = 9 WHERE known_to IS NOT NULL", "stays closed"),
    ],
)
def test_the_database_itself_refuses_to_change_what_was_recorded(full: Store, statement: str, said: str) -> None:
    judge(full, "reject", [held(full).claims()[0].id], Word("Omar", "closes an incident"))
    connection = sqlite3.connect(full.path)
    with pytest.raises(sqlite3.IntegrityError, match=said):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE findings SET row = replace(row, ':\"possible\"', ':\"supported\"')", "label says supported"),
        ("UPDATE findings SET row = replace(row, 'told by', 'shown by')", "its hash does not fit what it says"),
        ("DELETE FROM findings WHERE provision = 'art2-params'", "a finding on the term as a whole is missing"),
        ("UPDATE incidents SET row = replace(row, '2020-03-05', '2020-03-07')", "its time is 2020-03-07"),
    ],
)  # fmt: skip
def test_findings_that_are_not_what_the_claims_give_are_named(full: Store, statement: str, what: str) -> None:
    _tamper(full, statement)
    assert [fault for fault in verify(full) if what in fault.what], verify(full)
