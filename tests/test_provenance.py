"""What a run rests on, as hashes."""

from __future__ import annotations

import hashlib
import importlib.machinery
from pathlib import Path

from trucewatch.provenance import KNOWLEDGE, PACKAGE, folder_hash, hashes


def test_every_package_that_holds_data_is_hashed() -> None:
    found = hashes([], [])
    assert set(found) == {f"data {name}" for name in KNOWLEDGE}
    assert len(set(found.values())) == len(KNOWLEDGE)


def test_a_given_file_is_hashed_under_its_name_and_not_its_path(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_bytes(b"name,lat,lon\n")
    found = hashes([], [tmp_path / "places.csv"])
    assert found["file places.csv"] == hashlib.sha256(b"name,lat,lon\n").hexdigest()
    assert str(tmp_path) not in str(found)


def test_a_compiled_package_rests_on_the_same_data(tmp_path: Path) -> None:
    for name in ("words.yaml", "rules.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    plain = folder_hash(tmp_path)
    folder_hash.cache_clear()
    for ending in importlib.machinery.EXTENSION_SUFFIXES:
        (tmp_path / f"rules{ending}").write_bytes(b"compiled")
    assert folder_hash(tmp_path) == plain


def test_no_package_with_data_is_forgotten() -> None:
    holding = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.yaml")}
    # Words of pages change what is read and not what is found; agreements and profiles have hashes of their own.
    assert holding - {"agreements", "assess", "explain", "publish", "serve"} <= set(KNOWLEDGE)
