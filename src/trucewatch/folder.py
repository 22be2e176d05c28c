"""folder: a run's results as files, and back. The same input gives the same bytes: no file holds the time of day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import publish, texts
from trucewatch.errors import InputError
from trucewatch.model import (
    Claim,
    CoverageRow,
    Finding,
    Incident,
    Lineage,
    Record,
    Rejected,
    Report,
    ReportedTerm,
    RunInfo,
)
from trucewatch.model.codec import dump_lines, from_row, load_lines, to_row

T = TypeVar("T")
FILES: dict[str, type[Any]] = {
    "reports": Report,
    "claims": Claim,
    "incidents": Incident,
    "findings": Finding,
    "rejected": Rejected,
    "coverage": CoverageRow,
    "lineage": Lineage,
    "terms": ReportedTerm,
}
"""The JSON Lines files of a run and what a line of each is."""
FORMATS = tuple(publish.FORMATS)


def save(record: Record, directory: Path, formats: Sequence[str] = FORMATS, *, unmask: bool = False) -> None:
    """Write the record's lines, `run.json` and the documents into a directory, which is made where it is missing.

    `unmask` shows private persons' names in the documents; the lines always hold the words of the reports.
    """
    directory.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        with (directory / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
            dump_lines(getattr(record, name), stream)
    about = json.dumps(to_row(record.run), ensure_ascii=False, indent=2)
    (directory / "run.json").write_text(about + "\n", encoding="utf-8", newline="\n")
    texts.keep(record.run, directory)
    publish.write(record, directory, formats, unmask=unmask)


def load(directory: Path) -> Record:
    """Read back what `save` wrote, with the texts that the run was made under, known by their hashes."""
    about = directory / "run.json"
    if not about.is_file():
        raise InputError(str(directory), None, "there is no run.json in it.", "Name a folder that `run --out` wrote.")
    try:
        run = from_row(RunInfo, json.loads(about.read_text(encoding="utf-8")))
    except ValueError as error:
        what = str(error).partition("\n")[0]
        raise InputError(str(about), 1, f"this is not a run ({what}).", "Run again into a fresh folder.") from error
    rows = {name: tuple(lines(cls, directory / f"{name}.jsonl")) for name, cls in FILES.items()}
    return Record(**rows, agreements=texts.of(run, directory), run=run)


def lines(cls: type[T], path: Path) -> Iterable[T]:
    """The things in a file of JSON Lines; the first line that cannot be used is raised."""
    if not path.is_file():
        raise InputError(str(path), None, "the file is missing.", "Run again into a fresh folder.")
    with path.open(encoding="utf-8") as stream:
        for item in load_lines(cls, stream, str(path)):
            if isinstance(item, InputError):
                raise item
            yield item
