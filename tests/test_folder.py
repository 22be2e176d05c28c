"""A run's results as files, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import folder
from trucewatch.errors import InputError
from trucewatch.model import CoverageRow, Record, Rejected, Report, RunInfo


def _record() -> Record:
    report = Report(id="r_1", text="Nothing was heard.", published="2020-03-06", furniture=((0, 7),), meta={"a": 1})
    run = RunInfo("0.1.0", as_of="2020-03-07", counts={"reports": 1}, edge_reports=("r_1",))
    seen = CoverageRow(1, 0, day="2020-03-06")
    return Record((report,), (), (), (), (), (seen,), (Rejected("a.txt", "empty", "Drop it.", line=2),), run)


def test_what_is_saved_is_loaded_as_it_was(tmp_path: Path) -> None:
    folder.save(_record(), tmp_path / "new" / "out", formats=())
    assert folder.load(tmp_path / "new" / "out") == _record()


def test_lines_end_the_same_on_every_system(tmp_path: Path) -> None:
    folder.save(_record(), tmp_path, formats=())
    assert all(b"\r" not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder.save(_record(), tmp_path, formats=())
    (tmp_path / "claims.jsonl").unlink()
    with pytest.raises(InputError, match=r"claims\.jsonl: the file is missing"):
        folder.load(tmp_path)


def test_a_line_that_is_broken_is_named_with_its_number(tmp_path: Path) -> None:
    folder.save(_record(), tmp_path, formats=())
    (tmp_path / "claims.jsonl").write_text('\n{"id": "c_1"}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"claims\.jsonl:2: "):
        folder.load(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 1, "hashes": []}'])
def test_a_run_file_that_is_broken_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json:1: this is not a run"):
        folder.load(tmp_path)


def test_a_folder_without_a_run_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="run --out"):
        folder.load(tmp_path)
