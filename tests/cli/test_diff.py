"""`trucewatch diff` between two folders, and between two instants of a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucewatch.cli import main
from trucewatch.sample import sample_path


def call(*arguments: str | Path) -> Result:
    """A command that must succeed."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some of the sample's digests."""
    home = tmp_path_factory.mktemp("store")
    lines = sample_path().read_text(encoding="utf-8").splitlines(keepends=True)
    (home / "few.jsonl").write_text("".join(lines[18:40]), encoding="utf-8")
    call("init", home / "kept", "--agreement", "idlib-2020")
    call("add", home / "few.jsonl", "--store", home / "kept")
    return home / "kept"


def test_a_store_at_two_instants_and_the_folders_of_its_reports_differ_alike(store: Path, tmp_path: Path) -> None:
    for name, day in (("old", "2020-03-06T12:00Z"), ("new", "2020-03-16")):
        call("report", "--store", store, "--as-of", day, "--out", tmp_path / name)
    of_store = call("diff", "--store", store, "--as-of", "2020-03-06T12:00Z", "2020-03-16", "--format", "jsonl")
    of_folders = call("diff", tmp_path / "old", tmp_path / "new", "--format", "jsonl")
    assert of_store.stdout == of_folders.stdout
    rows = [json.loads(line) for line in of_store.stdout.splitlines()]
    overdue = [row for row in rows if row["about"] == "idlib-2020 art2-params"]
    assert [(row["was"]["label"], row["now"]["label"]) for row in overdue] == [("pending", "overdue")]
    assert overdue[0]["causes"][0]["kind"] == "time"
    text = call("diff", tmp_path / "old", tmp_path / "new").stdout
    assert "label: pending, now overdue" in text
    assert "because terms stand as of 2020-03-16, before as of 2020-03-06T12:00Z" in text


def test_a_report_tells_what_changed_since_an_earlier_one_which_comes_out_again_byte_for_byte(
    store: Path, tmp_path: Path
) -> None:
    day = ("--as-of", "2020-03-06T12:00Z")
    call("report", "--store", store, *day, "--out", tmp_path / "old")
    call(
        "report",
        "--store",
        store,
        "--as-of",
        "2020-03-16",
        "--out",
        tmp_path / "new",
        "--differences",
        tmp_path / "old",
    )
    rows = (tmp_path / "new" / "differences.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(rows) > 3
    assert "Findings (" in (tmp_path / "new" / "differences.txt").read_text(encoding="utf-8")
    call("report", "--store", store, *day, "--out", tmp_path / "again")
    for path in sorted((tmp_path / "old").iterdir()):
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name
    assert "Nothing differs." in call("diff", tmp_path / "old", tmp_path / "again").stdout


@pytest.mark.parametrize("given", [[], ["--as-of", "2020-03-06", "2020-03-16"], ["--store", "STORE"]])
def test_what_is_to_be_compared_must_be_said(store: Path, given: list[str]) -> None:
    arguments = [str(store) if one == "STORE" else one for one in given]
    result = CliRunner().invoke(main, ["diff", *arguments])
    assert result.exit_code == 2
    assert "diff:" in result.output
