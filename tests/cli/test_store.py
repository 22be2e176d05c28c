"""The commands of a store, as somebody types them day after day."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.store.conftest import DENIED, SHELLING, STRIKE
from trucewatch.cli import main


def _run(*args: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == status, result.output
    return result


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two days' reports and a store that holds the first."""
    monkeypatch.chdir(tmp_path)
    for day, texts in {"day1": {"strike": STRIKE}, "day2": {"denied": DENIED, "shelling": SHELLING}}.items():
        (tmp_path / day).mkdir()
        for name, text in texts.items():
            (tmp_path / day / f"{name}.txt").write_text(text, encoding="utf-8")
    _run("init", "idlib", "--agreement", "idlib-2020")
    _run("add", "day1", "--store", "idlib", "--by", "Leyla")
    return tmp_path


def test_each_morning_reports_are_added_and_a_report_comes_out(home: Path) -> None:
    said = _run("add", "day2", "day1", "--store", "idlib", "--by", "Omar").output
    assert "reports 2 new, 1 read before, 0 rejected" in said
    assert "day1/strike.txt: read before, as r_" in said
    status = _run("status", "--store", "idlib").output
    assert "change 3" in status
    assert "Reports 3, claims" in status
    assert "(idlib-2020)" in status
    again = _run("report", "--store", "idlib", "--out", "out").output
    assert "add --held 3" in again
    assert (home / "out" / "report.html").is_file()


def test_an_old_report_comes_out_the_same_later(home: Path) -> None:
    _run("report", "--store", "idlib", "--held", "2", "--out", "then")
    _run("add", "day2", "--store", "idlib")
    _run("report", "--store", "idlib", "--held", "2", "--out", "later")
    for path in (home / "then").iterdir():
        assert (home / "later" / path.name).read_bytes() == path.read_bytes()


def test_the_store_is_the_current_folder_where_none_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "idlib")
    assert "Reports 1," in _run("status").output


def test_somebody_judges_lists_queues_and_takes_back(home: Path) -> None:
    _run("add", "day2", "--store", "idlib")
    queue = _run("judge", "queue", "--store", "idlib").output
    claims = re.findall(r"c_[0-9a-f]+", queue)
    assert claims
    by = ("--by", "Leyla", "--why", "I called them", "--store", "idlib")
    act = re.match(r"j_\d+", _run("judge", "reject", claims[0], *by).output)
    assert act
    corrected = _run("judge", "correct", claims[0], "--set", "place.name=Saraqib", "--set", "joint=true", *by).output
    assert "To take it back: trucewatch judge undo j_5" in corrected
    _run("judge", "undo", act.group(), *by)
    listed = _run("judge", "list", "--store", "idlib").output.splitlines()
    assert f"reject {claims[0]}: I called them [undone by j_6]" in listed[0]
    assert 'place.name="Saraqib"' in listed[1]
    assert f"undo: undoes {act.group()}" in listed[2]
    lines = _run("judge", "list", "--jsonl", "--store", "idlib").stdout_bytes.decode().splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["correct"]


def test_judgements_of_a_store_can_be_given_to_a_run(home: Path) -> None:
    claim = re.findall(r"c_[0-9a-f]+", _run("judge", "queue", "--store", "idlib").output)[0]
    _run("judge", "correct", claim, "--set", "modality=possible", "--by", "L", "--why", "w", "--store", "idlib")
    lines = _run("judge", "list", "--jsonl", "--store", "idlib").stdout_bytes
    (home / "judgements.jsonl").write_bytes(lines)
    _run("run", "day1", "--agreement", "idlib-2020", "--judgements", "judgements.jsonl", "--out", "run")
    _run("report", "--store", "idlib", "--out", "out")
    for name in ("claims.jsonl", "incidents.jsonl", "findings.jsonl", "report.html"):
        assert (home / "run" / name).read_bytes() == (home / "out" / name).read_bytes()


def test_words_are_found_and_shown(home: Path) -> None:
    said = _run("search", "OBSERVATORY", "bomb*", "--store", "idlib").output
    assert "[Observatory]" in said
    assert "[bombed]" in said
    assert "claims: c_" in said


