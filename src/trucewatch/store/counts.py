"""store: counts of events by day, in all and by type, province, zone or root; and what others counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from sqlalchemy import select

from trucewatch.model import Claim
from trucewatch.publish.charts.events import By
from trucewatch.store import rows, tables
from trucewatch.store.held import Held

WAYS: tuple[str, ...] = get_args(By)
LEVELS = {"place": "province", "zone": "zone"}


@dataclass(frozen=True, slots=True)
class PerDay:
    """Counts by day (ISO 8601), and by day and key. An event with several keys counts under each."""

    all: dict[str, int]
    keyed: dict[tuple[str, str], int]
    undated: int = 0
    """Events of which no first day is known."""


def bulletin_claims(kept: Held) -> tuple[Claim, ...]:
    """The claims in which somebody is named as having counted, as the reports made them."""
    table = tables.claims
    asked = select(table.c.row).where(table.c.row.contains('"counted_by"')).order_by(table.c.report, table.c.position)
    return tuple(rows.thing(Claim, row) for (row,) in kept.ask(asked, table))
