"""store: where the reports come from: each source with how much it gave, from when to when and in which languages."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from trucewatch.store import tables
from trucewatch.store.asked import at
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Source:
    """A source by the name that its reports bear; None where they bear none. `first` and `last` are instants."""

    name: str | None
    reports: int
    claims: int
    languages: tuple[str, ...]
    first: str | None
    last: str | None


def sources(kept: Held) -> tuple[Source, ...]:
    """All sources, those of most reports first."""
    table, claims = tables.reports, tables.claims
    told = select(
        table.c.source,
        func.count(),
        func.group_concat(table.c.language.distinct()),
        func.min(table.c.published_from),
        func.max(table.c.published_from),
    ).group_by(table.c.source)
    joined = claims.join(table, table.c.id == claims.c.report)
    counted = select(table.c.source, func.count()).select_from(joined).where(at(table, kept.n))
    found = dict(map(tuple, kept.ask(counted.group_by(table.c.source), claims)))
    made = [
        Source(name, int(n), int(found.get(name, 0)), tuple(sorted((spoken or "").split(","))), first, last)
        for name, n, spoken, first, last in kept.ask(told, table)
    ]
    return tuple(sorted(made, key=lambda one: (-one.reports, one.name is None, one.name or "")))
