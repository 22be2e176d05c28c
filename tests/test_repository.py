"""What the repository holds: nothing of the machine it was made on, and nothing that may not be passed on."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
MEASURING = ("eval", "facts", "gold", "seeds")
SHINGLE = 8
MACHINE = re.compile(r"(?<![\w.:])/(?:work|farm|root|home|tmp|opt)/[a-z0-9_.-]+")
"""Absolute paths of a machine. The word is put together from parts so that this file does not find itself."""
REGISTRY = re.compile(
    r"(?:--(?:extra-)?index-url|--find-links|--trusted-host|files\.pythonhosted|registry\.npmjs)", re.I
)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _texts() -> Iterator[tuple[str, str]]:
    """Every text by its path; files that are broken on purpose are left out."""
    for path in _tracked():
        if path.is_relative_to(ROOT / "tests" / "broken"):
            continue
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            yield path.relative_to(ROOT).as_posix(), data.decode("utf-8")


def _shingles(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - SHINGLE + 1):
        yield " ".join(words[start : start + SHINGLE])


def test_every_text_is_utf8_and_holds_no_path_of_a_machine() -> None:
    found = {name: hit.group() for name, text in _texts() if (hit := MACHINE.search(text))}
    assert found == {}


def test_the_lock_files_name_no_package_index() -> None:
    assert [name for name in LOCKS if REGISTRY.search((ROOT / name).read_text(encoding="utf-8"))] == []
    assert [name for name in LOCKS if "://" in (ROOT / name).read_text(encoding="utf-8")] == []


def test_every_locked_package_carries_its_hashes() -> None:
    for name in LOCKS:
        blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"))
        assert [block.partition("=")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_front_end_packages_are_not_committed() -> None:
    assert [p for p in _tracked() if "node_modules" in p.parts or p.name.endswith((".min.js", ".min.css"))] == []


@pytest.mark.seeds
def test_no_file_that_the_project_is_measured_with_is_in_the_repository() -> None:
    theirs = {_digest(path) for folder in MEASURING for path in (SHARED / folder).rglob("*") if path.is_file()}
    assert [path.relative_to(ROOT).as_posix() for path in _tracked() if _digest(path) in theirs] == []


@pytest.mark.seeds
def test_no_text_repeats_eight_words_of_the_five_articles() -> None:
    theirs = {one for path in sorted((SHARED / "seeds").glob("*.txt")) for one in _shingles(_read(path))}
    repeated = {name: sorted(shared)[:3] for name, text in _texts() if (shared := theirs.intersection(_shingles(text)))}
    assert repeated == {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
