"""store: the one condition that every question about the past begins with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_, select


def at(table: Table, n: int) -> ColumnElement[bool]:
    """Rows that were known after change `n`.

    Most rows are; the sums keep SQLite from going through all of them by the index of one of these columns, which leads
    to the text of each, where another index answers the question.
    """
    return and_(table.c.known_from + 0 <= n, or_((table.c.known_to + 0).is_(None), table.c.known_to + 0 > n))


def among(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column is one of many values, which are given as one: a list of each length would be a new question."""
    given = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(given.c.value))
