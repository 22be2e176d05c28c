"""Wheels: plain and compiled, with the same record of the sample byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tools import compiled, wheels
from trucewatch.sample import sample_path

ENDING = str(sysconfig.get_config_var("EXT_SUFFIX"))
_WHICH = "import sys, trucewatch.extract; print(sys.modules['trucewatch.extract.claims'].__file__)"


def _run(*command: str | Path, **environment: str) -> str:
    """What a command prints that ends well, run apart from the checkout and its settings."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    home = Path(command[0]).parent
    done = subprocess.run(command, cwd=home, env=kept | environment, check=True, capture_output=True, text=True)
    return done.stdout


def _installed(wheel: Path, folder: Path) -> Path:
    """The commands of an environment that has a wheel, and the packages it rests on from the one of the tests."""
    _run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    where = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    _run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-index", "--no-deps", wheel)
    (where / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _written(folder: Path) -> dict[str, int]:
    return {str(p.relative_to(folder)): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def _read_back(commands: Path, record: Path, store: Path) -> dict[str, bytes]:
    """What is made of claims that are read back: from lines, and from a store."""
    _run(commands / "trucewatch", "resolve", record / "claims.jsonl", "--reports", record / "reports.jsonl")
    _run(commands / "trucewatch", "init", store, "--agreement", "idlib-2020")
    _run(commands / "trucewatch", "add", sample_path(), "--store", store)
    told = store.with_name(f"{store.name}-told")
    _run(commands / "trucewatch", "report", "--store", store, "--out", told)
    return {name: text for name, text in _contents(told).items() if name.endswith(".jsonl")}


def test_a_plain_wheel_is_of_python_alone(tmp_path: Path) -> None:
    made = wheels.wheel(tmp_path)
    assert made.name.endswith("-py3-none-any.whl")
    assert not any(name.endswith((".so", ".pyd")) for name in zipfile.ZipFile(made).namelist())


def test_without_a_compiler_there_is_the_plain_wheel_and_a_word_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wheels, "has_compiler", lambda: False)
    monkeypatch.setattr(sys, "argv", ["wheels", str(tmp_path)])
    wheels.main()
    told = capsys.readouterr()
    assert told.out.strip() == str(next(tmp_path.glob("*.whl")))
    assert "works without" in told.err


def test_whoever_has_no_compiler_gets_a_plain_wheel_and_a_word_about_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    alone = os.environ | {"PATH": str(tmp_path)}
    done = subprocess.run(command, cwd=compiled.ROOT, env=alone, check=True, capture_output=True, text=True)
    assert next(tmp_path.glob("*.whl")).name.endswith("-py3-none-any.whl")
    assert "works without" in done.stdout + done.stderr


def test_a_wheel_that_was_to_be_compiled_and_is_not_is_no_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="could not be built"):
        wheels.wheel(tmp_path, compiled=True)


@pytest.mark.compiler
def test_a_compiled_wheel_in_an_empty_environment_gives_the_record_of_the_plain_package(tmp_path: Path) -> None:
    plain, made = wheels.wheel(tmp_path), wheels.wheel(tmp_path, compiled=True)
    before, after = (set(zipfile.ZipFile(path).namelist()) for path in (plain, made))
    assert before <= after
    assert {"trucewatch/extract/claims" + ENDING, "trucewatch/languages/fold" + ENDING} <= after - before
    assert all(name.endswith(ENDING) for name in after - before)

    records, told_again = [], []
    for name, wheel in (("plain", plain), ("compiled", made)):
        commands = _installed(wheel, tmp_path / name)
        told = _run(commands / "python", "-c", _WHICH).strip()
        assert told.startswith(str(tmp_path))
        assert told.endswith(ENDING) == (name == "compiled")
        kept = tmp_path / f"kept-{name}"
        _run(commands / "trucewatch", "demo", "--out", tmp_path / f"record-{name}", XDG_CACHE_HOME=str(kept))
        records.append(_contents(tmp_path / f"record-{name}"))
        first = _written(kept)
        _run(commands / "trucewatch", "demo", "--out", tmp_path / f"again-{name}", XDG_CACHE_HOME=str(kept))
        assert _written(kept) == first, "what was kept at the first start is not used at the second"
        told_again.append(_read_back(commands, tmp_path / f"record-{name}", tmp_path / f"store-{name}"))
    assert "claims.jsonl" in records[0]
    assert records[1] == records[0]
    assert told_again[1] == told_again[0]
