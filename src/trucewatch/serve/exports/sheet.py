"""serve: incidents as a spreadsheet, written row by row to the disk, with numbers as numbers and no formulas."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from trucewatch.publish.table import COLUMNS
from trucewatch.publish.wording import load_words
from trucewatch.serve.exports.tables import spoken
from trucewatch.serve.exports.walk import Walk

LONGEST = 32_000
"""Letters that a cell can hold."""
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(walk: Walk) -> Iterator[bytes]:
    """The whole file; it is finished before its first byte is sent."""
    with tempfile.TemporaryDirectory(prefix="trucewatch-sheet-") as folder:
        path = Path(folder) / "incidents.xlsx"
        _write(walk, path)
        with path.open("rb") as stream:
            while part := stream.read(1 << 16):
                yield part


def _write(walk: Walk, path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), _SETTINGS)
    sheet = book.add_worksheet("incidents")
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, bold)
    cells = spoken(walk.language).values()
    if load_words(walk.language).direction == "rtl":
        sheet.right_to_left()
    for row, (incident, ix, hide) in enumerate(walk.rows(), 1):
        for column, cell in enumerate(cells):
            value = cell(incident, ix, hide)
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                sheet.write_number(row, column, value)
            elif value is not None:
                sheet.write_string(row, column, str(value)[:LONGEST])
    book.close()
