"""store: indexes that hold all that lists and pages ask for before they read a row: conditions, findings, links."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "DROP INDEX incidents_in_time",
    "CREATE INDEX incidents_in_time ON incidents "
    '(start IS NULL, start, id, kind, type, disputed, "end", known_from, known_to)',
    "DROP INDEX findings_by_label",
    "CREATE INDEX findings_by_label ON findings (label, incident, known_from, known_to)",
    "DROP INDEX ix_findings_incident",
    "CREATE INDEX findings_on_incidents ON findings (incident, agreement, provision, label, known_from, known_to)",
    "CREATE INDEX findings_supporting ON findings (agreement, provision) "
    """WHERE instr("row", '"supports":["') > 0""",
    "DROP INDEX ix_incident_places_place",
    "CREATE INDEX incidents_at_places ON incident_places (place, incident)",
    "DROP INDEX ix_incident_actors_actor",
    "CREATE INDEX incidents_of_actors ON incident_actors (actor, incident)",
)


def upgrade() -> None:
    """Put the wider indexes in the place of the narrow ones."""
    for statement in STATEMENTS:
        op.execute(statement)
