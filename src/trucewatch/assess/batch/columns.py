"""assess: incidents with their claims as columns, made once for many provisions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo

import numpy as np

from trucewatch.assess.batch.times import Instants, micros
from trucewatch.assess.batch.values import CODE, Codes, Rows
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.times import spans
from trucewatch.assess.text.projection import Floats
from trucewatch.languages.fold import match_key
from trucewatch.model import Facet, Time


@dataclass(slots=True)
class Kinds:
    """Rows sorted into kinds that a question cannot tell apart: it is asked once of the first row of each kind."""

    of: Rows
    first: tuple[Evidence, ...]

    def ask(self, question: Callable[[Evidence], Facet]) -> Codes:
        """The answer for every row."""
        answers = np.array([CODE[question(item).value] for item in self.first], np.int8)
        return answers[self.of] if len(self.first) else np.zeros(0, np.int8)


def kinds(evidence: Sequence[Evidence], key: Callable[[Evidence], Hashable]) -> Kinds:
    """Rows by a key that holds all that a question looks at."""
    numbers: dict[Hashable, int] = {}
    first: list[Evidence] = []
    of = np.zeros(len(evidence), np.int64)
    for row, item in enumerate(evidence):
        number = numbers.setdefault(key(item), len(numbers))
        if number == len(first):
            first.append(item)
        of[row] = number
    return Kinds(of, tuple(first))


@dataclass(slots=True)
class Columns:
    """The columns of some incidents under one case."""

    evidence: tuple[Evidence, ...]
    case: Case
    lon: Floats = field(init=False)
    lat: Floats = field(init=False)
    radius: Floats = field(init=False)
    named: tuple[str, ...] = field(init=False)
    """The place of each row as its name is compared; empty where none is told."""
    plain_place: np.ndarray = field(init=False)
    """Rows with one disc; the others are answered one by one."""
    plain_time: np.ndarray = field(init=False)
    """Rows with one time, open or not; the others are answered one by one."""
    acts: Kinds = field(init=False)
    weapons: Kinds = field(init=False)
    actors: Kinds = field(init=False)
    _spans: dict[str, tuple[Instants, Instants]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        places = [item.incident.place for item in self.evidence]
        radii = self.case.profile.radius_km
        discs = [
            (np.nan, np.nan, np.nan)
            if place is None or place.lat is None or place.lon is None
            else (
                place.lon,
                place.lat,
                place.radius_km if place.radius_km is not None else radii.get(place.level or "region", radii["region"]),
            )
            for place in places
        ]
        self.lon, self.lat, self.radius = np.array(discs, float).reshape(-1, 3).T
        self.plain_place = np.array([p is not None and p.level != "route" for p in places], bool) & ~np.isnan(self.lon)
        self.named = tuple("" if place is None else match_key(place.name or place.text) for place in places)
        times = [item.incident.time for item in self.evidence]
        self.plain_time = np.array([_plain(time) for time in times], bool)
        self.acts = kinds(self.evidence, _act_key)
        self.weapons = kinds(self.evidence, _weapon_key)
        self.actors = kinds(self.evidence, _actor_key)

    def spans(self, days: tzinfo) -> tuple[Instants, Instants]:
        """Start and end of each row's time by a clock; zeros for the rows that are answered one by one."""
        name = str(days)
        if name not in self._spans:
            found = np.zeros((len(self.evidence), 2), np.int64)
            cached: dict[Time, tuple[int, int]] = {}
            for row in np.flatnonzero(self.plain_time):
                time = self.evidence[row].incident.time
                assert time is not None
                if time not in cached:
                    (span,) = spans(time, days, self.case.local, self.case.profile)
                    cached[time] = micros(span.start), micros(span.end)
                found[row] = cached[time]
            self._spans[name] = found[:, 0], found[:, 1]
        return self._spans[name]


def _plain(time: Time | None) -> bool:
    return time is not None and not time.readings and not (time.start is None and time.end is None)


def _act_key(item: Evidence) -> Hashable:
    return item.incident.type, frozenset(claim.type for claim in item.asserting)


def _weapon_key(item: Evidence) -> Hashable:
    told = [(c.weapon.class_, c.weapon.calibre_mm, c.quote) for c in item.asserting if c.weapon is not None]
    return tuple(sorted(told, key=repr))


def _actor_key(item: Evidence) -> Hashable:
    incident = item.incident
    day = incident.time.start if incident.time else None
    speakers = frozenset(claim.attribution[0].id if claim.attribution else None for claim in item.denying)
    return incident.actors, day, incident.type, bool(item.outsiders), speakers
