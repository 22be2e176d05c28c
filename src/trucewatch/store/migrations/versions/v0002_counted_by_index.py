"""store: indexes that hold all that counts by kind, type, label and day ask for, so that no row's text is read."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the indexes."""
    known = ["known_from", "known_to"]
    op.create_index("incidents_by_kind", "incidents", ["kind", "start", "type", *known])
    op.create_index("incidents_by_type", "incidents", ["type", *known])
    op.create_index("findings_by_label", "findings", ["label", *known])
    op.create_index("findings_counted", "findings", ["agreement", "provision", "label", "incident", *known])
