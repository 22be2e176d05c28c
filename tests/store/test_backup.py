"""A store as one file and back, and files that are refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import DENIED, SHELLING, STRIKE
from trucewatch.errors import StoreError
from trucewatch.store import Store, add, backup, open_store, record, restore, verify


@pytest.fixture
def full(store: Store, write: Callable[..., str]) -> Store:
    add(store, [write("first", strike=STRIKE, denied=DENIED)])
    return store


def test_what_is_restored_is_what_was_backed_up(full: Store, tmp_path: Path) -> None:
    assert backup(full, tmp_path / "all.zip") == 2
    again = restore(tmp_path / "all.zip", tmp_path / "again")
    assert verify(again) == ()
    assert record(again) == record(full)
    assert again.entries() == full.entries()
    assert sorted(path.name for path in again.originals.iterdir()) == sorted(p.name for p in full.originals.iterdir())
    assert sorted(path.name for path in tmp_path.iterdir() if "all.zip" in path.name) == ["all.zip"]


def test_the_same_store_gives_the_same_file(full: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        backup(full, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_backup_is_taken_while_others_write(full: Store, write: Callable[..., str], tmp_path: Path) -> None:
    with full.changing("note") as change:
        assert change.n == 3
        assert backup(full, tmp_path / "meanwhile.zip") == 2
    assert len(restore(tmp_path / "meanwhile.zip", tmp_path / "again").entries()) == 2


def test_a_restored_store_goes_on_as_the_first_does(full: Store, write: Callable[..., str], tmp_path: Path) -> None:
    backup(full, tmp_path / "all.zip")
    again = restore(tmp_path / "all.zip", tmp_path / "again")
    source = write("second", shelling=SHELLING)
    add(full, [source])
    add(again, [source])
    assert record(again) == record(full)
    assert verify(again) == ()


def test_neither_a_store_nor_a_file_is_written_over(full: Store, tmp_path: Path) -> None:
    backup(full, tmp_path / "all.zip")
    with pytest.raises(StoreError, match="a file of this name"):
        backup(full, tmp_path / "all.zip")
    with pytest.raises(StoreError, match="a store in it already"):
        restore(tmp_path / "all.zip", full.directory)


def _with(full: Store, path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A backup whose parts were changed."""
    backup(full, path.with_suffix(".good"))
    with zipfile.ZipFile(path.with_suffix(".good")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def _other_original(parts: dict[str, bytes]) -> None:
    parts[next(name for name in parts if name.startswith("originals/"))] = b"something else"


def _other_head(parts: dict[str, bytes]) -> None:
    parts["manifest.json"] = json.dumps({"form": "trucewatch-store/1", "change": 7, "hash": "x"}).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda parts: parts.update({"../outside": b"x"}), "no part of a store"),
        (lambda parts: parts.update({"/etc/outside": b"x"}), "no part of a store"),
        (lambda parts: parts.update({"originals/../../outside": b"x"}), "no part of a store"),
        (lambda parts: parts.update({f"originals/{'0' * 64}": bytes(200 * 1024 * 1024)}), "would grow to"),
        (lambda parts: parts.pop("store.sqlite"), "missing in it"),
        (lambda parts: parts.update({"manifest.json": b"{"}), "manifest cannot be read"),
        (lambda parts: parts.update({"manifest.json": b"[]"}), "was not written by"),
        (lambda parts: parts.update({"store.sqlite": b"not a database" * 100}), "not a store's database"),
        (_other_original, "not what its name says"),
        (_other_head, "not the one that its manifest tells of"),
    ],
)
def test_a_file_that_is_no_backup_is_refused_and_leaves_nothing(
    full: Store, tmp_path: Path, change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    bad = _with(full, tmp_path / "bad.zip", change)
    with pytest.raises(StoreError, match=said):
        restore(bad, tmp_path / "again")
    assert not (tmp_path / "again").exists() or list((tmp_path / "again").iterdir()) == []
    assert not (tmp_path / "outside").exists()


def test_a_file_that_is_cut_off_is_refused(full: Store, tmp_path: Path) -> None:
    backup(full, tmp_path / "all.zip")
    whole = (tmp_path / "all.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError, match="no backup, or a damaged one"):
        restore(tmp_path / "cut.zip", tmp_path / "again")


def test_a_folder_without_a_store_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store in it. Make one: `trucewatch init DIR`"):
        open_store(tmp_path)
