"""publish: the documents a record can be written as. To add one: a function in a file of its own, a line here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from trucewatch.errors import SettingsError
from trucewatch.model import Record
from trucewatch.publish.ledger_table import ledger_csv
from trucewatch.publish.points import geojson
from trucewatch.publish.report import html
from trucewatch.publish.table import csv


@dataclass(frozen=True, slots=True)
class Format:
    """A document: the file it is written to and the function `(record, language, unmask)` that makes its text."""

    file: str
    render: Callable[[Record, str, bool], str]


def _geojson(record: Record, _: str, unmask: bool) -> str:
    return json.dumps(geojson(record, unmask=unmask), ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Format] = {
    "html": Format("report.html", lambda record, language, unmask: html(record, language=language, unmask=unmask)),
    "csv": Format("incidents.csv", lambda record, _, unmask: csv(record, unmask=unmask)),
    "ledger": Format("ledger.csv", lambda record, _, unmask: ledger_csv(record, unmask=unmask)),
    "geojson": Format("incidents.geojson", _geojson),
}


def write(
    record: Record, directory: Path, formats: Iterable[str], *, language: str = "en", unmask: bool = False
) -> list[Path]:
    """Write a record into a directory, one UTF-8 file a format; SettingsError for an unknown format."""
    chosen = list(formats)
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown:
        raise SettingsError(f"There is no format {unknown[0]!r}. Choose among: {', '.join(FORMATS)}.")
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in chosen:
        path = directory / FORMATS[name].file
        path.write_bytes(FORMATS[name].render(record, language, unmask).encode("utf-8", "replace"))
        paths.append(path)
    return paths
