"""publish: the ledger as a table: a line for each side of each point, so that sides can be sorted and counted."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterable

from trucewatch.ledger import LedgerRow, LedgerSide, rows
from trucewatch.model import Record
from trucewatch.publish.mask import Mask, mask
from trucewatch.publish.table import BOM, cell_text

COLUMNS = (
    "row", "incident", "type", "field", "kind", "measure", "population", "start", "end", "place", "place_id",
    "parties", "terms", "side", "said", "superseded", "roots", "reports", "claims", "quotations", "why", "others",
)  # fmt: skip
"""The columns in their order. Their meanings stand in `docs/reference/ledger-csv.md`; new ones go last."""


def ledger_csv(record: Record, chosen: Iterable[LedgerRow] | None = None, *, unmask: bool = False) -> str:
    """A line for each side, with a byte-order mark; of all rows, or of those that were chosen."""
    hide = mask(record, unmask=unmask)
    stream = io.StringIO()
    stream.write(BOM)
    writer = csv_module.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(record) if chosen is None else chosen:
        for number, side in enumerate(row.sides, 1):
            writer.writerow(cell_text(value) for value in _line(row, number, side, hide))
    return stream.getvalue()


def _line(row: LedgerRow, number: int, side: LedgerSide, hide: Mask) -> list[object]:
    told = side.quotations
    return [
        row.id,
        row.incident,
        row.type,
        row.field,
        row.kind,
        row.measure,
        row.population and hide.plain(row.population),
        row.start,
        row.end,
        row.place,
        row.place_id,
        "; ".join(row.parties),
        "; ".join(row.terms),
        number,
        hide.plain(side.said),
        "yes" if side.superseded else None,
        "; ".join(side.roots),
        "; ".join(dict.fromkeys(quotation.report for quotation in told)),
        "; ".join(quotation.claim for quotation in told),
        " | ".join(hide.plain(quotation.quote) for quotation in told),
        hide.plain(row.why),
        "; ".join(row.others),
    ]
