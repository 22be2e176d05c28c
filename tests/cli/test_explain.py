"""`trucewatch explain`: which report, which sentence, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.factories import a_report
from trucewatch.cli import main
from trucewatch.extract import claims, load_knowledge
from trucewatch.model.codec import dump_lines

FIRST = a_report("r_first", text="Two soldiers were killed near Saraqib on Tuesday. It rained in Idlib.")
SECOND = a_report("r_second", text="Ankara denied that its forces had shelled Saraqib.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a run leaves it, with two reports."""
    with (tmp_path / "reports.jsonl").open("w", encoding="utf-8") as stream:
        dump_lines([FIRST, SECOND], stream)
    return tmp_path


def _run(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)], input=text)


def test_all_reports_of_a_file_are_shown(folder: Path) -> None:
    result = _run(folder / "reports.jsonl")
    assert result.exit_code == 0
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("report ")] == [
        "r_first",
        "r_second",
    ]


@pytest.mark.parametrize("way", ["hash", "option", "folder"])
def test_a_report_is_named_by_its_id(folder: Path, way: str) -> None:
    path = folder / "reports.jsonl"
    given: dict[str, list[object]] = {
        "hash": [f"{path}#r_second"],
        "option": [path, "--report", "r_second"],
        "folder": [folder, "--report", "r_second"],
    }
    result = _run(*given[way])
    assert result.exit_code == 0
    assert "report r_second" in result.stdout
    assert "report r_first" not in result.stdout


def test_only_the_sentence_of_a_claim_is_shown(folder: Path) -> None:
    claim = claims(FIRST, load_knowledge(languages=["en"]))[0]
    result = _run(folder, "--claim", claim.id)
    assert result.exit_code == 0
    assert claim.id in result.stdout
    assert "It rained" not in result.stdout
    assert "r_second" not in result.stdout


def test_only_the_sentences_with_a_word_are_shown(folder: Path) -> None:
    result = _run(folder, "--grep", "RAINED")
    assert "It rained" in result.stdout
    assert "Two soldiers" not in result.stdout


def test_a_sentence_is_taken_from_standard_input_in_the_language_and_of_the_day_that_are_given() -> None:
    result = _run("-", "--language", "fr", "--published", "2020-03-05", text="Un soldat a été tué mercredi.")
    assert result.exit_code == 0
    assert "(fr, 2020-03-05)" in result.stdout
    assert "2020-03-04 until 2020-03-05" in result.stdout


def test_a_page_is_written(folder: Path, tmp_path: Path) -> None:
    result = _run(folder, "--html", tmp_path / "page.html")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--report", "r_frist"], "holds no report 'r_frist'. Did you mean 'r_first'?"),
        (["--claim", "c_none"], "No claim 'c_none' is made here. Did you mean"),
        (["--grep", "zeppelin"], "No sentence holds 'zeppelin'."),
    ],
)
def test_what_is_not_there_is_told_with_a_remedy(folder: Path, arguments: list[str], message: str) -> None:
    result = _run(folder, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_two_ids_at_once_are_refused(folder: Path) -> None:
    result = _run(f"{folder / 'reports.jsonl'}#r_first", "--report", "r_second")
    assert result.exit_code == 2
    assert "Name one." in result.stderr


def test_a_file_that_is_not_there_is_rejected() -> None:
    result = _run("nowhere.jsonl")
    assert result.exit_code == 3
    assert "no such file" in result.stderr
