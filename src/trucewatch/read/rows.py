"""read: JSON Lines of reports. Only `text` is required; fields that are given are kept, the others are found."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

from trucewatch.model import Rejected, Report
from trucewatch.model.codec import from_row
from trucewatch.model.report import PublishedBasis
from trucewatch.read.calendar_days import checked
from trucewatch.read.text import Given, content_id, read_text, sha256_of

MOST_CHARACTERS = 8_000_000
"""Of one report; a longer one is refused, for no account of an event is that long."""
_HALF = re.compile("[\ud800-\udfff]")
_FIELDS = frozenset(field.name for field in dataclasses.fields(Report))
_WRITTEN = frozenset(("id", "text", "published_basis", "sha256", "media_type", "meta"))
"""What stands in every line that `read` writes; only what was not found is left out."""


def read_rows(text: str, name: str) -> Iterator[Report | Rejected]:
    """Reports of a JSON Lines text, or of one JSON object or list; a line that cannot be used is Rejected."""
    whole = _whole(text)
    if whole is not None:
        for number, row in enumerate(whole, 1):
            yield _row(row, name, number, json.dumps(row, ensure_ascii=True))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield read_line(line, name, number)


def _whole(text: str) -> list[Any] | None:
    """The rows of a text that is one JSON value over several lines; None when it is JSON Lines."""
    head = text.lstrip()[:1]
    first, _, rest = text.strip().partition("\n")
    if head == "{" and (not rest or first.rstrip().endswith("}")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else [value]


def read_line(line: str, name: str, number: int) -> Report | Rejected:
    """The report of one line of JSON Lines; Rejected with its number where it cannot be used."""
    if len(line) > MOST_CHARACTERS * 2:
        return _rejected(name, number, line, "the line is longer than any report can be", "Split it.")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _rejected(name, number, line, f"this line is not JSON ({error})", "Give one JSON object a line.")
    return _row(row, name, number, line)


def report_kept(line: str) -> Report | None:
    """The report of a line that `read` wrote, as it stands; None where the line tells less, more or other than that."""
    from pydantic import ValidationError

    try:
        row = json.loads(line)
        if _problem(row) or not row.keys() <= _FIELDS or not all(row.get(name) for name in _WRITTEN):
            return None
        kept: Report = from_row(Report, row)
    except (ValueError, RecursionError, ValidationError):
        return None
    dated = kept.published is None or checked(kept.published) is not None
    return kept if kept.id and dated and _furniture_fits(kept) else None


def _furniture_fits(report: Report) -> bool:
    return all(0 <= start <= end <= len(report.text) for start, end in report.furniture)


def _row(row: Any, name: str, number: int, line: str) -> Report | Rejected:
    from pydantic import ValidationError  # takes a while to load, and a plain text does without

    problem = _problem(row)
    if problem:
        return _rejected(name, number, line, problem, "See `trucewatch schema report`; only `text` is required.")
    fields = {key: value for key, value in row.items() if key in _FIELDS and value not in (None, "", [], {})}
    published = fields.get("published")
    if published is not None and checked(published) is None:
        fields.pop("published")
    fields.pop("published_basis", None)
    fields.setdefault("id", content_id(row["text"]))
    try:
        kept: Report = from_row(Report, fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "report"
        return _rejected(name, number, line, f"{where}: {first['msg']}", "See `trucewatch schema report`.")
    if not _furniture_fits(kept):
        return _rejected(
            name, number, line, "furniture: a span lies outside the text", "Spans are code points of `text`."
        )
    return read_text(kept.text, name=name, given=_given(kept, row, line))


def _problem(row: Any) -> str | None:
    if not isinstance(row, dict):
        return "this line is not a JSON object"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return "`text` is missing or empty"
    if len(text) > MOST_CHARACTERS:
        return f"`text` is longer than {MOST_CHARACTERS} characters"
    if _HALF.search(text):
        return "`text` holds half a character (a lone surrogate)"
    return None


def _given(kept: Report, row: dict[str, Any], line: str) -> Given:
    meta = dict(kept.meta)
    meta.update({key: value for key, value in row.items() if key not in _FIELDS})
    names = {field.name for field in dataclasses.fields(Given)} & _FIELDS
    fields = {name: getattr(kept, name) for name in names}
    basis = row.get("published_basis") if row.get("published_basis") in get_args(PublishedBasis) else None
    sha256 = kept.sha256 or sha256_of(line)
    return Given(
        **{**fields, "published": row.get("published"), "published_basis": basis, "sha256": sha256, "meta": meta}
    )


def _rejected(name: str, number: int, line: str, reason: str, remedy: str) -> Rejected:
    return Rejected(name, reason, remedy, sha256_of(line), number)