def test_the_log_tells_who_did_what(home: Path) -> None:
    lines = _run("log", "--store", "idlib").output.splitlines()
    assert [line.split()[2] for line in lines] == ["init", "add"]
    assert "Leyla" in lines[1]
    told = [json.loads(line) for line in _run("log", "--jsonl", "--store", "idlib").stdout_bytes.decode().splitlines()]
    assert told[1]["previous"] == told[0]["hash"]
    assert {"data languages", "data gazetteer"} <= told[1]["details"]["hashes"].keys()


def test_a_store_is_verified_backed_up_and_restored(home: Path) -> None:
    assert "Nothing is wrong: 2 changes" in _run("verify", "--store", "idlib").output
    _run("backup", "all.zip", "--store", "idlib")
    _run("restore", "all.zip", "again")
    assert "Nothing is wrong: 2 changes" in _run("verify", "--store", "again").output
    next((home / "again" / "originals").iterdir()).write_text("other", encoding="utf-8")
    assert "its bytes were changed" in _run("verify", "--store", "again", status=1).output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("status", "--store", "nowhere"), "there is no store in it"),
        (("init", "idlib", "--agreement", "idlib-2020"), "there is a store in it already"),
        (("init", "new", "--agreement", "idlip-2020"), 'Did you mean "idlib-2020"?'),
        (("add", "--store", "idlib"), "Name files or folders to add"),
        (("status", "--store", "idlib", "--held", "77"), "the store has no change 77"),
        (("status", "--store", "idlib", "--held", "1999-01-01"), "the store held nothing yet"),
        (("report", "--store", "idlib", "--out", "idlib"), "that is the store itself"),
        (("judge", "undo", "j_9", "--by", "L", "--why", "w", "--store", "idlib"), "there is no judgement j_9"),
        (("judge", "correct", "c_1", "--set", "type", "--by", "L", "--why", "w", "--store", "idlib"), "FIELD=VALUE"),
        (("judge", "same", "c_1", "c_2", "--store", "idlib"), "--by"),
        (("restore", "day1/strike.txt", "again"), "it is no backup"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_with_what_to_do(home: Path, args: tuple[str, ...], said: str) -> None:
    assert said in _run(*args, status=2).output
    assert not (home / "new").exists() or not (home / "new" / "store.sqlite").exists()


def test_what_cannot_be_used_is_recorded_and_costs_a_status(home: Path) -> None:
    (home / "empty.txt").write_text("", encoding="utf-8")
    said = _run("add", "empty.txt", "--store", "idlib", status=3).output
    assert "empty.txt: the file is empty" in said
    _run("report", "--store", "idlib", "--out", "out")
    assert "the file is empty" in (home / "out" / "rejected.jsonl").read_text(encoding="utf-8")


def test_one_more_agreement_is_adopted_and_logged(home: Path) -> None:
    said = _run("agreement", "adopt", "minsk-2015", "--store", "idlib", "--by", "Leyla", "--why", "to compare").output
    assert "Change 3: adopted minsk-2015 (new in this store)" in said
    assert "adopt  Leyla  agreement minsk-2015" in re.sub(r" {2,}", "  ", _run("log", "--store", "idlib").output)
    assert "(minsk-2015)" in _run("status", "--store", "idlib").output


def test_coverage_is_stated_shown_and_taken_back(home: Path) -> None:
    stated = 'coverage:\n  - {who: Mission, types: [kin.*], from: "2020-03-01", to: "2020-04-01"}\n'
    (home / "seen.yaml").write_text(stated, encoding="utf-8")
    by = ("--store", "idlib", "--by", "Leyla", "--why", "their mandate")
    assert "Change 3: stated v_3.1." in _run("coverage", "add", "seen.yaml", *by).output
    line = "v_3.1: Mission sees kin.*, 2020-03-01 to 2020-04-01"
    assert line in _run("coverage", "list", "--store", "idlib").output
    assert f"Coverage {line}." in _run("status", "--store", "idlib").output
    assert "Change 4: undone v_3.1." in _run("coverage", "undo", "v_3.1", *by).output
    assert _run("coverage", "list", "--store", "idlib").output == ""
