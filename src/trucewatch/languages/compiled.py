"""languages: a compiled pack as plain JSON data, so that it need not be compiled again at each start."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from trucewatch import cache
from trucewatch.languages.pack import Approximator, Frame, NumberWord, Pack, Sense, TimeWord
from trucewatch.languages.placewords import SETS, PlaceWords

Plain = dict[str, Any]
_SENSES = ("phrases", "written")
_SETS = ("lists", "endings", "restored")
_MADE = ("_by_classes",)
"""Fields that a pack fills while it is used."""


class Phrases(Mapping[str, tuple[Sense, ...]]):
    """Senses by phrase, each made when its phrase is first met: a text uses few of the forms that a language has."""

    __slots__ = ("_made", "_rows", "_senses")

    def __init__(self, rows: Mapping[str, list[int]], senses: Sequence[list[Any]]) -> None:
        """Take the rows of phrases, which name senses by their place."""
        self._rows, self._senses = rows, senses
        self._made: dict[str, tuple[Sense, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Sense, ...]:
        """The senses of a phrase; raises KeyError for one that the pack does not have."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = tuple(_sense(self._senses[place]) for place in self._rows[key])
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The senses of a phrase, or the default for one that the pack does not have; most words are asked for so."""
        found = self._made.get(key)
        if found is None:
            return self[key] if key in self._rows else default
        return found

    def __contains__(self, key: object) -> bool:
        """Whether the pack has the phrase."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """The phrases."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many phrases there are."""
        return len(self._rows)


def to_plain(pack: Pack) -> Plain:
    """A pack as JSON data; each sense stands once, and phrases name it by its place."""
    places: dict[int, int] = {}
    senses: list[list[Any]] = []
    known: dict[str, int] = {}
    for table in (getattr(pack, name) for name in _SENSES):
        for found in table.values():
            for sense in found:
                if id(sense) not in places:
                    row = _sense_row(sense)
                    text = repr(row)
                    if text not in known:
                        known[text] = len(senses)
                        senses.append(row)
                    places[id(sense)] = known[text]
    plain: Plain = {"senses": senses, "code": pack.code, "longest": dict(pack.longest), "settings": dict(pack.settings)}
    plain["name_endings"] = dict(pack.name_endings)
    for name in _SENSES:
        plain[name] = {key: [places[id(sense)] for sense in found] for key, found in getattr(pack, name).items()}
    for name in _SETS:
        plain[name] = {key: sorted(words) for key, words in getattr(pack, name).items()}
    plain["numbers"] = {key: dataclasses.astuple(word) for key, word in pack.numbers.items()}
    plain["approximators"] = {key: dataclasses.astuple(word) for key, word in pack.approximators.items()}
    plain["times"] = {key: [dataclasses.astuple(word) for word in words] for key, words in pack.times.items()}
    plain["frames"] = [_frame_row(frame) for frame in pack.frames]
    plain["words"] = sorted(pack.words)
    kept = {name: sorted(getattr(pack.places, name)) for name in SETS}
    plain["places"] = dataclasses.asdict(pack.places) | kept
    missing = {field.name for field in dataclasses.fields(Pack)} - plain.keys() - set(_MADE)
    if missing:
        raise TypeError(f"a pack's {sorted(missing)} cannot be kept yet; languages/compiled.py says how")
    return plain


def from_plain(plain: Plain) -> Pack:
    """The pack of JSON data that `to_plain` made."""
    tables: Plain = {name: Phrases(plain[name], plain["senses"]) for name in _SENSES}
    sets: Plain = {name: {key: frozenset(words) for key, words in plain[name].items()} for name in _SETS}
    return Pack(
        code=plain["code"],
        longest=plain["longest"],
        settings=plain["settings"],
        name_endings=plain["name_endings"],
        numbers={key: NumberWord(*row) for key, row in plain["numbers"].items()},
        approximators={key: Approximator(*row) for key, row in plain["approximators"].items()},
        times={key: tuple(TimeWord(*row) for row in rows) for key, rows in plain["times"].items()},
        frames=tuple(_frame(row) for row in plain["frames"]),
        words=frozenset(plain["words"]),
        places=_place_words(plain["places"]),
        **tables,
        **sets,
    )


def _place_words(plain: Plain) -> PlaceWords:
    sets: Plain = {name: frozenset(plain[name]) for name in SETS}
    return PlaceWords(plain["kinds"], plain["compass"], plain["lengths"], roles=plain["roles"], **sets)


def _sense(row: list[Any]) -> Sense:
    kind, lemma, classes, forms, type_, info = row
    return Sense(kind, lemma, frozenset(classes), frozenset(forms), type_, info)


def _sense_row(sense: Sense) -> list[Any]:
    return [sense.kind, sense.lemma, sorted(sense.classes), sorted(sense.forms), sense.type, dict(sense.info)]


def _frame_row(frame: Frame) -> dict[str, Any]:
    """The fields of a rule that say something."""
    values = {field.name: getattr(frame, field.name) for field in dataclasses.fields(frame)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items() if value}


def _frame(row: Mapping[str, Any]) -> Frame:
    fields: Plain = {name: frozenset(value) if isinstance(value, list) else value for name, value in row.items()}
    return Frame(**fields)


def kept(folder: Path, compiled: Callable[[], Pack]) -> Pack:
    """The pack of a folder: as it was kept, where files and code are the same; else compiled, and kept for later."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    contents = [path.read_bytes() for path in (*code, *sorted(folder.glob("*.yaml")))]
    name = f"language-{folder.name}-{cache.fingerprint(contents)[:32]}"
    plain = cache.fetch(name)
    if plain is not None:
        # A file of the cache may have been changed by anybody; what does not fit is compiled anew.
        with contextlib.suppress(KeyError, TypeError, ValueError, IndexError, AttributeError):
            return from_plain(plain)
    pack = compiled()
    cache.keep(name, to_plain(pack))
    return pack
