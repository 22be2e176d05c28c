"""gazetteer: the world's places and the overlays in the form that is kept between runs, found without being read whole.

The keys of the world's index stand in one block of bytes, with a table of slots in which a key is looked for by its
checksum; so a start costs nothing for the places that a run never names.
"""

from __future__ import annotations

import dataclasses
import zlib
from array import array
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, overload

from trucewatch.cache import Parts
from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.index import Layer
from trucewatch.gazetteer.packed import Packed

T = TypeVar("T")
_ROOM = 2
"""Slots for each key."""


class Lines(Sequence[str]):
    """Texts that stand one behind another in a block of bytes, each made when it is asked for."""

    def __init__(self, parts: Parts, name: str) -> None:
        """Take the block of a name and the ends of its texts."""
        self._block, self._ends = parts[name], parts[f"{name}.ends"].cast("I")

    def raw(self, number: int) -> memoryview:
        """The bytes of one text."""
        return self._block[self._ends[number - 1] if number else 0 : self._ends[number]]

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        """One text, or several."""
        if isinstance(number, slice):
            return [self[k] for k in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return str(self.raw(number % len(self)), "utf-8")

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._ends)

    def __iter__(self) -> Iterator[str]:
        """The texts, for the few who want them all: by index it would be asked each time how many there are."""
        block, at = bytes(self._block), 0
        for end in self._ends:
            yield block[at:end].decode()
            at = end


class Table(Mapping[str, T]):
    """Values by key; the keys stand in a block, the value of each under its number in `values`."""

    def __init__(self, parts: Parts, name: str, values: Sequence[T]) -> None:
        """Take the keys and slots of a name."""
        self._keys, self._slots, self._values = Lines(parts, name), parts[f"{name}.slots"].cast("I"), values

    def __getitem__(self, key: str) -> T:
        """The value of a key; raises KeyError for a stranger."""
        raw = key.encode(errors="surrogatepass")
        at = zlib.crc32(raw) % len(self._slots)
        while number := self._slots[at]:
            if self._keys.raw(number - 1) == raw:
                return self._values[number - 1]
            at = (at + 1) % len(self._slots)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._keys)

    def items(self) -> ItemsView[str, T]:
        """Keys and values, which stand in the same order: no key is looked for."""
        return _Items(self)

    def pairs(self) -> Iterator[tuple[str, T]]:
        """As `items`, one after another."""
        return zip(self._keys, self._values, strict=True)


class _Items(ItemsView[str, T]):
    _mapping: Table[T]

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return self._mapping.pairs()


def world_parts(world: Packed) -> dict[str, bytes]:
    """The world's index as blocks of bytes."""
    parts = _lines("rows", world.rows) | _lines("refs", world.refs.values())
    parts |= _keys("keys", world.refs) | _keys("firsts", world.longest)
    parts["words"] = bytes(world.longest.values())
    return parts


def world_of(parts: Parts) -> Packed:
    """The world's index that `world_parts` made blocks of."""
    refs, words = Lines(parts, "refs"), parts["words"]
    return Packed(Lines(parts, "rows"), Table(parts, "keys", refs), Table(parts, "firsts", words))


def _lines(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    raw = [text.encode() for text in texts]
    ends, at = array("I"), 0
    for piece in raw:
        at += len(piece)
        ends.append(at)
    return {name: b"".join(raw), f"{name}.ends": ends.tobytes()}


def _keys(name: str, keys: Mapping[str, object]) -> dict[str, bytes]:
    slots = array("I", bytes(4 * (_ROOM * len(keys) + 1)))
    for number, key in enumerate(keys, 1):
        at = zlib.crc32(key.encode()) % len(slots)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = number
    return {**_lines(name, keys), f"{name}.slots": slots.tobytes()}


def layer_plain(layer: Layer) -> dict[str, Any]:
    """A layer as JSON data."""
    entries = [dataclasses.astuple(entry) for entry in layer.entries.values()]
    return {"entries": entries, "keys": {key: list(ids) for key, ids in layer.keys.items()}}


def layer_from(plain: Any) -> Layer:
    """The layer of JSON data that `layer_plain` made."""
    entries = {}
    for row in plain["entries"]:
        cells = dict(zip((field.name for field in dataclasses.fields(Entry)), row, strict=True))
        cells["within"], cells["names"] = tuple(cells["within"]), tuple(cells["names"])
        entries[cells["id"]] = Entry(**cells)
    return Layer(entries, {key: tuple(ids) for key, ids in plain["keys"].items()})
