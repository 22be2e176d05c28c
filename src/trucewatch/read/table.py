"""read: the rows of a table with delimiters, each with its own line as written and its number."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LINES_IN_ROW = 50
"""A row that runs on longer has a quotation mark that is not closed."""
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its first line, its text as written without the line end, and its cells, stripped."""

    line: int
    raw: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be taken apart."""

    line: int
    raw: str
    problem: str


def delimiter_of(first_line: str) -> str:
    """The delimiter that parts the header into most cells; a comma when none does."""
    return max(DELIMITERS, key=lambda mark: (len(next(csv.reader([first_line], delimiter=mark), [])), mark == ","))


def table_rows(text: str) -> Iterator[Row | Broken]:
    """Every row that is not blank, the header first."""
    lines = text.split("\n")
    at = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    delimiter = delimiter_of(lines[at][:20_000]) if at < len(lines) else ","
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        row = _row_at(lines, at, delimiter)
        yield row
        at += max(1, row.raw.count("\n") + 1) if isinstance(row, Row) else 1


def _row_at(lines: list[str], at: int, delimiter: str) -> Row | Broken:
    window = [line + "\n" for line in itertools.islice(lines, at, at + MOST_LINES_IN_ROW)]
    reader = csv.reader(window, delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration) as error:
        return Broken(at + 1, lines[at], f"the row cannot be taken apart ({error})")
    raw = "\n".join(lines[at : at + reader.line_num]).strip("\r\n")
    return Row(at + 1, raw, tuple(cell.strip() for cell in cells))
