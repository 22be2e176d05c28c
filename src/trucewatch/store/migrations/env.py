"""store: what Alembic runs; the connection is handed over by `store.database`."""

from __future__ import annotations

from alembic import context

from trucewatch.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
