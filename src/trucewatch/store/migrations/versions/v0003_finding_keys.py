"""store: what each standing finding rests on, so that unchanged ones need not be worked out again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table, empty: the next change fills it."""
    op.create_table(
        "finding_keys",
        sa.Column("finding", sa.Integer, sa.ForeignKey("findings.pk"), primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
    )
