"""tools: a row of the world index with its match keys, and the table that numbers them."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.languages.fold import match_key

_LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ſƏḀ-ỿ'‘’ʻʿ`(][A-Za-zÀ-ÿĀ-ſƏəḀ-ỿ'’‘ʻʿ`. \-]+$")
_CYRILLIC = re.compile(r"^[А-ЯЁІЇЄҐ][а-яёіїєґА-ЯЁІЇЄҐ'’ \-]+$")
_ARABIC = re.compile(r"^[\u0621-\u064a\u0671 ]+$")
_LEVEL_ORDER = {"country": 0, "settlement": 1, "province": 2}


@dataclass(slots=True)
class Row:
    """One place: the cells of the packed table, and the keys that find it."""

    id: str
    name: str
    level: str
    lat: float
    lon: float
    radius_km: float
    country: str
    within: tuple[str, ...]
    population: int
    basis: str
    keys: set[str] = field(default_factory=set)
    names: tuple[str, ...] = ()

    def order(self) -> tuple[int, int, str]:
        """Countries first, then by population."""
        return _LEVEL_ORDER[self.level], -self.population, self.id

    def cells(self) -> str:
        """The row as tab-separated text."""
        return "\t".join(
            (
                self.id, self.name, self.level, f"{self.lat:.3f}", f"{self.lon:.3f}", f"{self.radius_km:.0f}",
                self.country, " ".join(self.within), str(self.population or ""), self.basis,
                "|".join(self.names),
            )
        )  # fmt: skip


@dataclass(slots=True)
class Table:
    """Rows in order with the numbers of each key."""

    rows: list[str] = field(default_factory=list)
    refs: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Row) -> None:
        """Append a row that has at least one key."""
        if row.keys:
            for key in row.keys:
                self.refs[key].append(len(self.rows))
            self.rows.append(row.cells())

    def packed(self) -> tuple[list[str], dict[str, list[int]]]:
        """What `pack` takes."""
        return self.rows, self.refs


@functools.cache
def not_places() -> frozenset[str]:
    """Match keys of names that are far more often something else."""
    lines = (Path(__file__).parents[1] / "data/not_places.txt").read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split(","))
    return frozenset(match_key(word) for word in words if word.strip())


def script(name: str) -> str | None:
    """`latin`, `cyrillic` or `arabic` for a name written as a name in one of these, else None."""
    for label, pattern in (("latin", _LATIN), ("cyrillic", _CYRILLIC), ("arabic", _ARABIC)):
        if pattern.match(name):
            return label
    return None


def usable(name: str) -> bool:
    """True for a name that can be looked for in running text: long enough, of our scripts, no code, no common word."""
    kind = script(name)
    if kind is None or (name.isupper() and kind != "arabic"):
        return False
    key = match_key(name)
    letters = key.replace(" ", "")
    least = {"latin": 3, "cyrillic": 3, "arabic": 3}[kind]
    if key.startswith("ال") and kind == "arabic":
        least = 5
    return len(letters) >= least and key not in not_places()
