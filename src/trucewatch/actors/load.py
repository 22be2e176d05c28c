"""actors: the packaged lists and the user's own, read once and kept compiled."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from trucewatch import cache
from trucewatch.actors.compiled import Compiled, compile_lists
from trucewatch.actors.format import read_actors, read_parts
from trucewatch.actors.registry import Actors
from trucewatch.errors import InputError
from trucewatch.languages.load import settings_files
from trucewatch.languages.names import inflection_files

DATA = Path(__file__).parent / "data"
PACKAGED = (
    "general",
    "people",
    "bodies",
    "media",
    "syria",
    "syria_groups",
    "truces",
    "sahel",
    "colombia",
    "spanish",
    "ukrainian",
    "scripts",
    "persons",
)
"""Packaged lists in the order they are read. To add one: write data/NAME.yaml and put NAME here."""
PARTS = DATA / "composed.yaml"


def packaged_files() -> tuple[Path, ...]:
    """The packaged actor lists in their order."""
    return tuple(DATA / f"{name}.yaml" for name in PACKAGED)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), None, f"cannot be read ({error.strerror}).", "Check the path.") from error


def _refuse_doubles(files: Sequence[Path]) -> None:
    """Two packaged lists may not both introduce an id; one may add names to it by an entry without a kind."""
    seen: dict[str, str] = {}
    for path in files:
        for row in read_actors(path):
            if "kind" not in row.fields:
                continue
            earlier = seen.setdefault(row.fields["id"], row.path)
            if earlier != row.path:
                raise InputError(row.path, row.line, f'"{row.fields["id"]}" is in {earlier} too.', "Join the entries.")


def compile_files(packaged: Sequence[Path], files: Sequence[Path], parts: Path) -> Compiled:
    """Read and check lists without the cache: packaged ones, which share no id, then ones that may extend them."""
    _refuse_doubles(packaged)
    rows = [row for path in (*packaged, *files) for row in read_actors(path)]
    return compile_lists(rows, read_parts(parts))


@functools.lru_cache(maxsize=8)
def _loaded(files: tuple[Path, ...], name: str) -> Actors:
    compiled = cache.fetch(name)
    if compiled is None:
        compiled = compile_files(packaged_files(), files, PARTS)
        cache.keep(name, compiled)
    return Actors(compiled)


def load_actors(files: Sequence[Path] = ()) -> Actors:
    """The packaged actors, extended by the user's lists in their order.

    Raises InputError with file and line where a list cannot be used. Compiled once; later runs read the compiled form.
    """
    code = [Path(__file__).with_name(f"{part}.py") for part in ("format", "names", "compiled")]
    languages = Path(__file__).parents[1] / "languages"
    code += [languages / f"{part}.py" for part in ("fold", "names", "inflect", "tables")]
    language = (*settings_files(), *inflection_files())
    contents = [_bytes(path) for path in (*code, *language, PARTS, *packaged_files(), *files)]
    return _loaded(tuple(files), f"actors-{cache.fingerprint(contents)[:32]}")
