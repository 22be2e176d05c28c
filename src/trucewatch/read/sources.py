"""read: from paths, folders and standard input to named bytes, each within bounds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from trucewatch.model import Rejected

SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".csv", ".tsv"}
)
"""What a folder is searched for; a file that is named is read whatever it is called."""
MOST_BYTES = 512 * 1024 * 1024
"""Of one file. A single report is bounded more tightly."""


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of one source and the name it was given by."""

    name: str
    data: bytes
    suffix: str

    @property
    def sha256(self) -> str:
        """Of the bytes as received, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def received(sources: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Received | Rejected]:
    """Every source in the order given; folders by sorted path, hidden files left out."""
    for source in sources:
        if str(source) == "-":
            yield _standard_input(stdin)
            continue
        path = Path(source)
        if _is_folder(path):
            yield from _folder(path)
        else:
            yield _file(path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as we may see: what is out of reach is told when it is opened."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _standard_input(stdin: BinaryIO | None) -> Received | Rejected:
    if stdin is None:
        return Rejected("-", "there is no standard input", "Pipe a report in, or name a file.")
    data = stdin.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return _too_large("-", len(data))
    return Received("-", data, "")


def _folder(folder: Path) -> Iterator[Received | Rejected]:
    count = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                count += 1
                yield _file(Path(here) / name)
    if not count:
        yield Rejected(
            str(folder), "the folder holds no reports", f"It was searched for {', '.join(sorted(SUFFIXES))}."
        )


def _file(path: Path) -> Received | Rejected:
    try:
        if not path.exists():
            return Rejected(str(path), "there is no such file or folder", "Check the path.")
        if not path.is_file():
            return Rejected(str(path), "it is not an ordinary file", "Name a file or a folder.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            return _too_large(str(path), size)
        return Received(str(path), path.read_bytes(), path.suffix.lower())
    except (OSError, ValueError) as error:
        return Rejected(str(path), f"it could not be read ({error})", "Check the path and its permissions.")


def _too_large(name: str, size: int) -> Rejected:
    return Rejected(
        name, f"the file is {size // (1024 * 1024)} MB, more than {MOST_BYTES // (1024 * 1024)} MB", "Split it."
    )
