"""tests: what is kept comes back, and what cannot be kept or read does no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trucewatch import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return cache.folder()


def test_what_is_kept_comes_back(folder: Path) -> None:
    assert cache.keep("a", {"x": ["ق", 1]})
    assert cache.fetch("a") == {"x": ["ق", 1]}
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_what_was_never_kept_is_none() -> None:
    assert cache.fetch("nothing") is None


def test_a_damaged_file_is_as_good_as_none(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.json").write_bytes(b'{"x": [\xff')
    assert cache.fetch("a") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache.keep("a", 1) is False


def test_the_fingerprint_knows_where_one_file_ends() -> None:
    assert cache.fingerprint([b"ab", b"c"]) != cache.fingerprint([b"a", b"bc"])


def test_what_was_kept_long_ago_is_forgotten(folder: Path) -> None:
    assert cache.keep("old", 1)
    os.utime(folder / "old.json", (0, 0))
    assert cache.keep("new", 2)
    assert cache.fetch("old") is None
    assert cache.fetch("new") == 2
