"""store: reports by the order in which they came, so that their pages are read and not sorted."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_reports_position", "reports", ["position"])
