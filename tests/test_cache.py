"""tests: what is kept comes back, and what cannot be kept or read does no harm."""

from __future__ import annotations

import os
import sys
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


def test_blocks_of_bytes_come_back_as_they_were_and_start_at_even_places(folder: Path) -> None:
    assert cache.keep_parts("b", {"one": b"abc", "none": b"", "two": bytes(range(40))})
    parts = cache.fetch_parts("b")
    assert parts is not None
    assert {name: bytes(part) for name, part in parts.items()} == {"one": b"abc", "none": b"", "two": bytes(range(40))}
    assert next(iter(parts["two"].cast("I"))) == int.from_bytes(bytes(range(4)), sys.byteorder)


@pytest.mark.parametrize("damage", [b"", b"[", b"[[1]]\n", b'[["one", 3]]\nabc', b'{"one": 3}\n', b"\xff\xff"])
def test_a_damaged_file_of_blocks_is_as_good_as_none(folder: Path, damage: bytes) -> None:
    folder.mkdir()
    (folder / "b.bin").write_bytes(damage)
    assert cache.fetch_parts("b") is None


def test_a_file_of_blocks_that_was_cut_short_is_as_good_as_none(folder: Path) -> None:
    assert cache.keep_parts("b", {"one": bytes(100)})
    whole = (folder / "b.bin").read_bytes()
    (folder / "b.bin").write_bytes(whole[:-16])
    assert cache.fetch_parts("b") is None
