"""store: where the reports come from: each source with how much it gave, from when to when and in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from trucewatch.store import tables
from trucewatch.store.asked import at
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Source:
    """A source by the name that its reports bear; None where they bear none.

    `first` and `last` are when its first and last report were published, no finer than they say.
    """

    name: str | None
    reports: int
    claims: int
    languages: tuple[str, ...]
    first: str | None
    last: str | None


def sources(kept: Held) -> tuple[Source, ...]:
    """All sources, those of most reports first."""
    table, claims = tables.reports, tables.claims
    told = select(table.c.source, func.count(), func.group_concat(table.c.language.distinct())).group_by(table.c.source)
    joined = claims.join(table, table.c.id == claims.c.report)
    counted = select(table.c.source, func.count()).select_from(joined).where(at(table, kept.n))
    found = dict(map(tuple, kept.ask(counted.group_by(table.c.source), claims)))
    first, last = (_published(kept, edge) for edge in (func.min, func.max))
    made = [
        Source(name, int(n), int(found.get(name, 0)), tuple(sorted((spoken or "").split(","))), first[name], last[name])
        for name, n, spoken in kept.ask(told, table)
    ]
    return tuple(sorted(made, key=lambda one: (-one.reports, one.name is None, one.name or "")))


def _published(kept: Held, edge: Any) -> dict[str | None, str | None]:
    """What the first or the last report of each source says of its date: SQLite gives the row of the one aggregate."""
    table = tables.reports
    asked = select(table.c.source, edge(table.c.published_from), func.json_extract(table.c.row, "$.published"))
    return {name: told for name, _, told in kept.ask(asked.group_by(table.c.source), table)}
