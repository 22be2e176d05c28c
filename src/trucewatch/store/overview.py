"""store: an overview of all that stands, kept in memory by a program that asks as long as it runs."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from trucewatch.model import Incident, Place
from trucewatch.publish.charts.events import By
from trucewatch.publish.views.places import Gathered
from trucewatch.store import columns_count, database, rows
from trucewatch.store.ask import EVERYTHING, PAGE, Page, Where
from trucewatch.store.choices import Choices
from trucewatch.store.columns import NONE, Columns, Numbers
from trucewatch.store.columns_load import advanced, loaded
from trucewatch.store.columns_told import Spot, Told
from trucewatch.store.counts import PerDay
from trucewatch.store.held import Held

REMEMBERED = 2
"""States of which the overview is kept: the last, and the one before for questions that are still being answered."""
_ROWS = "SELECT pk, row FROM incidents WHERE pk IN (SELECT value FROM json_each(?))"
_LINES = "SELECT pk, json_remove(row, '$.why') FROM incidents WHERE pk IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Overview:
    """All that stands after one change. Filters and pages are those of `ask`; counts are of all at once."""

    kept: Held
    columns: Columns
    told: Told

    def count(self, where: Where = EVERYTHING) -> int:
        """How many incidents were asked for."""
        return self.columns.count(where)

    def page(
        self, where: Where = EVERYTHING, *, after: str | None = None, size: int = PAGE, lines: bool = False
    ) -> Page[Incident]:
        """Some of the incidents, by time; `after` is the `after` of the page before.

        `lines` leaves out why their claims were joined: half of what is kept of them, and no line of a list tells it.
        """
        pks, more = self.columns.page(where, after=after, size=size)
        with self.kept.connect() as connection:
            found = dict(database.raw(connection).execute(_LINES if lines else _ROWS, (json.dumps(pks),)))
        last = self.columns.place(pks[-1]) if more else None
        return Page(tuple(rows.thing(Incident, found[pk]) for pk in pks), last)

    def choices(self) -> Choices:
        """What incidents can be asked by, each with how many there are."""
        return columns_count.choices(self.columns)

    def tally(self) -> dict[tuple[str, str, str], int]:
        """How many incidents bear a label, by agreement, term and label."""
        return columns_count.tally(self.columns)

    def per_day(self, where: Where, by: By, days: columns_count.Days = (None, None)) -> PerDay:
        """Events by the day on which they began, those alone that began on some days."""
        return columns_count.per_day(
            self.columns, where, by, days,
            roots=lambda: self.told.rooted(self.columns, self.kept), names_of_roots=self.told.roots,
        )  # fmt: skip

    def gathered(self, where: Where, families: Sequence[str]) -> list[Gathered]:
        """How many events of some families of types lie at each place."""
        names, there = self.columns.names, self.columns.incidents
        fits = names.types.those(lambda code: code.partition(".")[0] in families)
        asked = self.columns.chosen(where) & (there.kind == names.kinds.get("event", NONE)) & fits[there.type]
        events = np.bincount(self.spots()[: len(asked)][asked], minlength=1)
        return [Gathered(_place(self.told.spots[at]), int(events[at])) for at in np.flatnonzero(events).tolist()]

    def spots(self) -> Numbers:
        """By slot of the columns: the number of its spot among those of `told`."""
        return self.told.spot(self.columns, self.kept)


def _place(spot: Spot) -> Place:
    return Place(text="", name=spot.name, id=spot.place, lat=spot.lat, lon=spot.lon, radius_km=spot.radius_km)


@dataclass
class Overviews:
    """The overviews of the last states. Each follows from the one before by what the changes between them brought."""

    _known: OrderedDict[tuple[int, str], Overview] = field(default_factory=OrderedDict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def of(self, kept: Held) -> Overview:
        """The overview after a change; who asks meanwhile waits and does not read too."""
        with self._turn:
            key = (kept.n, kept.hash)
            found = self._known.get(key)
            if found is None:
                found = self._known[key] = self._made(kept)
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
            return found

    def _made(self, kept: Held) -> Overview:
        before = next(reversed(self._known.values()), None)
        if before is None or before.kept.n > kept.n:
            return Overview(kept, loaded(kept), Told())
        columns = advanced(before.columns, kept)
        return Overview(kept, columns, before.told if columns.names is before.columns.names else Told())
