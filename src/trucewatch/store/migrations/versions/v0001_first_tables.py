"""store: the first tables, their indexes, the index of words, and the triggers that let rows be appended only."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything anew."""
    script = Path(__file__).with_name("0001_first_tables.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--\n"):
        op.execute(statement)
