"""extract: what the extractor knows before it reads: packs, actors, places, theatres."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.actors import Actors, load_actors
from trucewatch.extract.lands import Lands, lands_of
from trucewatch.gazetteer import Gazetteer, load_gazetteer
from trucewatch.languages.load import available, load_pack
from trucewatch.languages.pack import Pack


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Packs by language code, actor lists and gazetteer; `on` is the day for which offices are looked up."""

    packs: dict[str, Pack]
    actors: Actors
    gazetteer: Gazetteer
    theatres: frozenset[str] | None = None
    """The conflicts whose words ("the rebels") mean somebody; None decides it for each report by what it is about."""
    on: dt.date | None = None
    lands: Lands = field(default_factory=Lands)

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
    packs = {code: load_pack(code) for code in (languages or available())}
    chosen = frozenset(theatres) if theatres is not None else None
    actors, gazetteer = load_actors(tuple(actor_files)), load_gazetteer(tuple(gazetteer_files))
    return Knowledge(packs, actors, gazetteer, chosen, lands=lands_of(actors, gazetteer))
