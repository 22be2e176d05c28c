"""assess: the seven facets of one provision for many incidents, as columns, and the labels that need no reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from trucewatch.assess.batch import places, times
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.values import CODE, LETTERS, Codes, F, N, Rows, T
from trucewatch.assess.facets import place, unless, weapons, what, when, who
from trucewatch.assess.facets.anchored import anchor, window
from trucewatch.assess.facets.times import bounds
from trucewatch.assess.labels import FACETS
from trucewatch.languages.fold import match_key
from trucewatch.model import Facet, Provision


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that may be the act forbidden, with the value of each facet, in the order of `FACETS`."""

    rows: Rows
    values: np.ndarray

    @property
    def survivors(self) -> Rows:
        """Rows of which no facet is false: the ones that need reasons."""
        return np.asarray(self.rows[~(self.values == F).any(axis=1)])

    def letters(self) -> list[str]:
        """The values of each row as seven letters."""
        return ["".join(LETTERS[code] for code in row) for row in self.values]

    @property
    def hash(self) -> str:
        """Over rows and values, so that two ways of working them out can be compared."""
        lines = (f"{row} {letters}" for row, letters in zip(self.rows, self.letters(), strict=True))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def table(provision: Provision, columns: Columns) -> Table:
    """The facets of every row that is told as done or denied and whose act may be the one forbidden."""
    case = columns.case
    act = case.act(provision)
    if act is None:
        return Table(np.zeros(0, np.int64), np.zeros((0, len(FACETS)), np.int8))
    acts = columns.acts.ask(lambda item: what.act(item, act))
    told = np.array([item.told and not item.is_halt for item in columns.evidence], bool)
    rows = np.flatnonzero(told & (acts != F))
    facets = {
        "occurrence": _each(columns, rows, lambda row: what.occurrence(columns.evidence[row], case)),
        "act": acts[rows],
        "class": columns.weapons.ask(lambda item: weapons.weapon_class(item, act, case))[rows],
        "time": _time(provision, columns, rows),
        "place": _place(provision, columns, rows),
        "bearer": columns.actors.ask(lambda item: who.bearer(item, provision, case).facet)[rows],
        "not_excepted": _not_excepted(provision, columns, rows),
    }
    return Table(rows, np.stack([facets[name] for name in FACETS], axis=1).astype(np.int8))


def _each(columns: Columns, rows: Rows, question: Callable[[int], Facet]) -> Codes:
    return np.array([CODE[question(int(row)).value] for row in rows], np.int8)


def _time(provision: Provision, columns: Columns, rows: Rows) -> Codes:
    case = columns.case
    span = window(case, provision)
    if span is None or (span.from_ is None and span.to is None and span.by is None):
        return np.full(rows.shape, T, np.int8)
    given = bounds(span, lambda name: anchor(case, name), case.local)
    spans = [columns.spans(bound.clock) for bound in given]
    found = times.in_window([(start[rows], end[rows]) for start, end in spans], given)
    # What is told in several readings, and a share of a time that a profile lets count, are answered one by one.
    single = ~columns.plain_time[rows] | ((found == N) & (case.profile.time_share < 1))
    found[single] = _each(
        columns, rows[single], lambda row: when.in_window(columns.evidence[row].incident.time, span, case).facet
    )
    return found


def _place(provision: Provision, columns: Columns, rows: Rows) -> Codes:
    case, where = columns.case, provision.where
    if where is None:
        return np.full(rows.shape, T, np.int8)
    reaches = case.ground.reaches(where)
    if all(reach.shape is None for reach in reaches):
        return np.full(rows.shape, N, np.int8)
    names = {match_key(reach.name) for reach in reaches}
    single = ~columns.plain_place[rows] | np.array([columns.named[row] in names for row in rows], bool)
    found = np.full(rows.shape, N, np.int8)
    discs = (column[rows[~single]] for column in (columns.lon, columns.lat, columns.radius))
    found[~single] = places.in_reach(case.ground, reaches, *discs, out=where.relation == "not_within")
    found[single] = _each(
        columns, rows[single], lambda row: place.in_reach(columns.evidence[row].incident.place, where, case).facet
    )
    return found


def _not_excepted(provision: Provision, columns: Columns, rows: Rows) -> Codes:
    if not provision.unless:
        return np.full(rows.shape, T, np.int8)

    def ask(row: int) -> Facet:
        item = columns.evidence[row]
        return unless.not_excepted(item, provision, who.bearer(item, provision, columns.case), columns.case).facet

    return _each(columns, rows, ask)
