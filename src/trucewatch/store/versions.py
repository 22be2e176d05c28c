"""store: whether what a store holds was read by the program and the words that there are now."""

from __future__ import annotations

from trucewatch import __version__
from trucewatch.provenance import hashes
from trucewatch.store.log import Entry
from trucewatch.store.store import Store


def other_versions(store: Store, n: int | None = None) -> tuple[str, ...]:
    """A sentence for each way in which what is held was read otherwise than it would be now."""
    now = hashes((), ())
    since = _read_again(entries := [e for e in store.entries() if e.what == "add" and (n is None or e.n <= n)])
    held = [
        entry for entry in entries if entry.n >= since and (entry.details.get("reports") or entry.details.get("again"))
    ]
    versions = sorted({str(e.details["version"]) for e in held} - {__version__})
    found = [f"Version {one} of the program read some of it; this is {__version__}." for one in versions]
    changed = sorted({name for entry in held for name in now if entry.details["hashes"].get(name) != now[name]})
    if changed:
        found.append(
            f"Some of it was read with other {', '.join(name.removeprefix('data ') for name in changed)} data."
        )
    return (*found, "`trucewatch add --again` reads all of it anew; what stood stays in the log.") if found else ()


def _read_again(entries: list[Entry]) -> int:
    """The last change that read everything anew."""
    return max((entry.n for entry in entries if entry.details.get("again")), default=0)
