"""store: where and when incidents lie, a few columns of each, for a map that holds as many as a store has."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func

from trucewatch.store import tables
from trucewatch.store.ask import EVERYTHING, Where, paged
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Spot:
    """An incident as a map needs it. A place that was not resolved has no point.

    Times are those that were told, on the clock of the place.
    """

    id: str
    type: str
    start: str | None
    end: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    place: str | None
    """The place's id in the gazetteer."""
    name: str | None


def spots(kept: Held, where: Where = EVERYTHING, *, most: int) -> list[Spot]:
    """The incidents that were asked for, by time, at most so many."""
    table = tables.incidents
    inner = [func.json_extract(table.c.row, f"$.place.{name}") for name in ("radius_km", "id", "name")]
    told = (table.c.id, table.c.type, table.c.start, table.c.end, table.c.lat, table.c.lon, *inner)
    return [Spot(*row) for row in kept.ask(paged(kept, where).with_only_columns(*told).limit(most), table)]
