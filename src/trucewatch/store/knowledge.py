"""store: the agreements, places, actors, standard of proof and coverage that a store was given, kept inside it."""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from trucewatch import assess, jobs
from trucewatch.assess.profile import Profile
from trucewatch.assess.text.load import with_folders
from trucewatch.model import Agreement, Coverage
from trucewatch.store import tables
from trucewatch.store.asked import at

ASKED, SUPPORT = "agreement", "supplement"
COVERAGE = "coverage"
KINDS = (ASKED, SUPPORT, "gazetteer", "actors", "profile")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gives beyond the package, as files."""

    gazetteers: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    profile: Path | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a store knows of agreements, places, actors and proof, loaded. `files` are those the user gave."""

    asked: tuple[str, ...]
    stack: tuple[Agreement, ...]
    gazetteers: tuple[Path, ...]
    actors: tuple[Path, ...]
    profile_file: Path | None
    profile: Profile | None
    coverage: tuple[Coverage, ...] = ()
    """Who is stated to have seen what, where and when in full."""

    @property
    def sources(self) -> jobs.Sources:
        """What extraction needs of it."""
        return jobs.Sources(self.gazetteers, self.actors)


def files_of(agreements: Sequence[str], given: Given) -> list[dict[str, Any]]:
    """Agreements, each with the texts it stands on, and the user's files, as rows; what cannot be loaded is refused."""
    asked = {assess.load_agreement(name).id for name in agreements}
    if given.profile:
        assess.load_profile(given.profile)
    jobs.Sources(given.gazetteers, given.actors).load()
    rows = [
        agreement_row(ASKED if agreement.id in asked else SUPPORT, where.name, where)
        for agreement, where in with_folders(agreements)
    ]
    rows += [_row("gazetteer", path.name, {path.name: path.read_bytes()}) for path in given.gazetteers]
    rows += [_row("actors", path.name, {path.name: path.read_bytes()}) for path in given.actors]
    rows += [_row("profile", path.name, {path.name: path.read_bytes()}) for path in (given.profile,) if path]
    return [{"position": position, **row} for position, row in enumerate(rows)]


@contextmanager
def loaded(connection: Connection, n: int) -> Iterator[Knowledge]:
    """What the store was given by change `n`, loaded from copies that are there as long as they are needed."""
    files = tables.files
    rows = connection.execute(select(files).where(at(files, n)).order_by(files.c.position)).all()
    with tempfile.TemporaryDirectory(prefix="trucewatch-") as name:
        paths: dict[str, list[Path]] = {kind: [] for kind in KINDS}
        for row in rows:
            if row.kind == COVERAGE:
                continue
            home = Path(name) / ("agreements" if row.kind in (ASKED, SUPPORT) else f"{row.position}")
            paths[row.kind].append(laid_out(row.content, home / row.name))
        profile = next(iter(paths["profile"]), None)
        yield Knowledge(
            asked=tuple(assess.load_agreement(str(path)).id for path in paths[ASKED]),
            stack=assess.load_stack([str(path) for path in paths[ASKED]]),
            gazetteers=tuple(path / path.name for path in paths["gazetteer"]),
            actors=tuple(path / path.name for path in paths["actors"]),
            profile_file=profile / profile.name if profile else None,
            profile=assess.load_profile(profile / profile.name) if profile else None,
            coverage=tuple(coverage_of(row.content)[1] for row in rows if row.kind == COVERAGE),
        )


def agreement_row(kind: str, name: str, where: Path) -> dict[str, str]:
    """The folder of an agreement as a row, under a name among the store's own."""
    return _row(kind, name, {path.name: path.read_bytes() for path in sorted(where.iterdir()) if path.is_file()})


def _row(kind: str, name: str, contents: dict[str, bytes]) -> dict[str, str]:
    content = json.dumps({file: base64.b64encode(data).decode() for file, data in contents.items()})
    return {"kind": kind, "name": name, "content": content, "sha256": hashlib.sha256(content.encode()).hexdigest()}


def coverage_of(content: str) -> tuple[str, Coverage]:
    """A statement of coverage, with its id, from what a row holds."""
    kept = json.loads(content)
    stated = kept["coverage"]
    return str(kept["id"]), Coverage(**{**stated, "types": tuple(stated["types"])})


def laid_out(content: str, home: Path) -> Path:
    """Write what a row holds into a new folder."""
    home.mkdir(parents=True)
    for file, data in json.loads(content).items():
        (home / file).write_bytes(base64.b64decode(data))
    return home
