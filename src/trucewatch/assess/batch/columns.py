"""assess: incidents with their claims as columns, made once for all provisions of a text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from trucewatch.assess.batch.values import Rows
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.unless import HARMED
from trucewatch.assess.facets.when import undated
from trucewatch.assess.facets.who import TWO_SIDED, candidates
from trucewatch.assess.voices import bearing_out
from trucewatch.model import Time


@dataclass(slots=True)
class Kinds:
    """Rows sorted into kinds that a question cannot tell apart, each row when it is first asked about."""

    evidence: Sequence[Evidence]
    key: Callable[[Evidence], Hashable]
    """All that the question looks at."""
    first: list[Evidence] = field(default_factory=list)
    """The first row of each kind; the answer for it is the answer for all."""
    _of: Rows = field(init=False)
    _numbers: dict[Hashable, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._of = np.full(len(self.evidence), -1, np.int64)

    def of(self, rows: Rows) -> Rows:
        """The number of the kind of each row."""
        found = self._of[rows]
        new = rows[found < 0]
        for row in new.tolist():
            item = self.evidence[row]
            number = self._numbers.setdefault(self.key(item), len(self._numbers))
            if number == len(self.first):
                self.first.append(item)
            self._of[row] = number
        return self._of[rows] if len(new) else found


@dataclass
class Columns:
    """The rows of one case: each column holds kinds of what one question looks at."""

    case: Case
    evidence: Sequence[Evidence]

    def __post_init__(self) -> None:
        of = self._kinds
        self.all = of(lambda _: None)
        """For questions to which the text gives one answer for everything."""
        self.acts = of(lambda item: (item.incident.type, frozenset(claim.type for claim in item.asserting)))
        self.weapons = of(_weapon)
        self.times = of(lambda item: _time(item.incident.time))
        self.places = of(_place)
        self.dated_places = of(lambda item: (_place(item), _time(item.incident.time)))
        """For lines and zones with dated versions."""
        self.actors = of(self._actor)
        self.accounts = of(self._account)
        self.exceptions = of(self._exception)
        self.proofs = of(lambda item: (bearing_out(item, self.case), bool(item.outsiders), item.visual))

    @cached_property
    def halts(self) -> np.ndarray:
        """Rows that tell of calm alone."""
        return np.array([item.is_halt for item in self.evidence], bool)

    @cached_property
    def told(self) -> np.ndarray:
        """Rows of events that are told as done, or denied."""
        return np.array([item.told for item in self.evidence], bool)

    @cached_property
    def undated(self) -> np.ndarray:
        """Rows of which no account tells the day."""
        return np.array([undated(item.incident.time) for item in self.evidence], bool)

    def _kinds(self, key: Callable[[Evidence], Hashable]) -> Kinds:
        return Kinds(self.evidence, key)

    @cached_property
    def _turns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The days on which somebody begins, or ceases, to answer for somebody else."""
        answers = [answer for party in self.case.agreement.parties for answer in party.answers_for]
        return (
            tuple(sorted({answer.since for answer in answers if answer.since is not None})),
            tuple(sorted({answer.until for answer in answers if answer.until is not None})),
        )

    def _actor(self, item: Evidence) -> Hashable:
        """Who may have done it and by whom denied, and how the day lies to those on which someone answers for them."""
        who = tuple(
            (a.id, a.text if a.id is None else "", a.basis == "blamed", a.denied_by if a.asserted_by else ())
            for a in candidates(item)
        )
        day = item.incident.time.start if item.incident.time else None
        since, until = self._turns
        side = None if day is None else (*(day[:10] >= one for one in since), *(day[:10] <= one for one in until))
        denied = _denials(item) if any(denied_by for *_, denied_by in who) else None
        return who, side, item.incident.type in TWO_SIDED, denied

    def _account(self, item: Evidence) -> Hashable:
        told, denied = item.asserting_roots, item.denying_roots
        accused = tuple(a.id for a in item.incident.actors if a.role == "perpetrator") if told and denied else ()
        contested = item.incident.occurrence == "contested"
        return told, denied, contested, accused, _denials(item) if accused else None

    def _exception(self, item: Evidence) -> Hashable:
        """Who did it, who was hit, what was answered."""
        incident = item.incident
        hit = tuple(actor.id for actor in incident.actors if actor.role in ("target", "affected"))
        harmed = tuple(figure.population for figure in incident.figures if figure.measure in HARMED)
        answered = any(claim.response_to is not None for claim in item.claims)
        justified = any(claim.justification for claim in item.claims)
        return self._actor(item), hit, harmed, item.asserting_roots if answered else None, justified


def _denials(item: Evidence) -> Hashable:
    return frozenset(c.attribution[0].id if c.attribution else None for c in item.denying), bool(item.outsiders)


def _time(time: Time | None) -> Hashable:
    if time is None:
        return None
    readings = tuple((one.start, one.end) for one in time.readings)
    return time.start, time.end, time.basis == "published", time.zone, readings


def _place(item: Evidence) -> Hashable:
    place = item.incident.place
    if place is None:
        return None
    plain = place.middle is not None and place.level != "route" and place.name
    text = "" if plain else place.text
    return place.name, text, place.level, place.middle, place.radius_km, place.candidates


def _weapon(item: Evidence) -> Hashable:
    told = [(c.weapon.class_, c.weapon.calibre_mm, c.quote) for c in item.asserting if c.weapon is not None]
    return tuple(sorted(told, key=repr))
