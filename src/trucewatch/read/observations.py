"""read: a patrol's or monitor's table of observations; each row is a report whose text is the row as written."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import PurePath

from trucewatch.languages.fold import match_key
from trucewatch.model import Rejected, Report
from trucewatch.read.cells import instant_of, number_of
from trucewatch.read.table import Broken, Row, table_rows
from trucewatch.read.text import Given, content_id, read_text, sha256_of
from trucewatch.read.words import read_data

_REMEDY = "An observations table needs the columns time, observed, and place (or lat and lon)."
_ROW_REMEDY = "Correct the row; the others were read."
_LIMITS = {"lat": 90.0, "lon": 180.0}


@functools.cache
def _aliases() -> dict[str, str]:
    """Our column by every header that is taken for it."""
    columns = read_data("observations.yaml")["columns"]
    return {match_key(name): column for column, names in columns.items() for name in names}


@functools.cache
def _ways() -> dict[str, str]:
    ways = read_data("observations.yaml")["how"]
    return {match_key(word): way for way, words in ways.items() for word in words}


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Position of each of our columns in a header; the first header that fits stands."""
    found: dict[str, int] = {}
    for index, name in enumerate(header):
        column = _aliases().get(match_key(name))
        if column is not None:
            found.setdefault(column, index)
    return found


def _missing(columns: dict[str, int]) -> list[str]:
    missing = [name for name in ("time", "observed") if name not in columns]
    placed = "place" in columns or {"lat", "lon"} <= columns.keys()
    return missing if placed else [*missing[:1], "place", *missing[1:]]


def looks_like_observations(text: str) -> bool:
    """Is the first line a header with all the columns that are needed?"""
    first = next((line for line in text[:20_000].splitlines() if line.strip()), "")
    header = next(table_rows(first), None)
    return isinstance(header, Row) and not _missing(columns_of(header.cells))


def read_observations(text: str, name: str, text_column: str | None = None) -> Iterator[Report | Rejected]:
    """A report for each row; a row that cannot be used is Rejected with its line, and the rest goes on.

    With `text_column`, that column is prose: each row is a report with that text, and its other cells are in `meta`.
    """
    rows = table_rows(text)
    header = next(rows, None)
    if not isinstance(header, Row):
        yield Rejected(name, "the table has no header", _REMEDY, line=1)
        return
    if text_column is not None:
        yield from _prose(header, rows, name, text_column)
        return
    columns = columns_of(header.cells)
    missing = _missing(columns)
    if missing:
        problem = f"column `{missing[0]}` is missing; found: {', '.join(header.cells)[:500]}"
        yield Rejected(
            name, problem, f"{_REMEDY} For a column of prose, say which with --text-column.", line=header.line
        )
        return
    for row in rows:
        yield _observation(row, columns, len(header.cells), name)


def _refused(row: Row | Broken, problem: str, name: str) -> Rejected:
    return Rejected(name, problem, _ROW_REMEDY, sha256_of(row.raw), row.line)


def _observation(row: Row | Broken, columns: dict[str, int], width: int, name: str) -> Report | Rejected:
    if isinstance(row, Broken):
        return _refused(row, row.problem, name)
    if len(row.cells) > width:
        return _refused(row, f"the row has {len(row.cells)} cells and the header {width}", name)
    cells = {column: row.cells[at] for column, at in columns.items() if at < len(row.cells) and row.cells[at]}
    problem = _problem(cells)
    if problem:
        return _refused(row, problem, name)
    return _report(row, _canonical(cells), name)


def _problem(cells: dict[str, str]) -> str | None:
    """Why a row cannot be used; None when it can."""
    for column in ("time", "observed"):
        if column not in cells:
            return f"`{column}` is empty"
    if "place" not in cells and not {"lat", "lon"} <= cells.keys():
        return "`place` is empty, and there are no coordinates"
    for column in ("time", "published"):
        if column in cells and instant_of(cells[column]) is None:
            return f"`{column}` is {cells[column]!r}, which is not a date that exists"
    for column, limit in _LIMITS.items():
        if column in cells:
            value = number_of(cells[column])
            if value is None or abs(value) > limit:
                return f"`{column}` is {cells[column]!r}, which is not between -{limit:.0f} and {limit:.0f}"
    if ("lat" in cells) != ("lon" in cells):
        return "`lat` and `lon` must stand together"
    return None


def _canonical(cells: dict[str, str]) -> dict[str, str]:
    """The cells as written, but times in ISO 8601, coordinates with a point, `how` as one of our words."""
    found = dict(cells)
    for column in ("time", "published"):
        if column in cells:
            found[column] = instant_of(cells[column]) or cells[column]
    for column in _LIMITS:
        if column in cells:
            found[column] = cells[column].replace(",", ".")
    if "how" in cells:
        found["how"] = next((_ways()[w] for w in match_key(cells["how"]).split() if w in _ways()), cells["how"])
    return found


def _report(row: Row, cells: dict[str, str], name: str) -> Report:
    given_id = cells.get("id")
    stem = PurePath(name).stem if name != "-" else "standard input"
    key = f"{stem}\n{row.line}\n{row.raw}"
    published = cells.get("published") or cells["time"]
    return Report(
        id=_id_of(given_id, stem) if given_id else content_id(key),
        text=row.raw,
        source=cells.get("reported_by") or stem,
        published=published,
        published_basis="metadata" if "published" in cells else "stated",
        sha256=sha256_of(row.raw),
        media_type="text/csv",
        meta={"origin": name, "line": row.line, "observation": cells},
    )


def _id_of(given: str, stem: str) -> str:
    """The row's own id; a bare number is told apart by its file."""
    return f"{stem}-{given}" if re.fullmatch(r"\d+", given) else given


def _prose(header: Row, rows: Iterator[Row | Broken], name: str, text_column: str) -> Iterator[Report | Rejected]:
    names = [match_key(cell) for cell in header.cells]
    if match_key(text_column) not in names:
        problem = f"column `{text_column}` is missing; found: {', '.join(header.cells)[:500]}"
        yield Rejected(name, problem, "Name the column that holds the text.", line=header.line)
        return
    at = names.index(match_key(text_column))
    for row in rows:
        if isinstance(row, Broken):
            yield _refused(row, row.problem, name)
        elif at >= len(row.cells) or not row.cells[at]:
            yield _refused(row, f"`{text_column}` is empty", name)
        else:
            yield _prose_report(header, row, at, name)


def _prose_report(header: Row, row: Row, at: int, name: str) -> Report:
    cells = {
        head: cell for i, (head, cell) in enumerate(zip(header.cells, row.cells, strict=False)) if i != at and cell
    }
    ours = {_aliases().get(match_key(head), match_key(head)): cell for head, cell in cells.items()}
    when = ours.get("published") or ours.get("time")
    value = instant_of(when) if when else None
    given = Given(
        id=ours.get("id"), title=ours.get("title"), language=ours.get("language"), url=ours.get("url"),
        source=ours.get("source") or ours.get("reported_by"), published=value or when,
        sha256=sha256_of(row.raw), media_type="text/csv", meta={"line": row.line, "cells": cells},
    )  # fmt: skip
    return read_text(row.cells[at], name=name, given=given)
