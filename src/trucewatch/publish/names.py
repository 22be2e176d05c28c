"""publish: what the agreements' own words, and the places and actors of a record, are called on a page."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from trucewatch.actors import known_actors
from trucewatch.model import Claim, Incident, Record


@dataclass
class Names:
    """English names and words of a record's agreements and places, with what leads to them in another language."""

    record: Record
    language: str
    words: dict[str, str] = field(init=False)
    """What the agreements' files of this language say for their English words."""
    _places: dict[str, str] | None = field(init=False, default=None)
    _written: dict[str, str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.words = {}
        for agreement in reversed(self.record.agreements):
            self.words |= agreement.words.get(self.language, {})

    def place(self, name: str) -> str | None:
        """The gazetteer id of a place that the record calls so."""
        if self._places is None:
            things: list[Claim | Incident] = [*self.record.claims, *self.record.incidents]
            told = [one.place for one in things if one.place is not None]
            self._places = {place.name or place.text: place.id for place in told if place.id is not None}
            self._places |= {one.name: one.id for place in told for one in place.candidates}
        return self._places.get(name)

    def written_in(self, text: str) -> str | None:
        """The language of the report that names somebody so."""
        if self._written is None:
            languages = {report.id: report.language for report in self.record.reports}
            self._written = {
                words: language
                for claim in self.record.claims
                if (language := languages.get(claim.report)) is not None
                for words in (*(one.text for one in claim.actors), *(one.who for one in claim.attribution))
            }
        return self._written.get(text)


@functools.cache
def actor_ids() -> dict[str, str]:
    """Actors of the lists by their English names."""
    actors = known_actors()
    named = {id_: actors.get(id_) for id_ in reversed(actors.ids())}
    return {actor.name: id_ for id_, actor in named.items() if actor is not None}
