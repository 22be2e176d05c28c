"""store: everything a store held after one change, as things of the model, in the order in which a run gives them."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from trucewatch.model import Claim, Finding, Incident, Rejected, Report
from trucewatch.resolve import Judgement
from trucewatch.store import rows, tables
from trucewatch.store.asked import at
from trucewatch.store.database import raw
from trucewatch.store.store import Change, Store


@dataclass(frozen=True)
class Held:
    """What a store held after change `n`. The same `n` gives the same answers, whatever is added later."""

    n: int
    connect: Callable[[], AbstractContextManager[Connection]]
    hash: str = ""
    """The hash of that change in the log; none in the middle of a change."""

    def reports(self) -> tuple[Report, ...]:
        """All reports, in the order in which they came."""
        table = tables.reports
        return tuple(
            rows.thing(Report, row) for (row,) in self.ask(select(table.c.row).order_by(table.c.position), table)
        )

    def both_reports(self) -> tuple[tuple[Report, Report], ...]:
        """All reports, each as it stands and as it was before others helped to date it; mostly one and the same."""
        table = tables.reports
        asked = select(table.c.row, table.c.undated).order_by(table.c.position)
        found = ((rows.thing(Report, row), row, own) for row, own in self.ask(asked, table))
        return tuple((report, report if own is None else rows.undated(row, own)) for report, row, own in found)

    def undated_reports(self) -> tuple[Report, ...]:
        """The same reports as they were before they helped to date each other."""
        table = tables.reports
        asked = select(table.c.row, table.c.undated).order_by(table.c.position)
        return tuple(rows.undated(row, own) for row, own in self.ask(asked, table))

    def claims(self) -> tuple[Claim, ...]:
        """All claims as the reports made them, in the order of the reports. No corrections are laid over them."""
        claims, reports = tables.claims, tables.reports
        joined = claims.join(reports, reports.c.id == claims.c.report)
        asked = select(claims.c.row).select_from(joined).where(at(reports, self.n))
        found = self.ask(asked.order_by(reports.c.position, claims.c.position), claims)
        return tuple(rows.thing(Claim, row) for (row,) in found)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents that stood, earliest first."""
        table = tables.incidents
        return tuple(rows.thing(Incident, row) for (row,) in self.ask(select(table.c.row).order_by(*in_order()), table))

    def findings(self) -> tuple[Finding, ...]:
        """All findings that stood, by agreement and term."""
        table = tables.findings
        return tuple(
            rows.finding(row, self.as_of) for (row,) in self.ask(select(table.c.row).order_by(*by_term()), table)
        )

    def rejected(self) -> tuple[Rejected, ...]:
        """What could not be used: sources first, then reports in which no claims could be looked for."""
        table, reports = tables.rejected, tables.reports
        sources = self.ask(select(table.c.row).where(table.c.report.is_(None)).order_by(table.c.pk), table)
        joined = table.join(reports, reports.c.id == table.c.report)
        asked = select(table.c.row).select_from(joined).where(at(reports, self.n)).order_by(reports.c.position)
        return tuple(rows.thing(Rejected, row) for (row,) in (*sources, *self.ask(asked, table)))

    def judgements(self) -> tuple[Judgement, ...]:
        """What people had decided and not undone, oldest first."""
        table = tables.judgements
        asked = select(table.c.row).where(table.c.verdict != "undo").order_by(table.c.pk)
        return tuple(rows.thing(Judgement, row) for (row,) in self.ask(asked, table))

    @cached_property
    def as_of(self) -> dict[str, str | None]:
        """The instants of which the standing findings are a function."""
        with self.connect() as connection:
            told = select(tables.log.c.details).where(tables.log.c.n <= self.n).order_by(tables.log.c.n.desc())
            for (details,) in connection.execute(told):
                given = json.loads(details).get("as_of")
                if given is not None:
                    return {name: given[name] for name in ("valid", "known") if name in given}
        return {}

    def ask(self, asked: Select[Any], table: Table) -> list[Any]:
        """The answers to a question about the rows of a table that were known after change `n`."""
        with self.connect() as connection:
            return list(connection.execute(asked.where(at(table, self.n))))


def in_order() -> tuple[Any, Any]:
    """The order of incidents: the earliest claim, by its report's publication and its id."""
    return tables.incidents.c.sort_key, tables.incidents.c.id


def by_term() -> tuple[Any, ...]:
    """The order of findings: agreement, term, incident, and the term as a whole last."""
    table = tables.findings
    return (
        table.c.agreement_position,
        table.c.provision_position,
        table.c.incident.is_(None),
        table.c.incident,
        table.c.ordinal,
    )


def held(store: Store, when: int | str | None = None) -> Held:
    """What a store held after a change: by its number, by an instant, or now."""
    entry = store.at(when)
    return Held(entry.n, store.reading, entry.hash)


def held_now(store: Store) -> Held:
    """What a store holds now, asked in the shortest way."""
    with store.reading() as connection:
        found = raw(connection).execute("SELECT n, hash FROM log ORDER BY n DESC LIMIT 1").fetchone()
    return held(store) if found is None else Held(found[0], store.reading, found[1])


def held_in(change: Change) -> Held:
    """What a store holds in the middle of a change, as that change sees it."""
    return Held(change.n, lambda: nullcontext(change.connection))
