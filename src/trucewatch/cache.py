"""cache: what was compiled from data, kept between runs in the user's cache folder, named by what the files held."""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

# JSON and not pickle: a cache folder may be written by others, and loading it must never run anything.

_DAYS_KEPT = 60

Parts = Mapping[str, memoryview]
"""Blocks of bytes by name."""


def folder() -> Path:
    """Where compiled data is kept: `$XDG_CACHE_HOME/trucewatch` or `~/.cache/trucewatch`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path(os.path.expanduser("~")) / ".cache") / "trucewatch"


def fingerprint(contents: Sequence[bytes]) -> str:
    """A hash of files' contents in their order."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def fetch(name: str) -> Any | None:
    """What was kept under a name, or None where there is nothing that can be read."""
    try:
        return json.loads((folder() / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None


def keep(name: str, value: Any) -> bool:
    """Keep a value under a name; False where the folder cannot be written. Readers never see half a file."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _written(folder() / f"{name}.json", lambda stream: stream.write(text.encode()))


def fetch_parts(name: str) -> Parts | None:
    """Blocks of bytes that were kept under a name, mapped and not read: what nobody looks at costs nothing."""
    try:
        with (folder() / f"{name}.bin").open("rb") as stream:
            whole = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        head = bytes(whole[:_LONGEST_HEAD]).partition(b"\n")[0]
        parts: dict[str, memoryview] = {}
        at = _padded(len(head) + 1)
        for part, size in json.loads(head):
            parts[part] = whole[at : at + size]
            at += _padded(size)
    except (OSError, ValueError, TypeError):
        return None
    return parts if at == len(whole) else None


def keep_parts(name: str, parts: Mapping[str, bytes]) -> bool:
    """Keep blocks of bytes under a name; False where the folder cannot be written."""
    head = json.dumps([(part, len(block)) for part, block in parts.items()]).encode() + b"\n"

    def write(stream: IO[bytes]) -> None:
        for block in (head, *parts.values()):
            stream.write(block)
            stream.write(bytes(_padded(len(block)) - len(block)))

    return len(head) <= _LONGEST_HEAD and _written(folder() / f"{name}.bin", write)


_LONGEST_HEAD, _WIDTH = 4096, 16
"""Bytes of the line that says how long each block is, and the width to which blocks are filled up."""


def _padded(size: int) -> int:
    return -(-size // _WIDTH) * _WIDTH


def _written(target: Path, write: Callable[[IO[bytes]], object]) -> bool:
    """Writes a file beside its place and moves it there when it is whole."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            write(stream)
        os.replace(temporary, target)
        _forget_old(target.parent)
    except OSError:
        return False
    return True


def _forget_old(home: Path) -> None:
    """Removes what was kept long ago: each change of a list or of the code leaves a file that nobody asks for again."""
    oldest = time.time() - _DAYS_KEPT * 86_400
    for path in (*home.glob("*.json"), *home.glob("*.bin")):
        with contextlib.suppress(FileNotFoundError):  # another process may have been faster
            if path.stat().st_mtime < oldest:
                path.unlink()
