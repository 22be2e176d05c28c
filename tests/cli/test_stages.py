"""The five commands in a row give what `run` gives at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucewatch import assess
from trucewatch.cli import main
from trucewatch.sample import example_observations_path, sample_path

AGREEMENT = "idlib-2020"
FEW = 12


def _call(*arguments: str | Path, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the sample's digests in a file of their own."""
    path = tmp_path_factory.mktemp("source") / "few.jsonl"
    lines = sample_path().read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[18 : 18 + FEW]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `run` wrote for them."""
    folder = tmp_path_factory.mktemp("run") / "out"
    _call("run", source, "--agreement", AGREEMENT, "--out", folder)
    return folder


def test_the_stages_one_by_one_give_what_run_gives(source: Path, out: Path, tmp_path: Path) -> None:
    here = {stage: tmp_path / f"{stage}.jsonl" for stage in ("reports", "claims", "incidents", "findings")}
    here["reports"].write_text(_call("read", source).stdout, encoding="utf-8")
    here["claims"].write_text(_call("extract", here["reports"]).stdout, encoding="utf-8")
    here["lineage"] = tmp_path / "lineage.jsonl"
    resolved = _call("resolve", here["claims"], "--reports", here["reports"], "--lineage", here["lineage"])
    here["incidents"].write_text(resolved.stdout, encoding="utf-8")
    beside: list[str | Path] = ["--claims", here["claims"], "--reports", here["reports"], "--agreement", AGREEMENT]
    here["findings"].write_text(_call("assess", here["incidents"], *beside).stdout, encoding="utf-8")
    for stage in ("claims", "incidents", "findings", "lineage"):
        assert here[stage].read_text(encoding="utf-8") == (out / f"{stage}.jsonl").read_text(encoding="utf-8"), stage
        assert here[stage].stat().st_size


def test_a_run_leaves_every_file_that_the_formats_name(out: Path) -> None:
    lines = {
        f"{name}.jsonl" for name in ("reports", "claims", "incidents", "findings", "rejected", "coverage", "lineage")
    }
    documents = {"run.json", "report.html", "incidents.csv", "ledger.csv", "incidents.geojson", "originals"}
    assert {path.name for path in out.iterdir()} >= lines | documents


def test_the_bytes_as_received_are_kept_under_their_hash(source: Path, out: Path) -> None:
    (kept,) = (out / "originals").iterdir()
    assert kept.read_bytes() == source.read_bytes()


def test_run_json_counts_and_names_what_the_run_rests_on(out: Path) -> None:
    about = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert about["counts"]["reports"] == FEW
    assert about["agreements"] == [AGREEMENT]
    assert f"agreement {AGREEMENT}" in about["hashes"]


def test_as_of_holds_later_reports_back_and_says_so(source: Path, tmp_path: Path) -> None:
    _call("run", source, "--agreement", AGREEMENT, "--as-of", "2020-03-06T12:00Z", "--out", tmp_path)
    about = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    kept = {json.loads(line)["id"] for line in (tmp_path / "reports.jsonl").read_text(encoding="utf-8").splitlines()}
    assert len(kept) + len(about["held_back"]) == FEW
    assert about["held_back"]
    assert set(about["edge_reports"]) <= kept


def test_a_profile_of_ones_own_is_used_and_hashed(source: Path, tmp_path: Path) -> None:
    own = tmp_path / "strict.yaml"
    text = (Path(assess.__file__).parent / "default.yaml").read_text(encoding="utf-8")
    own.write_text(re.sub(r"min_roots: *\S+", "min_roots: 9", text), encoding="utf-8")
    _call("run", source, "--agreement", AGREEMENT, "--profile", own, "--out", tmp_path / "out")
    about = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert "file strict.yaml" in about["hashes"]
    findings = (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8")
    assert assess.load_profile(own).hash in findings
    assert assess.load_profile().hash not in findings


def test_publish_writes_the_same_report_again(out: Path, tmp_path: Path) -> None:
    before = (out / "report.html").read_bytes()
    (out / "report.html").unlink()
    _call("publish", out, "--format", "html")
    assert (out / "report.html").read_bytes() == before


def test_extract_takes_prose_from_standard_input_and_writes_mentions(tmp_path: Path) -> None:
    text = "Government artillery shelled Saraqeb on 3 March 2020, killing two soldiers."
    result = _call("extract", "-", "--mentions", tmp_path / "mentions.jsonl", stdin=text)
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    assert any(claim["type"] == "kin.shelling" for claim in claims)
    mentions = [json.loads(row) for row in (tmp_path / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"time", "place", "figure"} <= {mention["mention"] for mention in mentions}


def test_a_patrols_log_becomes_claims_without_prose() -> None:
    claims = [json.loads(line) for line in _call("extract", example_observations_path()).stdout.splitlines()]
    assert {claim["extractor"] for claim in claims} == {"table"}
    assert {"kin.explosion_undetermined", "kin.small_arms"} <= {claim["type"] for claim in claims}


def test_a_watch_in_which_nothing_was_fired_is_not_told_as_fire(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("time,place,observed\n2020-03-06T09:15+02:00,Ariha,no firing during four hours\n", encoding="utf-8")
    claims = [json.loads(line) for line in _call("extract", log).stdout.splitlines()]
    assert [claim for claim in claims if claim["type"].startswith("kin.") and claim["polarity"] == "+"] == []


def test_every_schema_is_printed_as_json() -> None:
    for thing in ("report", "mention", "claim", "incident", "finding", "agreement"):
        assert json.loads(_call("schema", thing).stdout)["properties"]


@pytest.mark.parametrize("name", ["idlib-2018", "idlib-2020"])
def test_the_agreements_of_the_package_pass_their_checks_and_cases(name: str) -> None:
    assert "no mistakes" in _call("agreement", "check", name).stdout
    assert "cases passed" in _call("agreement", "test", name).stdout
    assert name in _call("agreement", "show", name).stdout
