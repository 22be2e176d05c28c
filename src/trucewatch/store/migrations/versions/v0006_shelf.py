"""store: the shelf of what stands, by which new claims join it without everything being done again."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables, empty: the next change fills them."""
    op.create_table(
        "join_claims",
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("start", sa.Float, nullable=False),
        sa.Column("day", sa.Integer),
        sa.Column("village", sa.Text),
        sa.Column("root", sa.Text, nullable=False),
        sa.Column("keys", sa.LargeBinary, nullable=False),
    )
    for name in ("report", "day", "village"):
        op.create_index(f"ix_join_claims_{name}", "join_claims", [name])
    _narrow("join_blocks", key=sa.Integer, start=sa.Float, claim=sa.Text)
    op.create_table(
        "join_reports",
        sa.Column("report", sa.Text, primary_key=True),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("script", sa.Integer, nullable=False),
        sa.Column("fortnight", sa.Integer),
    )
    _narrow("join_holders", name=sa.Text, fortnight=sa.Integer, report=sa.Text)
    op.create_table(
        "join_names", sa.Column("name", sa.Text, primary_key=True), sa.Column("count", sa.Integer, nullable=False)
    )
    op.create_table(
        "join_edges",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("firm", sa.Integer, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_join_edges_other", "join_edges", ["other"])
    _narrow("join_quiet", kind=sa.Text, name=sa.Text)
    op.create_table(
        "join_state", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )


def _narrow(table: str, **columns: Any) -> None:
    """A table that is nothing but its key."""
    made = [sa.Column(name, kind, primary_key=True, autoincrement=False) for name, kind in columns.items()]
    op.create_table(table, *made, sqlite_with_rowid=False)
