"""store: the tables. What is known is appended: `known_from` and `known_to` are numbers of entries in the log.

A row is known at entry n when `known_from <= n` and `known_to` is absent or greater than n. Nothing else of a row ever
changes; triggers of the first migration see to it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, text

metadata = MetaData()


def _kept(name: str, *columns: Column[Any]) -> Table:
    """A table of rows that are appended and closed, and never changed."""
    return Table(
        name,
        metadata,
        Column("pk", Integer, primary_key=True),
        Column("known_from", Integer, _entry(), nullable=False, index=True),
        Column("known_to", Integer, _entry(), index=True),
        *columns,
        sqlite_autoincrement=True,
    )


def _entry() -> ForeignKey:
    """Checked at the end of a change: its entry in the log is written last."""
    return ForeignKey("log.n", deferrable=True, initially="DEFERRED")


def _known(table: Table) -> tuple[Column[Any], Column[Any]]:
    """The two columns by which a row is known, for indexes that a count is answered from alone."""
    return table.c.known_from, table.c.known_to


def _text(name: str, *, index: bool = False, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable, index=index)


def _number(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=nullable)


log = Table(
    "log",
    metadata,
    Column("n", Integer, primary_key=True),
    _text("at"),
    _text("what"),
    _text("who", nullable=True),
    _text("details"),
    _text("rows"),
    _text("previous"),
    _text("hash"),
)
"""Every change of the store, each entry carrying the hash of the one before and of the rows that it brought."""

originals = _kept("originals", _text("sha256", index=True), _number("size"))
files = _kept("files", _text("kind"), _text("name"), _number("position"), _text("sha256"), _text("content"))
"""The agreements, places, actors and standard of proof that the store was given, as they were given."""

reports = _kept(
    "reports",
    _text("id", index=True),
    Column("position", Integer, nullable=False, index=True),
    _text("sha256", nullable=True, index=True),
    _text("language", nullable=True),
    _text("source", nullable=True),
    _text("published_from", nullable=True, index=True),
    _text("published_to", nullable=True),
    _text("row"),
    _text("undated", nullable=True),
)
"""`row` is the report; `undated` what it said of its date before the other reports helped to date it."""

claims = _kept(
    "claims", _text("id", index=True), _text("report", index=True), _number("position"), _text("type"), _text("row")
)
incidents = _kept(
    "incidents",
    _text("id", index=True),
    _text("sort_key"),
    _text("kind"),
    _text("type"),
    _text("start", nullable=True),
    _text("end", nullable=True),
    Column("lat", Float),
    Column("lon", Float),
    _text("occurrence"),
    _number("disputed"),
    _text("row"),
)
findings = _kept(
    "findings",
    _text("id", index=True),
    _text("agreement"),
    _text("provision"),
    _number("agreement_position"),
    _number("provision_position"),
    _text("incident", nullable=True),
    _number("ordinal"),
    _text("label"),
    _text("row"),
)
"""`row` holds the finding without `as_of`, which stands in the log: else a new day would make every row anew."""

rejected = _kept(
    "rejected",
    _text("report", nullable=True, index=True),
    _text("sha256", nullable=True),
    _text("row"),
)
judgements = _kept(
    "judgements",
    _text("id", index=True),
    _text("act", index=True),
    _text("verdict"),
    _text("row"),
)
"""One row for each judgement; `act` joins those that one decision made."""

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident", Integer, ForeignKey("incidents.pk"), primary_key=True),
    Column("claim", Text, primary_key=True, index=True),
)
incident_places = Table(
    "incident_places",
    metadata,
    Column("incident", Integer, ForeignKey("incidents.pk"), primary_key=True),
    Column("place", Text, primary_key=True),
)
"""The gazetteer ids of the incident's place and of what holds it."""
incident_actors = Table(
    "incident_actors",
    metadata,
    Column("incident", Integer, ForeignKey("incidents.pk"), primary_key=True),
    Column("actor", Text, primary_key=True),
)

finding_keys = Table(
    "finding_keys",
    metadata,
    Column("finding", Integer, ForeignKey("findings.pk"), primary_key=True),
    _text("key"),
)
"""What a standing finding rests on; see `store.remembered`. No part of what is known."""

SUPPORTING = text("""instr("row", '"supports":["') > 0""")
"""Of a finding's row: whether it names claims for its term being kept."""

Index(
    "incidents_in_time",
    incidents.c.start.is_(None),
    incidents.c.start,
    incidents.c.id,
    incidents.c.kind,
    incidents.c.type,
    incidents.c.disputed,
    incidents.c.end,
    *_known(incidents),
)
Index("findings_by_term", findings.c.agreement, findings.c.provision, findings.c.label)
Index("incidents_by_kind", incidents.c.kind, incidents.c.start, incidents.c.type, *_known(incidents))
Index("incidents_by_type", incidents.c.type, *_known(incidents))
Index("findings_by_label", findings.c.label, findings.c.incident, *_known(findings))
Index(
    "findings_on_incidents",
    findings.c.incident,
    findings.c.agreement,
    findings.c.provision,
    findings.c.label,
    *_known(findings),
)
Index("findings_supporting", findings.c.agreement, findings.c.provision, sqlite_where=SUPPORTING)
Index("incidents_at_places", incident_places.c.place, incident_places.c.incident)
Index("incidents_of_actors", incident_actors.c.actor, incident_actors.c.incident)
Index(
    "findings_counted",
    findings.c.agreement,
    findings.c.provision,
    findings.c.label,
    findings.c.incident,
    *_known(findings),
)
Index("claims_in_order", claims.c.report, claims.c.position)
Index("one_standing_incident", incidents.c.id, unique=True, sqlite_where=text("known_to IS NULL"))
Index("one_standing_claim", claims.c.id, unique=True, sqlite_where=text("known_to IS NULL"))
Index("one_standing_report", reports.c.id, unique=True, sqlite_where=text("known_to IS NULL"))

KEPT: tuple[Table, ...] = (originals, files, reports, claims, incidents, findings, rejected, judgements)
"""The tables whose rows are appended, in the order in which the log's hashes go over them."""
