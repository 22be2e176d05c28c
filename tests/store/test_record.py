"""What a store knows is what a run gives over the same reports, now and as of any earlier instant."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import DENIED, SHELLING, STRIKE, ticking
from trucewatch import folder, pipeline
from trucewatch.model import Record
from trucewatch.sample import sample_path
from trucewatch.store import Known, Store, add, make_store, record


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = make_store(tmp_path_factory.mktemp("sample") / "store", ["idlib-2020"], clock=ticking())
    add(store, [str(sample_path())])
    return store


def _run(as_of: str | None = None) -> Record:
    return pipeline.run([str(sample_path())], pipeline.Options(agreements=("idlib-2020",), as_of=as_of))


@pytest.mark.parametrize("as_of", [None, "2020-03-06T12:00Z", "2020-03-15"])
def test_a_store_gives_the_record_that_a_run_gives(sample_store: Store, as_of: str | None) -> None:
    known, run = record(sample_store, Known(as_of)), _run(as_of)
    for field in dataclasses.fields(Record):
        assert getattr(known, field.name) == getattr(run, field.name), field.name


def test_what_was_retrieved_by_an_instant_is_what_a_run_lets_in(store: Store, tmp_path: Path) -> None:
    lines = [
        {"text": STRIKE, "published": "2020-03-06", "retrieved": "2020-03-06T08:00Z"},
        {"text": DENIED, "published": "2020-03-06", "retrieved": "2020-03-08T08:00Z"},
        {"text": SHELLING, "published": "2020-03-07"},
    ]
    (tmp_path / "one.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    add(store, [str(tmp_path / "one.jsonl")])
    options = pipeline.Options(("idlib-2020",), "2020-03-07T00:00Z", "acquired")
    assert record(store, Known("2020-03-07T00:00Z", "acquired")) == pipeline.run([str(tmp_path / "one.jsonl")], options)


def test_the_files_of_a_report_are_those_of_a_run(sample_store: Store, tmp_path: Path) -> None:
    folder.save(record(sample_store), tmp_path / "store")
    folder.save(_run(), tmp_path / "run")
    names = sorted(path.name for path in (tmp_path / "run").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "store").iterdir())
    assert [n for n in names if (tmp_path / "store" / n).read_bytes() != (tmp_path / "run" / n).read_bytes()] == []


def test_an_old_report_is_made_again_byte_for_byte_after_others_came_in_late(
    store: Store, write: Callable[..., str], tmp_path: Path
) -> None:
    first = add(store, [write("first", strike=STRIKE)])
    asked = Known(as_of="2020-03-07T00:00Z", held=first.n)
    folder.save(record(store, asked), tmp_path / "then")
    add(store, [write("late", denied=DENIED, shelling=SHELLING)])
    folder.save(record(store, asked), tmp_path / "later")
    folder.save(record(store, Known(as_of="2020-03-07T00:00Z")), tmp_path / "now")
    for path in (tmp_path / "then").iterdir():
        assert (tmp_path / "later" / path.name).read_bytes() == path.read_bytes(), path.name
    assert (tmp_path / "now" / "claims.jsonl").read_bytes() != (tmp_path / "then" / "claims.jsonl").read_bytes()


def test_a_store_can_be_asked_as_it_stood_at_an_instant(store: Store, write: Callable[..., str]) -> None:
    add(store, [write("first", strike=STRIKE)])
    before = store.entries()[-1].at
    add(store, [write("late", denied=DENIED)])
    assert len(record(store, Known(held=before)).reports) == 1
    assert len(record(store).reports) == 2
