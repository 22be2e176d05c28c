"""actors: the loaded lists, asked by name, by id, by part and by office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from trucewatch.actors.actor import ANY_LANGUAGE, Actor, ActorName, Alliance, Listing, Tenure, within
from trucewatch.actors.compiled import Compiled
from trucewatch.actors.names import written


class Actors:
    """All actors known to a run. Names are asked by `languages.fold.match_key`; nothing here changes once loaded."""

    def __init__(self, compiled: Compiled) -> None:
        self._raw: dict[str, dict[str, Any]] = compiled["actors"]
        self._keys = compiled["keys"]
        self._titles = compiled["titles"]
        self._parts = compiled["parts"]
        self._heads = {"heads": compiled["heads"], "titles": compiled["generic_titles"]}
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, dict[str, tuple[ActorName, ...]]] = {}
        self._longest: dict[tuple[str, str], Mapping[str, int]] = {}
        self._allies: dict[str, list[Alliance]] | None = None
        self._theatres: dict[str, frozenset[str]] | None = None
        self._tenures: dict[str, list[tuple[str, Mapping[str, Any]]]] | None = None

    def ids(self) -> tuple[str, ...]:
        """The ids of the lists, in their order; parts made by rule (`FRA.army`) are not among them."""
        return tuple(self._raw)

    # names

    def names(self, language: str) -> Mapping[str, tuple[ActorName, ...]]:
        """Every key of a language and what it can mean; a language no list knows has the names under `mul` alone."""
        if language not in self._names:
            found: dict[str, dict[ActorName, None]] = {}
            for code in dict.fromkeys((language, ANY_LANGUAGE)):
                for key, entries in self._keys.get(code, {}).items():
                    for id_, use, text, theatre, exact in entries:
                        found.setdefault(key, {})[ActorName(id_, use, text, theatre, exact)] = None
            self._names[language] = {key: tuple(names) for key, names in found.items()}
        return self._names[language]

    def lookup(self, key: str, language: str) -> tuple[ActorName, ...]:
        """What a key names; empty when nothing. Theatre words come with their `theatre`, for the caller to judge."""
        return self.names(language).get(key, ())

    def longest(self, language: str) -> Mapping[str, int]:
        """First word of a key -> the greatest number of words of any key that starts with it."""
        return self._measured("names", language, self.names(language))

    def _measured(self, what: str, language: str, keys: Iterable[str]) -> Mapping[str, int]:
        if (what, language) not in self._longest:
            found: dict[str, int] = {}
            for key in keys:
                first, count = key.split(" ", 1)[0], key.count(" ") + 1
                found[first] = max(count, found.get(first, 0))
            self._longest[what, language] = found
        return self._longest[what, language]

    # actors

    def get(self, id_: str) -> Actor | None:
        """The actor of an id, listed or made by rule (`FRA.army`); None when there is none."""
        if id_ not in self._actors:
            made = _actor(id_, self._raw[id_]) if id_ in self._raw else self._composed(id_)
            if made is None:
                return None
            self._actors[id_] = made
        return self._actors[id_]

    def ancestors(self, id_: str) -> tuple[str, ...]:
        """The id and all it is part of, nearest first: `SYR.army` -> `SYR.army`, `SYR`; rebels are part of no state."""
        found: list[str] = []
        actor = self.get(id_)
        while actor is not None and actor.id not in found:
            found.append(actor.id)
            actor = self.get(actor.of) if actor.of else None
        return tuple(found)

    def allies(self, id_: str, on: dt.date | None = None) -> tuple[str, ...]:
        """Ids that fight or answer beside an actor, whichever of the two the list says it of; on a day, if given."""
        return tuple(dict.fromkeys(alliance.id for alliance in self.alliances(id_) if alliance.holds(on)))

    def alliances(self, id_: str) -> tuple[Alliance, ...]:
        """The alliances of an actor with basis and period, seen from it."""
        if self._allies is None:
            self._allies = {}
            for one, fields in self._raw.items():
                for item in fields.get("ally_of", ()):
                    other = Alliance(**item)
                    back = Alliance(one, other.basis, other.since, other.until)
                    self._allies.setdefault(one, []).append(other)
                    self._allies.setdefault(other.id, []).append(back)
        return tuple(self._allies.get(id_, ()))

    # conflicts

    def theatres(self) -> Mapping[str, frozenset[str]]:
        """The conflicts whose words the lists know, each with the states where its actors are at home."""
        if self._theatres is None:
            found: dict[str, set[str]] = {}
            for id_, fields in self._raw.items():
                for theatre in (
                    *fields.get("theatre_names", {}),
                    *((fields["theatre"],) if "theatre" in fields else ()),
                ):
                    found.setdefault(theatre, set()).update(self.home(id_))
            self._theatres = {theatre: frozenset(states) for theatre, states in found.items()}
        return self._theatres

    def theatres_of(self, id_: str) -> tuple[str, ...]:
        """The conflicts that have words of their own for an actor ("the Observatory")."""
        return tuple(self._raw.get(id_, {}).get("theatre_names", {}))

    def states(self) -> Mapping[str, str]:
        """The listed states with their names."""
        return {
            id_: actor.name
            for id_, fields in self._raw.items()
            if fields["kind"] == "state" and (actor := self.get(id_)) is not None
        }

    def home(self, id_: str) -> tuple[str, ...]:
        """The state where an actor is at home: its `country`, else the state that it is part of; empty for the UN."""
        for part in self.ancestors(id_):
            actor = self.get(part)
            if actor is not None and (actor.country or actor.kind == "state"):
                return (actor.country or actor.id,)
        return ()

    def office_holder(self, office_id: str, on: dt.date | None) -> Actor | None:
        """The one person who held an office on a day; None when the lists name nobody or several for it.

        Without a day there is an answer only for an office that the lists know one person of.
        """
        if self._tenures is None:
            self._tenures = {}
            for id_, fields in self._raw.items():
                for held in fields.get("offices", ()):
                    self._tenures.setdefault(held["office"], []).append((id_, held))
        holders = {
            id_
            for id_, held in self._tenures.get(office_id, ())
            if on is None or within(held.get("since"), held.get("until"), on)
        }
        return self.get(next(iter(holders))) if len(holders) == 1 else None

    # parts and offices that are named by an adjective and a noun

    def is_head(self, key: str, language: str) -> bool:
        """Whether a noun makes a part of whoever stands before it (`soldiers`, `armee`)."""
        return key in self._heads["heads"].get(language, {})

    def head_longest(self, language: str) -> Mapping[str, int]:
        """As `longest`, of the nouns that make parts."""
        return self._measured("heads", language, self._heads["heads"].get(language, {}))

    def part(self, state_id: str, head_key: str, language: str) -> Actor | None:
        """The part of an actor that a noun names: `SYR` and `soldiers` give `SYR.army`, a group's fighters it."""
        return self._part(state_id, self._heads["heads"].get(language, {}).get(head_key, ()))

    def is_title(self, key: str, language: str) -> bool:
        """Whether a noun is a title that an adjective completes (`president`, `ministre de la defense`)."""
        return key in self._titles.get(language, {}) or key in self._heads["titles"].get(language, {})

    def title_longest(self, language: str) -> Mapping[str, int]:
        """As `longest`, of the titles."""
        keys = {**self._titles.get(language, {}), **self._heads["titles"].get(language, {})}
        return self._measured("titles", language, keys)

    def office(self, state_id: str, title_key: str, language: str) -> Actor | None:
        """The office that a title names in a state or body: `TUR` and `president` give `TUR.president`."""
        listed = self._titles.get(language, {}).get(title_key, {}).get(state_id)
        if listed is not None:
            return self.get(listed)
        return self._part(state_id, self._heads["titles"].get(language, {}).get(title_key, ()))

    def _part(self, id_: str, parts: Iterable[str]) -> Actor | None:
        whole = self.get(id_)
        if whole is None:
            return None
        for part in parts:
            if whole.kind in self._parts[part]["of"]:
                return whole if part == "self" else self.get(f"{id_}.{part}")
        return None

    def _composed(self, id_: str) -> Actor | None:
        head, _, tail = id_.rpartition(".")
        rule, whole = self._parts.get(tail), self.get(head) if head else None
        if rule is None or whole is None or whole.kind not in rule["of"]:
            return None
        adjectives = self._raw.get(head, {}).get("adjectives", {}).get("en", ())
        adjective = written(adjectives[0])[0] if adjectives else whole.name
        return Actor(id_, rule["name"].replace("{adjective}", adjective), rule["kind"], head)


def _actor(id_: str, fields: Mapping[str, Any]) -> Actor:
    names = {code: tuple(written(text)[0] for text in texts) for code, texts in fields.get("names", {}).items()}
    in_theatre: dict[str, list[str]] = next(iter(fields.get("theatre_names", {}).values()), {})
    first = next((n[0] for n in (names.get("en"), names.get("mul"), in_theatre.get("en"), *names.values()) if n), id_)
    return Actor(
        id=id_,
        name=fields.get("name", first.removeprefix("the ")),
        kind=fields["kind"],
        of=fields.get("of"),
        country=fields.get("country"),
        ally_of=tuple(Alliance(**item) for item in fields.get("ally_of", ())),
        listed=tuple(Listing(**item) for item in fields.get("listed", ())),
        offices=tuple(Tenure(**item) for item in fields.get("offices", ())),
        theatre=fields.get("theatre"),
        note=fields.get("note"),
        names=names,
    )
