"""Bad input costs one line, not the run; the message says where, what, and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucewatch.cli import main

GOOD = "Rebels shelled the village of Sarmin on 3 March 2020, the ministry said. Two people were killed."


def _call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def _lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "in"


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 8,
    "image.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "no-json.jsonl": b'{"text": "Nothing was heard."\n',
    "no-text.jsonl": b'{"title": "Nothing"}\n',
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_a_bad_file_is_rejected_and_the_rest_goes_on(folder: Path, name: str) -> None:
    (folder / name).write_bytes(BAD_FILES[name])
    result = _call("read", folder)
    assert result.exit_code == 3
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert [row["text"] for row in _lines(result.stdout)] == [GOOD]


def test_a_date_that_does_not_exist_is_set_aside_with_a_note_and_the_report_kept(folder: Path) -> None:
    (folder / "date.jsonl").write_text('{"text": "Nothing was heard there.", "published": "2020-02-30"}\n')
    (row,) = [row for row in _lines(_call("read", folder).stdout) if row["text"] != GOOD]
    assert row["published_basis"] != "metadata"
    assert row.get("published") != "2020-02-30"
    assert "2020-02-30" in json.dumps(row["meta"])


def test_a_file_in_another_encoding_is_read_or_rejected_but_never_garbled(folder: Path) -> None:
    (folder / "latin.txt").write_bytes("Une trentaine de soldats tués à Idlib, a annoncé l'armée.".encode("cp1252"))
    result = _call("read", folder)
    texts = [str(row["text"]) for row in _lines(result.stdout)]
    assert GOOD in texts
    assert any("tués à Idlib" in text for text in texts) or (result.exit_code == 3 and "latin.txt" in result.stderr)


def test_a_source_that_is_not_there_is_a_line_and_the_rest_goes_on(folder: Path) -> None:
    result = _call("read", folder / "missing.txt", folder / "good.txt")
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr
    assert len(_lines(result.stdout)) == 1


def test_a_table_of_observations_without_its_columns_is_refused_by_name(folder: Path) -> None:
    (folder / "patrol.csv").write_text("time,weapon\n2020-03-07T10:00+02:00,mortar\n", encoding="utf-8")
    result = _call("read", folder)
    assert result.exit_code == 3
    assert "patrol.csv" in result.stderr
    assert "column" in result.stderr


def test_a_report_in_an_unknown_language_is_kept_without_claims(tmp_path: Path) -> None:
    path = tmp_path / "report.jsonl"
    path.write_text(json.dumps({"text": "Ka hora te marino i te kainga katoa inanahi.", "language": "mi"}) + "\n")
    assert len(_lines(_call("read", path).stdout)) == 1
    extracted = _call("extract", path)
    assert (extracted.exit_code, extracted.stdout) == (3, "")
    assert 'there is no language pack for "mi"' in extracted.stderr


def test_a_run_writes_what_it_rejected_and_leaves_with_three(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = _call("run", folder, "--agreement", "idlib-2020", "--out", tmp_path / "out")
    assert result.exit_code == 3, result.stderr
    (row,) = _lines((tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8"))
    assert str(row["source"]).endswith("empty.txt")
    assert row["reason"]
    assert row["remedy"]
    assert len(_lines((tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8"))) == 1


def test_a_line_that_is_no_claim_costs_that_line(tmp_path: Path) -> None:
    reports, claims = tmp_path / "reports.jsonl", tmp_path / "claims.jsonl"
    reports.write_text(json.dumps({"id": "r_1", "text": GOOD}) + "\n", encoding="utf-8")
    good = {"id": "c_1", "report": "r_1", "spans": [[0, 52]], "quote": GOOD[:52], "type": "kin.shelling"}
    claims.write_text("not a line\n" + json.dumps(good) + "\n" + '{"id": "c_2"}\n', encoding="utf-8")
    result = _call("resolve", claims, "--reports", reports)
    assert result.exit_code == 3
    assert "claims.jsonl:1:" in result.stderr
    assert "claims.jsonl:3:" in result.stderr
    assert [row["claims"] for row in _lines(result.stdout)] == [["c_1"]]


def test_an_agreement_that_is_not_there_ends_with_a_message(folder: Path, tmp_path: Path) -> None:
    result = _call("run", folder, "--agreement", "idlib-2002", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "idlib-2002" in result.stderr
    assert "Traceback" not in result.output


def test_a_time_that_does_not_exist_is_refused_before_any_work(folder: Path, tmp_path: Path) -> None:
    result = _call("run", folder, "--as-of", "2020-02-30", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "2020-02-30" in result.stderr
    assert not (tmp_path / "out").exists()


def test_results_inside_the_sources_are_refused(folder: Path) -> None:
    result = _call("run", folder, "--out", folder / "out")
    assert result.exit_code == 2
    assert "inside the sources" in result.stderr


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    result = _call("publish", tmp_path)
    assert result.exit_code == 2
    assert "run.json" in result.stderr


def test_a_misspelt_zone_is_named_with_file_line_and_the_likely_name(tmp_path: Path) -> None:
    import shutil

    from trucewatch import assess

    source = Path(assess.__file__).parents[1] / "agreements" / "idlib-2020"
    copy = tmp_path / "misspelt"
    shutil.copytree(source, copy)
    text = (copy / "agreement.yaml").read_text(encoding="utf-8")
    assert "of: corridor" in text
    (copy / "agreement.yaml").write_text(text.replace("of: corridor", "of: coridor", 1), encoding="utf-8")
    result = _call("agreement", "check", copy)
    assert result.exit_code == 1
    assert "agreement.yaml:" in result.stderr
    assert '"coridor"' in result.stderr
    assert "corridor" in result.stderr.replace("coridor", "")
