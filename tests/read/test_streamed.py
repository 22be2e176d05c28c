"""Lines that `read` wrote: known by their first line, given on one after another as they stand."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from trucewatch import read
from trucewatch.model import Rejected, Report
from trucewatch.model.codec import dump_lines
from trucewatch.read import rows
from trucewatch.read.streamed import lines_read, written_by_read
from trucewatch.sample import sample_path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as `read` writes it."""
    path = tmp_path_factory.mktemp("read") / "reports.jsonl"
    stream = io.StringIO()
    dump_lines([item for item in read.reports([sample_path()]) if isinstance(item, Report)], stream)
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


def test_what_read_wrote_is_known_by_its_first_line(written: Path, tmp_path: Path) -> None:
    assert written_by_read(written)
    assert not written_by_read(tmp_path)
    assert not written_by_read(tmp_path / "missing.jsonl")
    for name, line in (("bare.jsonl", '{"text": "a"}'), ("broken.jsonl", "{"), ("list.jsonl", "[1]")):
        (tmp_path / name).write_text(line, encoding="utf-8")
        assert not written_by_read(tmp_path / name), name


def test_its_reports_are_those_that_were_written(written: Path) -> None:
    assert list(lines_read([written])) == [item for item in read.reports([sample_path()]) if isinstance(item, Report)]


def test_a_line_that_cannot_be_used_costs_that_line_alone(written: Path, tmp_path: Path) -> None:
    first, second = written.read_bytes().splitlines()[:2]
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\n".join([first, b"\xff\xfe", b"{", first, second, b""]))
    found = list(lines_read([path]))
    assert [item.id for item in found if isinstance(item, Report)] == [
        json.loads(first)["id"],
        json.loads(second)["id"],
    ]
    rejected = [item for item in found if isinstance(item, Rejected)]
    assert [item.line for item in rejected] == [2, 3, None]
    assert "not UTF-8" in rejected[0].reason
    assert "is taken" in rejected[2].reason


def test_a_line_as_it_was_written_is_not_read_anew(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(lines_read([written]))
    monkeypatch.setattr(rows, "read_text", None)
    assert list(lines_read([written])) == before


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": None},
        {"id": ""},
        {"published": "2020-02-31"},
        {"published_basis": "guessed"},
        {"own_column": "kept"},
        {"furniture": [[0, 100_000]]},
        {"furniture": [["a", 2]]},
        {"text": " "},
        {"text": "half \ud800"},
        {"meta": None},
    ],
)
def test_a_line_that_somebody_changed_is_read_as_any_other(
    written: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    first, second = written.read_bytes().splitlines()[:2]
    line = json.dumps(json.loads(second) | change)
    (tmp_path / "changed.jsonl").write_bytes(first + b"\n" + line.encode() + b"\n")
    found = list(lines_read([tmp_path / "changed.jsonl"]))
    assert rows.report_kept(line) is None
    assert found[1] == rows.read_line(line, str(tmp_path / "changed.jsonl"), 2)
