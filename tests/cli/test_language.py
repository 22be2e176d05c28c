"""`trucewatch language check|test`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trucewatch.cli import main
from trucewatch.languages import cases, load


def _call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["language", *arguments])


@pytest.mark.parametrize("code", load.available())
def test_the_packaged_languages_are_sound(code: str) -> None:
    result = _call("check", code)
    assert result.exit_code == 0, result.output
    assert "no mistakes found" in result.output


def test_the_cases_of_english_pass_and_the_open_ones_are_counted() -> None:
    result = _call("test", "en")
    assert result.exit_code == 0, result.output
    assert f"{len(cases.load_cases('en', cases.OPEN))} open." in result.output


def test_open_cases_tell_how_they_miss_when_asked() -> None:
    first = cases.load_cases("en", cases.OPEN)[0]
    result = _call("test", "en", "--open")
    assert f"open: {first.where}" in result.output
    assert f"why: {first.why}" in result.output


@pytest.mark.parametrize(("verb", "status"), [("check", 1), ("test", 2)])
def test_a_language_without_a_pack_is_named(verb: str, status: int) -> None:
    result = _call(verb, "zz")
    assert result.exit_code == status
    assert "there is no pack for this language" in result.stderr


def test_a_failing_case_fails_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(load.HOME / "en", tmp_path / "en2")
    wrong = "- text: The minister visited a school.\n  claims: [{type: kin.shelling}]\n"
    (tmp_path / "en2" / "cases.yaml").write_text(wrong, encoding="utf-8")
    monkeypatch.setattr(load, "HOME", tmp_path)
    result = _call("test", "en2")
    assert result.exit_code == 1
    assert "failed: en2/cases.yaml:1: The minister visited a school." in result.output
    assert "0 of 1 cases passed" in result.output
