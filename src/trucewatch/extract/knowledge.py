"""extract: what the extractor knows before it reads: packs, actors, places, theatres."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucewatch.actors import Actors, load_actors
from trucewatch.extract.lands import Lands, lands_of
from trucewatch.gazetteer import Gazetteer, load_gazetteer
from trucewatch.languages.load import available, load_pack, pack_folder
from trucewatch.languages.pack import Pack


class Packs(Mapping[str, Pack]):
    """Packs by language code, each loaded when it is first asked for: most runs read two or three languages."""

    def __init__(self, codes: Sequence[str]) -> None:
        """Take the codes; raises LanguageError for one that has no pack."""
        self._codes = tuple(codes)
        for code in self._codes:
            pack_folder(code)

    def __getitem__(self, code: str) -> Pack:
        """The pack of a language; raises KeyError where it is not among those of the run."""
        if code not in self._codes:
            raise KeyError(code)
        return load_pack(code)

    def __iter__(self) -> Iterator[str]:
        """The codes."""
        return iter(self._codes)

    def __len__(self) -> int:
        """How many languages can be read."""
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        """Whether a language can be read; loads nothing."""
        return code in self._codes


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Packs by language code, actor lists and gazetteer; `on` is the day for which offices are looked up."""

    packs: Mapping[str, Pack]
    actors: Actors
    gazetteer: Gazetteer
    theatres: frozenset[str] | None = None
    """The conflicts whose words ("the rebels") mean somebody; None decides it for each report by what it is about."""
    on: dt.date | None = None
    lands: Lands = field(default_factory=Lands)
    words: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was found out about single words, by language; see `words/alone.py`."""

    def pack(self, language: str | None) -> Pack | None:
        """The pack of a language; None when there is none: then nothing is extracted, and the run says so."""
        return self.packs.get(language or "")

    def at(self, day: dt.date | None) -> Knowledge:
        """The same knowledge with the offices of a day."""
        return dataclasses.replace(self, on=day)


def load_knowledge(
    gazetteer_files: Sequence[Path] = (),
    actor_files: Sequence[Path] = (),
    languages: Sequence[str] | None = None,
    theatres: Sequence[str] | None = None,
) -> Knowledge:
    """Load everything that extraction needs; raises InputError for a file that cannot be used."""
    packs = Packs(languages or available())
    chosen = frozenset(theatres) if theatres is not None else None
    actors, gazetteer = load_actors(tuple(actor_files)), load_gazetteer(tuple(gazetteer_files))
    return Knowledge(packs, actors, gazetteer, chosen, lands=lands_of(actors, gazetteer))
