"""store: what incidents can be asked by: the places, parties, types and labels that stand, with how many each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, select

from trucewatch.store import tables
from trucewatch.store.held import Held

Counted = tuple[tuple[str, int], ...]
MOST = 80


@dataclass(frozen=True, slots=True)
class Choices:
    """Values with the number of standing incidents that have them, the most frequent first."""

    types: Counted
    places: Counted
    parties: Counted
    kinds: Counted
    labels: Counted


def choices(kept: Held, *, most: int = MOST) -> Choices:
    """What there is to choose from, at most `most` of each."""
    incidents, findings = tables.incidents, tables.findings
    types = _grouped(kept, incidents, incidents.c.type)
    return Choices(
        types=ordered(types, most),
        places=_linked(kept, tables.incident_places, tables.incident_places.c.place, most),
        parties=_linked(kept, tables.incident_actors, tables.incident_actors.c.actor, most),
        kinds=ordered(_grouped(kept, incidents, incidents.c.kind), most),
        labels=ordered(_grouped(kept, findings, findings.c.label), most),
    )


def _grouped(kept: Held, table: Table, column: Any) -> Iterable[tuple[str, int]]:
    return [(str(value), int(n)) for value, n in kept.ask(select(column, func.count()).group_by(column), table)]


def _linked(kept: Held, links: Table, column: Any, most: int) -> Counted:
    table = tables.incidents
    asked = select(column, func.count()).select_from(links.join(table, table.c.pk == links.c.incident))
    return ordered(((str(v), int(n)) for v, n in kept.ask(asked.group_by(column), table)), most)


def ordered(counted: Iterable[tuple[str, int]], most: int) -> Counted:
    """The most frequent first, at most so many."""
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:most])
