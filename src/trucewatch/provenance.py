"""provenance: what a run rests on, as hashes, so that an old record can be checked and made again."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from trucewatch.model import Agreement

PACKAGE = Path(__file__).parent
KNOWLEDGE = ("actors", "extract", "gazetteer", "languages", "read", "resolve")
"""The packages that hold words, names, places and weights as data."""
_NOT_DATA = {".py", ".pyc", ".pyd", ".so", ".typed"}
"""Endings of code, compiled or not, and of what says that there are types."""


def hashes(stack: Sequence[Agreement], given: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each agreement, of each package's own data, and of the files that the user gave, by their names."""
    return {
        **{f"agreement {agreement.id}": agreement.hash for agreement in stack},
        **{f"data {name}": folder_hash(PACKAGE / name) for name in KNOWLEDGE},
        **{f"file {path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in given},
    }


@functools.cache
def folder_hash(folder: Path) -> str:
    """Over the names and bytes of all data files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _NOT_DATA:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
