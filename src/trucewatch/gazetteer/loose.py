"""gazetteer: places of one country by how their names sound, for spellings that no list has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.keys import Sound, alike, sounds, strength

LEAST_CONSONANTS = 2
SOUNDED = frozenset([
    "SY", "LB", "PS", "JO", "IQ", "YE", "LY", "SD", "EG", "SA", "AE", "KW", "BH", "QA", "OM", "TN", "DZ", "MA",
    "IR", "AF", "PK", "SO", "DJ", "MR", "TD", "ER",
])  # fmt: skip
"""Countries whose names reports spell as they hear them, since they are written in other letters at home."""
_WIDE = frozenset({"country", "region"})


@dataclass(slots=True)
class Sounding:
    """Entries by their consonants; vowels are compared when a name is asked for."""

    by_consonants: dict[str, list[tuple[Sound, Entry]]] = field(default_factory=dict)

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """Take an entry in under the sounds of its names."""
        if entry.level in _WIDE:
            return
        for sound in {sound for name in names for sound in sounds(name)}:
            if strength(sound) >= LEAST_CONSONANTS:
                self.by_consonants.setdefault(sound.consonants, []).append((sound, entry))

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries whose names sound like this one, each once."""
        return tuple({entry.id: entry for entry in self._found(name)}.values())

    def _found(self, name: str) -> Iterator[Entry]:
        for asked in sounds(name):
            for sound, entry in self.by_consonants.get(asked.consonants, ()):
                if alike(asked, sound) and (strength(asked) > LEAST_CONSONANTS or full(asked) == full(sound)):
                    yield entry


def full(sound: Sound) -> tuple[bool, ...]:
    """Which of the inner vowels are written: a name of two consonants lives by them."""
    return tuple(bool(vowel) for vowel in sound.vowels[:-1])
