"""cli: JSON Lines from a file or standard input; a line that cannot be used costs one line, not the run."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TypeVar

from trucewatch.errors import InputError
from trucewatch.model import Rejected
from trucewatch.model.codec import load_lines

T = TypeVar("T")


def take(cls: type[T], path: str) -> tuple[tuple[T, ...], tuple[Rejected, ...]]:
    """The things in a file (`-` is standard input), and the lines that could not be used."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    lines = data.decode("utf-8", errors="replace").split("\n")
    good: list[T] = []
    bad: list[Rejected] = []
    for item in load_lines(cls, lines, path):
        if isinstance(item, InputError):
            line = lines[(item.line or 1) - 1].encode("utf-8")
            bad.append(Rejected(path, item.problem, item.remedy, hashlib.sha256(line).hexdigest(), item.line))
        else:
            good.append(item)
    return tuple(good), tuple(bad)
