"""store: what of an incident's row a map or a chart wants besides the columns: read once a row, when first asked."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from trucewatch.store import database
from trucewatch.store.columns import Columns, Names, Numbers, Pairs
from trucewatch.store.held import Held

_SPOTS = (
    "SELECT pk, lat, lon, json_extract(row, '$.place.radius_km'), json_extract(row, '$.place.id'), "
    "json_extract(row, '$.place.name') FROM incidents WHERE pk {}"
)
_ROOTS = (
    "SELECT pk, told.value FROM incidents, json_each(row, '$.roots') AS told WHERE told.value IS NOT NULL AND pk {}"
)
_FROM, _THESE = ">= :first", "IN (SELECT value FROM json_each(:these))"


class Spot(NamedTuple):
    """Where something lies. A place that was not resolved has no point."""

    lat: float | None
    lon: float | None
    radius_km: float | None
    place: str | None
    """The place's id in the gazetteer."""
    name: str | None


@dataclass
class Told:
    """Spots and roots by slot; a row never changes, so that what is new alone is read after a change."""

    spots: list[Spot] = field(default_factory=list)
    roots: Names = field(default_factory=Names)
    _spot: Numbers = field(default_factory=lambda: np.zeros(0, np.int32))
    _codes: dict[Spot, int] = field(default_factory=dict)
    _root: Pairs = field(default_factory=lambda: Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32)))
    _rooted: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def spot(self, columns: Columns, kept: Held) -> Numbers:
        """By slot: the number of its spot."""
        with self._turn:
            new = columns.incidents.pk[len(self._spot) :]
            if len(new):
                codes = np.zeros(len(new), np.int32)
                at = {pk: slot for slot, pk in enumerate(new.tolist())}
                for pk, *place in _asked(kept, _SPOTS, new.tolist()):
                    if pk in at:
                        codes[at[pk]] = self._code(Spot(*place))
                self._spot = np.concatenate([self._spot, codes])
            return self._spot

    def rooted(self, columns: Columns, kept: Held) -> Pairs:
        """Slots with the roots of what stands there."""
        with self._turn:
            new = columns.incidents.pk[self._rooted :].tolist()
            at = {pk: slot for slot, pk in enumerate(new, self._rooted)}
            found = [(at[pk], self.roots[root]) for pk, root in _asked(kept, _ROOTS, new) if pk in at] if new else []
            slot, code = (np.array(column, np.int32) for column in zip(*found, strict=True)) if found else _EMPTY
            self._root = Pairs(np.concatenate([self._root.slot, slot]), np.concatenate([self._root.code, code]))
            self._rooted = max(self._rooted, len(columns.incidents.pk))
            return self._root

    def _code(self, spot: Spot) -> int:
        code = self._codes.setdefault(spot, len(self.spots))
        if code == len(self.spots):
            self.spots.append(spot)
        return code


_EMPTY = (np.zeros(0, np.int32), np.zeros(0, np.int32))


def _asked(kept: Held, question: str, pks: list[int]) -> list[Any]:
    """A question of some rows, or of all from the first on where they are most of them."""
    with kept.connect() as connection:
        asking = database.raw(connection)
        if len(pks) > 1000:
            return asking.execute(question.format(_FROM), {"first": min(pks)}).fetchall()
        return asking.execute(question.format(_THESE), {"these": json.dumps(pks)}).fetchall()
