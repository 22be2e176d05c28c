"""`trucewatch verify` on the folder of a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from trucewatch.cli import main
from trucewatch.sample import sample_path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A run over a few of the sample's digests."""
    source = tmp_path / "few.jsonl"
    lines = sample_path().read_text(encoding="utf-8").splitlines(keepends=True)
    source.write_text("".join(lines[18:26]), encoding="utf-8")
    given = ["run", str(source), "--agreement", "idlib-2020", "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(main, given).exit_code == 0
    return tmp_path / "out"


def test_a_run_that_was_left_alone_stands(out: Path) -> None:
    for path in (out, out / "findings.jsonl"):
        result = CliRunner().invoke(main, ["verify", str(path)])
        assert (result.exit_code, result.output.partition(" ")[2]) == (
            0,
            "findings stand: each is what its claims and the text give.\n",
        )


def test_a_label_that_was_changed_is_refused_with_what_the_claims_give(out: Path) -> None:
    path = out / "findings.jsonl"
    text = path.read_text(encoding="utf-8")
    assert '"label":"possible"' in text
    path.write_text(text.replace('"label":"possible"', '"label":"supported"', 1), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(out)])
    assert result.exit_code == 1
    assert "label says supported, the claims give possible." in result.output
    assert "do not stand" in result.output


def test_a_run_is_held_by_the_profile_that_is_given(out: Path, tmp_path: Path) -> None:
    from trucewatch.assess.profile import DEFAULT

    strict = tmp_path / "strict.yaml"
    strict.write_text(DEFAULT.read_text(encoding="utf-8").replace('min_roots: "2"', 'min_roots: "3"'), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(out), "--profile", str(strict)])
    assert result.exit_code == 1
    assert "it was made under the profile" in result.output
