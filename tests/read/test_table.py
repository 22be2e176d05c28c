"""Rows of tables, as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.read.table import Broken, Row, delimiter_of, table_rows


@pytest.mark.parametrize(
    ("line", "mark"), [("a,b", ","), ("a;b;c", ";"), ("a\tb", "\t"), ('"a,b";c', ";"), ("alone", ",")]
)
def test_the_delimiter_parts_the_header(line: str, mark: str) -> None:
    assert delimiter_of(line) == mark


def test_a_quoted_cell_may_run_over_lines() -> None:
    rows = list(table_rows('a,b\n"one\ntwo",3\n\nlast,4\n'))
    assert rows[1:] == [Row(2, '"one\ntwo",3', ("one\ntwo", "3")), Row(5, "last,4", ("last", "4"))]


def test_an_open_quotation_mark_costs_one_line() -> None:
    rows = list(table_rows('a,b\n"open,1\n' + "fine,2\n" * 60))
    assert isinstance(rows[1], Broken)
    assert [row.line for row in rows if isinstance(row, Row)] == [1, *range(3, 63)]


@given(
    st.lists(
        st.lists(st.text(alphabet='ab ",;', min_size=1, max_size=5), min_size=2, max_size=2), min_size=1, max_size=6
    )
)
def test_each_row_is_text_of_the_table(cells: list[list[str]]) -> None:
    text = "x,y\n" + "\n".join(",".join(row) for row in cells)
    for row in table_rows(text):
        assert row.raw in text
        assert text.split("\n")[row.line - 1].startswith(row.raw.split("\n")[0])
