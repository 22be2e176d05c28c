"""gazetteer: put together what a run needs."""

from __future__ import annotations

import contextlib
import csv
import functools
import io
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from trucewatch import cache
from trucewatch.gazetteer import overlay
from trucewatch.gazetteer.index import Gazetteer, Layer
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.gazetteer.kept import layer_from, layer_plain, world_of, world_parts
from trucewatch.gazetteer.packed import Packed, unpack
from trucewatch.gazetteer.user import read_user_file
from trucewatch.languages import fold
from trucewatch.languages.fold import match_key

_MAKING = ("entry", "index", "inflect", "kept", "overlay", "packed", "variants")
"""Modules on which the kept forms depend."""


def load_gazetteer(user_files: Sequence[str | Path] = ()) -> Gazetteer:
    """The user's files (the last given wins), then the overlays, then the world index.

    Raises GazetteerError, which names file and line, for a user's file that cannot be used.
    """
    if not user_files:
        return _packaged()
    own = tuple(read_user_file(Path(path)) for path in reversed(user_files))
    return Gazetteer((*own, load_overlay()), load_world(), world_names())


@functools.cache
def _packaged() -> Gazetteer:
    """The places that ship with the package, put together once: whoever asks for a name asks for them."""
    return Gazetteer((load_overlay(),), load_world(), world_names())


@functools.cache
def load_world() -> Packed:
    """The index of the world's places that ships with the package; later runs map the kept form."""
    packed = (resources.files("trucewatch.gazetteer") / "data" / "world.tsv.gz").read_bytes()
    name = _name("places", packed)
    parts = cache.fetch_parts(name)
    if parts is not None:
        # A file of the cache may have been changed by anybody; what does not fit is made anew.
        with contextlib.suppress(KeyError, TypeError, ValueError):
            return world_of(parts)
    world = unpack(packed)
    cache.keep_parts(name, world_parts(world))
    return world


@functools.cache
def world_names() -> dict[str, tuple[str, ...]]:
    """Names in other languages that the world index lacks: match keys, all cases, with the ids they name."""
    text = overlay.data("world-names.csv")
    added: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        forms = {form for name in row["names"].split("|") for form in cyrillic_forms(name)}
        for key in sorted({match_key(form) for form in forms}):
            added[key] = (*added.get(key, ()), row["id"])
    return added


@functools.cache
def load_overlay() -> Layer:
    """All rows of the overlays that ship with the package, with the keys they are found by."""
    texts = [overlay.data(name) for name in overlay.OVERLAYS]
    name = _name("overlay", *(text.encode() for text in texts))
    plain = cache.fetch(name)
    if plain is not None:
        with contextlib.suppress(KeyError, TypeError, ValueError, AttributeError):
            return layer_from(plain)
    layer = overlay.layer_of_texts(texts)
    cache.keep(name, layer_plain(layer))
    return layer


def _name(what: str, *contents: bytes) -> str:
    """The name under which something made of these contents is kept."""
    code = [Path(__file__).with_name(f"{module}.py").read_bytes() for module in _MAKING]
    return f"{what}-{cache.fingerprint([*code, Path(fold.__file__).read_bytes(), *contents])[:32]}"
