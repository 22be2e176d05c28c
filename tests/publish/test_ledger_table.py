"""The ledger as a table."""

from __future__ import annotations

import csv as csv_module
import io
from pathlib import Path

from tests.publish.sample_record import record
from trucewatch.ledger import rows
from trucewatch.publish import ledger_csv
from trucewatch.publish.ledger_table import COLUMNS

GUIDE = Path(__file__).parents[2] / "docs/reference/ledger-csv.md"


def lines() -> list[dict[str, str]]:
    return list(csv_module.DictReader(io.StringIO(ledger_csv(record()).removeprefix("\ufeff"), newline="")))


def test_each_side_has_a_line_with_its_words() -> None:
    first, second = lines()[:2]
    assert (first["row"], first["side"], first["said"]) == (second["row"], "1", "34")
    assert (second["side"], second["said"], second["roots"]) == ("2", "33", "Agence du Port")
    assert "33" in second["quotations"]


def test_the_table_has_every_side_of_every_row() -> None:
    assert len(lines()) == sum(len(row.sides) for row in rows(record()))


def test_the_columns_are_those_of_the_documentation_in_their_order() -> None:
    named = [line.split("`")[1] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert named == list(COLUMNS)
