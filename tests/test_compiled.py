"""The compiled copy of the package: what goes into it, and when it is made again."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import pytest

from tools import compiled

PACKAGE = Path(__file__).parents[1] / "src" / "trucewatch"


def test_all_steps_of_extraction_are_compiled() -> None:
    names = {str(path.relative_to(PACKAGE)) for path in compiled.hot(PACKAGE)}
    assert {"extract/claims.py", "extract/words/token.py", "extract/drafts/clausal.py", "languages/fold.py"} <= names
    assert not any(name.endswith("__init__.py") or name.startswith("resolve/") for name in names)


def test_another_source_makes_another_copy(tmp_path: Path) -> None:
    source = tmp_path / "one.py"
    source.write_text("A = 1\n", encoding="utf-8")
    before = compiled.fingerprint(tmp_path)
    assert compiled.fingerprint(tmp_path) == before
    source.write_text("A = 2\n", encoding="utf-8")
    assert compiled.fingerprint(tmp_path) != before


def test_a_copy_of_the_same_sources_is_kept(tmp_path: Path) -> None:
    package, folder = tmp_path / "package", tmp_path / "copy"
    package.mkdir()
    folder.mkdir()
    (folder / "made-from").write_text(compiled.fingerprint(package), encoding="utf-8")
    (folder / "kept.txt").write_text("", encoding="utf-8")
    assert compiled.compiled(package, folder) == []
    assert (folder / "kept.txt").is_file()


@pytest.mark.parametrize(("asked", "code"), [([], 1), (["--if-possible"], 0)])
def test_without_a_compiler_it_says_that_the_package_works_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str], code: int
) -> None:
    monkeypatch.setattr(compiled, "has_compiler", lambda: False)
    monkeypatch.setattr(sys, "argv", ["compiled", *asked])
    with pytest.raises(SystemExit) as ended:
        compiled.main()
    assert ended.value.code == code
    assert "works without" in capsys.readouterr().err


def test_a_compiler_without_headers_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    assert not compiled.has_compiler()
