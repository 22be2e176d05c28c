"""store: the one condition that every question about the past begins with."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, or_


def at(table: Table, n: int) -> ColumnElement[bool]:
    """Rows that were known after change `n`."""
    return and_(table.c.known_from <= n, or_(table.c.known_to.is_(None), table.c.known_to > n))
