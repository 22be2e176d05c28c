"""cache: what was compiled from data, kept between runs in the user's cache folder, named by what the files held."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# JSON and not pickle: a cache folder may be written by others, and loading it must never run anything.

_DAYS_KEPT = 60


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
    target = folder() / f"{name}.json"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False, separators=(",", ":"))
        os.replace(temporary, target)
        _forget_old(target.parent)
    except OSError:
        return False
    return True


def _forget_old(home: Path) -> None:
    """Removes what was kept long ago: each change of a list or of the code leaves a file that nobody asks for again."""
    oldest = time.time() - _DAYS_KEPT * 86_400
    for path in home.glob("*.json"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
