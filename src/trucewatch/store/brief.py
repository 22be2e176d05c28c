"""store: what a line of a list needs to know of findings and reports, without their texts: cheap for many at once."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import func, select

from trucewatch.model import Finding, Report
from trucewatch.store import rows, tables
from trucewatch.store.ask import of_ids
from trucewatch.store.held import Held, by_term


def findings_on(kept: Held, incidents: Sequence[str]) -> tuple[Finding, ...]:
    """The findings on incidents with their labels and kinds, and the claims they name; without reasons and hashes."""
    table = tables.findings
    asked = select(
        table.c.id, table.c.agreement, table.c.provision, table.c.label, table.c.incident,
        func.json_extract(table.c.row, "$.kind"), func.json_extract(table.c.row, "$.supports"),
    )  # fmt: skip
    return tuple(
        Finding(
            id=id_, agreement=agreement, agreement_hash="", profile_hash="", provision=provision, kind=kind,
            label=label, incident=incident, supports=tuple(json.loads(supports)) if supports else (),
        )
        for id_, agreement, provision, label, incident, kind, supports in kept.ask(
            asked.where(table.c.incident.in_(incidents)).order_by(*by_term()), table
        )
    )  # fmt: skip


def reports(kept: Held, ids: Sequence[str]) -> tuple[Report, ...]:
    """Reports by their ids, in the order in which they came, without their texts and what stands only there."""
    table = tables.reports
    bare = func.json_set(func.json_remove(table.c.row, "$.furniture", "$.meta"), "$.text", "")
    return tuple(rows.thing(Report, row) for (row,) in kept.ask(of_ids(select(bare), ids), table))
