"""store: what is new since a change: reports that came in, incidents that were not there before, those that changed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, exists, func, select

from trucewatch.model import Incident
from trucewatch.store import rows, tables
from trucewatch.store.held import Held
from trucewatch.store.log import Entry


@dataclass(frozen=True, slots=True)
class News:
    """What stands now and did not stand after change `since`; `latest` are new events, the latest to be learned first.

    `changed` counts incidents that stood before in another form, so with more accounts, or corrected.
    """

    since: int
    reports: int
    incidents: int
    changed: int
    latest: tuple[Incident, ...]


def day_before(entries: tuple[Entry, ...]) -> int:
    """The last change before the day (in UTC) of the latest: what came after it is new since yesterday."""
    today = entries[-1].at[:10]
    return max((entry.n for entry in entries if entry.at[:10] < today), default=0)


def news(kept: Held, since: int, *, most: int = 8) -> News:
    """What is new since a change of the log."""
    incidents, reports = tables.incidents, tables.reports
    fresh, older = incidents.c.known_from > since, _stood_before(incidents, since)
    asked = select(incidents.c.row).where(fresh, ~older, incidents.c.kind == "event")
    latest = kept.ask(asked.order_by(incidents.c.pk.desc()).limit(most), incidents)
    return News(
        since=since,
        reports=_count(kept, reports, reports.c.known_from > since, ~_stood_before(reports, since)),
        incidents=_count(kept, incidents, fresh, ~older),
        changed=_count(kept, incidents, fresh, older),
        latest=tuple(rows.thing(Incident, row) for (row,) in latest),
    )


def _stood_before(table: Table, since: int) -> ColumnElement[bool]:
    """Whether something of the same id was known by then."""
    before = table.alias()
    return exists().where(before.c.id == table.c.id, before.c.known_from <= since)


def _count(kept: Held, table: Table, *conditions: ColumnElement[bool]) -> int:
    return int(kept.ask(select(func.count()).select_from(table).where(*conditions), table)[0][0])
