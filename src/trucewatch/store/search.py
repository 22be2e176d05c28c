"""store: whole texts found by their words, whatever letters, accents and signs they were written with."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import text

from trucewatch.languages.fold import match_key
from trucewatch.model import Report
from trucewatch.store.store import Change


def keep(change: Change, reports: Iterable[Report], *, start: int) -> None:
    """Index new reports by their words; `start` is how many are held already."""
    given = [
        {"row": position, "words": match_key(f"{report.title or ''}\n{report.text}"), "bare": ""}
        for position, report in enumerate(reports, start)
    ]
    if given:
        change.connection.execute(text("INSERT INTO search (rowid, words, bare) VALUES (:row, :words, :bare)"), given)
