"""gazetteer: places of one country by how their names sound, for spellings that no list has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.keys import Sound, alike, arabic_letters, script_of, sounds, strength
from trucewatch.languages.fold import match_key

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
    written: dict[str, frozenset[str]] = field(default_factory=dict)
    """The letters of Arabic names by the ids of their entries: what has one is not guessed at by another's sound."""

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """Take an entry in under the sounds of its names."""
        if entry.level in _WIDE:
            return
        names = tuple(names)
        own = frozenset(arabic_letters(name) for name in names if script_of(match_key(name)) == "arabic")
        if own:
            self.written[entry.id] = own
        for sound in {sound for name in names for sound in sounds(name)}:
            if strength(sound) >= LEAST_CONSONANTS:
                self.by_consonants.setdefault(sound.consonants, []).append((sound, entry))

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries whose names sound like this one, each once."""
        found = {entry.id: entry for entry in self._found(name)}
        if script_of(match_key(name)) == "arabic":
            asked = arabic_letters(name)
            found = {i: entry for i, entry in found.items() if i not in self.written or asked in self.written[i]}
        return tuple(found.values())

    def _found(self, name: str) -> Iterator[Entry]:
        for asked in sounds(name):
            for sound, entry in self.by_consonants.get(asked.consonants, ()):
                if alike(asked, sound) and (strength(asked) > LEAST_CONSONANTS or full(asked) == full(sound)):
                    yield entry


def full(sound: Sound) -> tuple[bool, ...]:
    """Which of the inner vowels are written: a name of two consonants lives by them."""
    return tuple(bool(vowel) for vowel in sound.vowels[:-1])
