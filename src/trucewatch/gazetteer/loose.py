"""gazetteer: places of one country by how their names sound, for spellings that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trucewatch.gazetteer.distance import km_between
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
_SAME_KM = 5.0
_HALVED = frozenset({"settlement", "site"})
_SIDE = re.compile(
    r" (?:a(?:l|r|s|sh|d|t|n|z) |e(?:l|sh) )?"
    r"(?:sharqiy?a?h?|gharbiy?a?h?|shamaliy?a?h?|janubiy?a?h?|fawqan\w+|tahtan\w+|kabira?h?|saghira?h?)$"
    r"|^(?P<arabic>.+) ال(?:شرقي|غربي|شمالي|جنوبي|فوقاني|تحتاني|كبير|صغير)(?:ه)?$"
)
"""How a name ends that tells one of two places from the other: the eastern, the upper, the great."""


@dataclass(slots=True)
class Sounding:
    """Entries by their consonants; vowels are compared when a name is asked for."""

    by_consonants: dict[str, list[tuple[Sound, Entry]]] = field(default_factory=dict)
    written: dict[str, frozenset[str]] = field(default_factory=dict)
    """The letters of Arabic names by the ids of their entries: what has one is not guessed at by another's sound."""
    by_half: dict[str, list[tuple[Sound, Entry]]] = field(default_factory=dict)
    """Entries by the consonants of what is left of their names without the word for a side."""

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
        if entry.level in _HALVED:
            cores = {core for name in names if (core := _without_side(match_key(name)))}
            for sound in {sound for core in cores for sound in sounds(core)}:
                if strength(sound) >= LEAST_CONSONANTS:
                    self.by_half.setdefault(sound.consonants, []).append((sound, entry))

    def find_halves(self, name: str) -> tuple[Entry, ...]:
        """The entries of which a name is the whole, each once: "Adal" of "Adal al-Gharbi"."""
        return tuple({entry.id: entry for _, entry in self._matching(name, self.by_half)}.values())

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries whose names sound like this one, each once."""
        heard = list(self._matching(name, self.by_consonants))
        exact = [entry for whole, entry in heard if whole]
        found = {entry.id: entry for _, entry in heard if not exact or _is_one_of(entry, exact)}
        if script_of(match_key(name)) == "arabic":
            asked = arabic_letters(name)
            found = {i: entry for i, entry in found.items() if i not in self.written or asked in self.written[i]}
        return tuple(found.values())

    def _matching(self, name: str, table: dict[str, list[tuple[Sound, Entry]]]) -> Iterator[tuple[bool, Entry]]:
        """Entries that sound like a name, each with whether the same vowels are written in both."""
        for asked in sounds(name):
            for sound, entry in table.get(asked.consonants, ()):
                whole = full(asked) == full(sound)
                if alike(asked, sound) and (whole or strength(asked) > LEAST_CONSONANTS):
                    yield whole, entry


def _is_one_of(entry: Entry, others: list[Entry]) -> bool:
    """Whether an entry is one of others, or the same place as one in another list."""
    return any(entry.id == e.id or km_between(entry.lat, entry.lon, e.lat, e.lon) <= _SAME_KM for e in others)


def _without_side(key: str) -> str:
    """A match key without the word for a side that it ends with; "" where it has none."""
    found = _SIDE.search(key)
    return "" if found is None else found["arabic"] or key[: found.start()]


def full(sound: Sound) -> tuple[bool, ...]:
    """Which of the inner vowels are written: a name of two consonants lives by them."""
    return tuple(bool(vowel) for vowel in sound.vowels[:-1])
