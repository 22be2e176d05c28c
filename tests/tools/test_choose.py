"""Which of the two a checkout's commands run from: the sources, or the compiled copy while it is of them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tools import choose


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A copy and the sources that it was made from."""
    package, copy = tmp_path / "package", tmp_path / "copy"
    (package / "inner").mkdir(parents=True)
    copy.mkdir()
    (package / "inner" / "one.py").write_text("A = 1\n", encoding="utf-8")
    (copy / choose.STATE).write_text(choose.state(str(package)), encoding="utf-8")
    return copy, package


def test_a_copy_of_the_sources_as_they_stand_fits(folders: tuple[Path, Path]) -> None:
    copy, package = folders
    assert choose.fits(str(copy), str(package))


def test_byte_code_beside_the_sources_changes_nothing(folders: tuple[Path, Path]) -> None:
    copy, package = folders
    (package / "inner" / "__pycache__").mkdir()
    (package / "inner" / "__pycache__" / "one.pyc").write_bytes(b"0")
    assert choose.fits(str(copy), str(package))


def test_a_source_that_is_changed_new_or_gone_is_seen_at_once(folders: tuple[Path, Path]) -> None:
    copy, package = folders
    one = package / "inner" / "one.py"
    before = one.stat()
    one.write_text("A = 2\n", encoding="utf-8")
    os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert not choose.fits(str(copy), str(package))
    os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert choose.fits(str(copy), str(package))
    (package / "two.py").write_text("", encoding="utf-8")
    assert not choose.fits(str(copy), str(package))
    (package / "two.py").unlink()
    one.unlink()
    assert not choose.fits(str(copy), str(package))


def test_a_copy_that_was_not_finished_does_not_fit(folders: tuple[Path, Path]) -> None:
    copy, package = folders
    (copy / choose.STATE).write_bytes(b"\xff")
    assert not choose.fits(str(copy), str(package))
    (copy / choose.STATE).unlink()
    assert not choose.fits(str(copy), str(package))


def test_a_start_of_python_runs_the_line_and_lets_what_is_named_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, site = tmp_path / "checkout's own", tmp_path / "site"
    for folder in (root / "tools", root / "src" / "trucewatch", root / "build" / "compiled", site):
        folder.mkdir(parents=True)
    (root / "tools" / "choose.py").write_bytes(Path(choose.__file__).read_bytes())
    (root / "src" / "trucewatch" / "one.py").write_text("", encoding="utf-8")
    state = choose.state(str(root / "src" / "trucewatch"))
    (root / "build" / "compiled" / choose.STATE).write_text(state, encoding="utf-8")
    monkeypatch.setattr(choose, "__file__", str(root / "tools" / "choose.py"))
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(site))
    choose.main()

    asked = f"import site, sys; site.addsitedir({str(site)!r}); print(*sys.path, sep='\\n')"
    told = os.environ | {"PYTHONPATH": str(tmp_path)}
    shown = subprocess.run([sys.executable, "-c", asked], env=told, check=True, capture_output=True, text=True)
    path = shown.stdout.split("\n")
    assert path.index(str(tmp_path)) < path.index(str(root / "build" / "compiled"))

    (root / "src" / "trucewatch" / "one.py").write_text("A = 1\n", encoding="utf-8")
    shown = subprocess.run([sys.executable, "-c", asked], env=told, check=True, capture_output=True, text=True)
    assert str(root / "build" / "compiled") not in shown.stdout
