"""cli: `trucewatch ledger`, on what `run` wrote."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trucewatch.cli import main

REPORTS = [
    ("North Wire", "2020-02-29", "An air strike killed 33 Turkish soldiers in Saraqib on 27 February 2020."),
    ("South Post", "2020-02-29", "An air strike killed 34 Turkish soldiers in Saraqib on 27 February 2020."),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    source = folder / "two.jsonl"
    rows = [{"source": name, "published": day, "text": text, "language": "en"} for name, day, text in REPORTS]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = CliRunner().invoke(main, ["run", str(source), "--agreement", "idlib-2020", "--out", str(folder / "out")])
    assert "Accounts part on 1 point" in result.output
    return folder / "out"


def call(out: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["ledger", str(out), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_side_stands_with_its_root_and_its_words(out: Path) -> None:
    shown = call(out)
    assert "figure killed TUR.army: accounts part" in shown
    assert "33: North Wire" in shown
    assert "killed 34 Turkish soldiers" in " ".join(shown.split())
    assert shown.rstrip().endswith("Accounts part on 1 point and only seem to on 0.")


def test_the_command_the_report_and_the_tables_hold_the_same_rows(out: Path) -> None:
    told = [json.loads(line)["id"] for line in call(out, "--format", "jsonl").splitlines()]
    table = csv.DictReader(io.StringIO(call(out, "--format", "csv").removeprefix("\ufeff"), newline=""))
    written = csv.DictReader(io.StringIO((out / "ledger.csv").read_text(encoding="utf-8-sig"), newline=""))
    page = (out / "report.html").read_text(encoding="utf-8")
    assert told
    assert list(dict.fromkeys(row["row"] for row in table)) == told
    assert list(dict.fromkeys(row["row"] for row in written)) == told
    assert all(f'id="d-{id_}"' in page for id_ in told)


@pytest.mark.parametrize(
    "filters",
    [
        ("--kind", "apparent"),
        ("--field", "time"),
        ("--party", "Russia"),
        ("--place", "Aleppo"),
        ("--term", "art3"),
        ("--period", "2020-03-01/2020-03-09"),
    ],
)
def test_what_does_not_answer_is_left_out(out: Path, filters: tuple[str, str]) -> None:
    assert call(out, "--format", "jsonl", *filters) == ""


def test_what_answers_is_found(out: Path) -> None:
    filters = ("--kind", "real", "--field", "figure", "--party", "Turkey", "--place", "Saraqib")
    assert len(call(out, "--format", "jsonl", *filters, "--period", "2020-02-27/2020-02-28").splitlines()) == 1


@pytest.mark.parametrize("period", ["2020-03-01", "2020-03-09/2020-03-01", "yesterday/today"])
def test_a_period_that_is_none_is_refused_with_an_example(out: Path, period: str) -> None:
    result = CliRunner().invoke(main, ["ledger", str(out), "--period", period])
    assert result.exit_code == 2
    assert "2020-03-06" in result.output


def test_words_that_run_from_right_to_left_are_kept_apart_on_a_terminal(tmp_path: Path) -> None:
    source = tmp_path / "two.jsonl"
    texts = (
        "قتل 4 أشخاص (بينهم 2 من الأطفال) في قصف على البارة يوم 8 آذار 2020.",
        "قتل 9 أشخاص في قصف على البارة يوم 8 آذار 2020.",
    )
    rows = [
        {"source": name, "published": "2020-03-09", "text": text, "language": "ar"}
        for name, text in zip(("North Wire", "South Post"), texts, strict=True)
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    where = tmp_path / "out"
    CliRunner().invoke(main, ["run", str(source), "--agreement", "idlib-2020", "--out", str(where)])
    arabic = [line for line in call(where).splitlines() if "قصف" in line]
    assert arabic
    assert all(line.strip()[0] == "\u2068" and line.strip()[-1] == "\u2069" for line in arabic)
