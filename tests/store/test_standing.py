"""What stands does not hang on the order in which reports came, and is what a run over all of them gives."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from tests.store.conftest import ARABIC, DENIED, SHELLING, STRIKE, ticking
from trucewatch.model import Finding, Incident
from trucewatch.store import Adding, Store, Word, add, held, judge, make_store, tables, verify
from trucewatch.store import record as record_of

TEXTS = {
    "strike": STRIKE,
    "denied": DENIED,
    "shelling": SHELLING,
    "arabic": ARABIC,
    "again": "March 7, 2020 (Outlet Two) - The air strike on Saraqeb on Thursday killed five civilians, rescuers said.",
    "calm": "March 8, 2020 (Outlet One) - No air strikes were reported in Idlib on Saturday, monitors said.",
    "patrol": "March 15, 2020 - Russian and Turkish troops cut short their first joint patrol on the M4 on Sunday.",
}


def _files(folder: Path, names: Sequence[str]) -> list[str]:
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in names]


def _store(folder: Path) -> Store:
    return make_store(folder / "store", ["idlib-2018"], clock=ticking())


def _stands(store: Store) -> tuple[dict[str, Incident], dict[str, Finding]]:
    made = record_of(store)
    return {one.id: one for one in made.incidents}, {one.id: one for one in made.findings}


@st.composite
def arrivals(draw: st.DrawFn) -> list[list[str]]:
    """The texts in some order, cut into some batches."""
    names = draw(st.permutations(sorted(TEXTS)))
    cuts = sorted(draw(st.sets(st.integers(1, len(names) - 1), max_size=3)))
    return [list(names[a:b]) for a, b in zip([0, *cuts], [*cuts, len(names)], strict=True)]


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Incident], dict[str, Finding]]:
    home = tmp_path_factory.mktemp("once")
    store = _store(home)
    add(store, _files(home, sorted(TEXTS)))
    return _stands(store)


@settings(max_examples=5, deadline=None)
@given(batches=arrivals())
def test_any_order_of_arrival_gives_what_one_run_gives(
    at_once: tuple[dict[str, Incident], dict[str, Finding]], batches: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        for names in batches:
            add(store, _files(Path(folder), names))
        assert _stands(store) == at_once
        assert verify(store, thorough=True) == ()


@settings(max_examples=3, deadline=None)
@given(batches=arrivals(), after=st.integers(0, 2), verdict=st.sampled_from(["reject", "accept"]))
def test_decisions_between_arrivals_are_kept_whatever_comes_after(
    batches: list[list[str]], after: int, verdict: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        for number, names in enumerate(batches):
            add(store, _files(Path(folder), names))
            if number == min(after, len(batches) - 1):
                judge(store, verdict, [held(store).claims()[0].id], Word("Leyla", "seen"))  # type: ignore[arg-type]
        assert verify(store, thorough=True) == ()


def test_findings_that_a_report_does_not_touch_are_taken_over(tmp_path: Path) -> None:
    store = _store(tmp_path)
    add(store, _files(tmp_path, ["strike", "denied"]))
    with store.reading() as connection:
        before = dict(connection.execute(select(tables.finding_keys.c.finding, tables.finding_keys.c.key)).all())
    add(store, _files(tmp_path, ["shelling"]))
    with store.reading() as connection:
        after = dict(connection.execute(select(tables.finding_keys.c.finding, tables.finding_keys.c.key)).all())
    assert before
    assert before.items() <= after.items()


def test_reading_everything_anew_takes_nothing_over(tmp_path: Path) -> None:
    store = _store(tmp_path)
    add(store, _files(tmp_path, ["strike"]))
    with store.engine.begin() as connection:
        connection.execute(tables.finding_keys.update().values(key="of nothing"))
    add(store, [], adding=Adding(again=True))
    with store.reading() as connection:
        wrong = select(func.count()).where(tables.finding_keys.c.key == "of nothing")
        assert connection.execute(wrong).scalar_one() == 0


def test_a_thorough_look_finds_what_a_run_would_not_give(tmp_path: Path) -> None:
    store = _store(tmp_path)
    add(store, _files(tmp_path, ["strike", "shelling"]))
    with store.engine.begin() as connection:
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE findings SET label = label, row = replace(row, 'outside', 'excepted')")
    assert any("something else" in fault.what or "log" in fault.where for fault in verify(store, thorough=True))
