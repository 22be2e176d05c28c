"""store: the one condition that every question about the past begins with."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, or_


def at(table: Table, n: int) -> ColumnElement[bool]:
    """Rows that were known after change `n`.

    Most rows are; the sums keep SQLite from going through all of them by the index of one of these columns, which leads
    to the text of each, where another index answers the question.
    """
    return and_(table.c.known_from + 0 <= n, or_((table.c.known_to + 0).is_(None), table.c.known_to + 0 > n))
