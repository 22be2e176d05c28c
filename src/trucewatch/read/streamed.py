"""read: lines that `read` itself wrote, one after another, so that memory does not grow with their number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from trucewatch.model import Rejected, Report
from trucewatch.read.rows import read_line, report_kept
from trucewatch.read.sources import MOST_BYTES

_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_MOST_IN_LINE = MOST_BYTES // 8


def written_by_read(source: str | Path) -> bool:
    """Whether a file's first line is a report that `read` has dated: its `published_basis` stands in it."""
    path = Path(source)
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            row = json.loads(stream.readline(_MOST_IN_LINE))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "published_basis" in row and "sha256" in row


def lines_read(sources: Iterable[str | Path]) -> Iterator[Report | Rejected]:
    """The reports of such files in their order. Dates stand as they were found: no report is dated by another again."""
    seen: set[str] = set()
    for source in sources:
        for item in _lines(Path(source)):
            if isinstance(item, Rejected):
                yield item
            elif item.id in seen:
                remedy = "Nothing is lost if it is the same report; else give each an id of its own."
                yield Rejected(str(source), f"the id {item.id} is taken", remedy, item.sha256)
            else:
                seen.add(item.id)
                yield item


def _lines(path: Path) -> Iterator[Report | Rejected]:
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _line(line, str(path), number)
    except OSError as error:
        yield Rejected(str(path), f"it could not be read ({error})", "Check the path and its permissions.")


def _line(line: bytes, name: str, number: int) -> Report | Rejected:
    """The report as it stands in the line; a line that somebody else wrote or changed is read anew."""
    try:
        told = line.decode("utf-8").rstrip("\r\n")
        return report_kept(told) or read_line(told, name, number)
    except UnicodeDecodeError:
        return Rejected(name, "this line is not UTF-8", "Let `trucewatch read` write the file again.", None, number)
