"""actors: what one actor is, and what one of its names is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "state", "government", "force", "group", "coalition", "person", "office", "institution", "monitor", "agency",
    "outlet", "body", "ministry", "people",
]  # fmt: skip
Use = Literal["name", "adjective", "demonym_noun", "metonym", "office"]
AllianceBasis = Literal["statement", "practice", "text"]

ANY_LANGUAGE = "mul"
"""The language code of names that are written alike in every language (`HTS`, `SOHR`); ISO 639-2 for 'several'."""


@dataclass(frozen=True, slots=True)
class Alliance:
    """That one actor fights or answers beside another: on which basis, and from when to when where that is known."""

    id: str
    basis: AllianceBasis = "practice"
    since: str | None = None
    until: str | None = None

    def holds(self, on: dt.date | None) -> bool:
        """Whether the alliance may hold on a day; with no day, whether it ever held."""
        return on is None or within(self.since, self.until, on)


@dataclass(frozen=True, slots=True)
class Listing:
    """That a body lists an actor: the list's own reference or its legal basis, and from when to when where known."""

    by: str
    basis: str
    since: str | None = None
    until: str | None = None

    def holds(self, on: dt.date | None) -> bool:
        """Whether the listing may hold on a day; with no day, whether it ever held."""
        return on is None or within(self.since, self.until, on)


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held. `since` and `until` are a year, a month or a day, both inclusive; None is open."""

    office: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in reports. `of` is the id of what it is part of and acts for (`SYR` for `SYR.army`)."""

    id: str
    name: str
    kind: Kind
    of: str | None = None
    country: str | None = None
    """The state it is at home in without acting for it: insurgents, parties, private bodies."""
    ally_of: tuple[Alliance, ...] = ()
    listed: tuple[Listing, ...] = ()
    """Who designates it, on what basis and in which period; a fact about the lister, not about the listed."""
    offices: tuple[Tenure, ...] = ()
    theatre: str | None = None
    """The conflict in whose reports the names mean this actor; None where they always do."""
    note: str | None = None
    private: bool = False
    """True for private persons, whom no packaged list names."""
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Its names by language as they are written, the adjectives and other uses left out."""


@dataclass(frozen=True, slots=True)
class ActorName:
    """One way to name an actor. `id` is the actor's, `text` the name as the list writes it."""

    id: str
    use: Use
    text: str
    theatre: str | None = None
    exact: bool = False
    """Means the actor only when written exactly like `text`: acronyms that fold to a word (`US`, `WHO`), `Polish`."""

    def fits(self, surface: str) -> bool:
        """Whether the words of a report, as they are written, may be this name."""
        return not self.exact or surface.strip().replace("’", "'") == self.text


def within(since: str | None, until: str | None, on: dt.date) -> bool:
    """Whether a day lies in a period whose edges are years, months or days, both inclusive; open edges are None."""
    day = on.isoformat()
    return (since is None or since <= day[: len(since)]) and (until is None or day[: len(until)] <= until)
