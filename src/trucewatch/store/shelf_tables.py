"""store: the tables of the shelf: what stands, laid out so that new claims join it; see `store.shelf`.

They are no part of what is known and stand in no hash of the log: they may be emptied, and are made anew.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, Integer, LargeBinary, Table, Text

from trucewatch.store.tables import metadata


def _narrow(table: str, **columns: Any) -> Table:
    """A table that is nothing but its key."""
    made = [Column(column, kind, primary_key=True, autoincrement=False) for column, kind in columns.items()]
    return Table(table, metadata, *made, sqlite_with_rowid=False)


join_claims = Table(
    "join_claims",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("start", Float, nullable=False),
    Column("day", Integer, index=True),
    Column("village", Text, index=True),
    Column("root", Text, nullable=False),
    Column("keys", LargeBinary, nullable=False),
)
"""Each claim: when it begins, the day and village of its act, its root in short, and its blocks as numbers."""
join_blocks = _narrow("join_blocks", key=Integer, start=Float, claim=Text)
"""The members of each block, in the order in which a crowded one is swept."""
join_reports = Table(
    "join_reports",
    metadata,
    Column("report", Text, primary_key=True),
    Column("names", Text, nullable=False),
    Column("script", Integer, nullable=False),
    Column("fortnight", Integer),
)
join_holders = _narrow("join_holders", name=Text, fortnight=Integer, report=Text)
join_names = Table(
    "join_names", metadata, Column("name", Text, primary_key=True), Column("count", Integer, nullable=False)
)
"""How many reports hold each name."""
join_edges = Table(
    "join_edges",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("firm", Integer, nullable=False),
    Column("why", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Pairs of claims that may be about one thing."""
join_quiet = _narrow("join_quiet", kind=Text, name=Text)
join_state = Table("join_state", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

SHELF = (join_claims, join_blocks, join_reports, join_holders, join_names, join_edges, join_quiet, join_state)
