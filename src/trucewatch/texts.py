"""texts: the agreements that a run was made under, kept beside its results where they are the user's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from trucewatch.assess.text.load import PACKAGED, load_stack, with_folders
from trucewatch.errors import AgreementError, InputError
from trucewatch.model import Agreement, RunInfo

KEPT = "agreements"
"""The folder, in that of a run, for texts that are not the package's."""
_TEXT = frozenset({".yaml", ".geojson", ".json", ".md"})
_KEY = "agreement "
"""How the hashes of a run name those of its texts."""


def keep(run: RunInfo, directory: Path) -> None:
    """Copy the user's own texts into the folder of a run, so that it can be verified wherever it is taken."""
    wanted = _wanted(run)
    for name in run.agreements:
        for agreement, home in _found(name):
            if wanted.get(agreement.id) == agreement.hash and home.parent != PACKAGED:
                _copied(home, directory / KEPT / agreement.id)


def of(run: RunInfo, directory: Path) -> tuple[Agreement, ...]:
    """The texts of a run, each by its hash: those kept beside it first, then by the names that it gave."""
    wanted = _wanted(run)
    if not wanted:
        return load_stack(run.agreements)
    stack = load_stack([_at_hand(id_, wanted[id_], run, directory) for id_ in wanted])
    for agreement in stack:
        if agreement.hash != wanted.get(agreement.id, agreement.hash):
            raise _missing(agreement.id, wanted[agreement.id], directory)
    return stack


def _at_hand(id_: str, hash_: str, run: RunInfo, directory: Path) -> str:
    """Where a text of a run is; InputError where only another one of its name is there, or none."""
    kept = directory / KEPT / id_
    for name in (str(kept), *run.agreements, id_):
        if any((one.id, one.hash) == (id_, hash_) for one, _ in _found(name)):
            return name if name == str(kept) else str(next(home for one, home in _found(name) if one.id == id_))
    raise _missing(id_, hash_, directory)


def _missing(id_: str, hash_: str, directory: Path) -> InputError:
    problem = f"the text of {id_} that it was made under ({hash_[:12]}) is not at hand."
    return InputError(str(directory), None, problem, f"Put the folder of that text into {directory / KEPT / id_}.")


def _wanted(run: RunInfo) -> dict[str, str]:
    """The hash of each text by its id."""
    return {name.removeprefix(_KEY): one for name, one in run.hashes.items() if name.startswith(_KEY)}


def _found(name: str) -> Iterator[tuple[Agreement, Path]]:
    try:
        yield from with_folders([name])
    except AgreementError:
        return


def _copied(home: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(home.iterdir()):
        there = path.resolve() == (target / path.name).resolve()
        if path.is_file() and path.suffix in _TEXT and not there:
            shutil.copyfile(path, target / path.name)
