"""The table of incidents."""

from __future__ import annotations

import csv as csv_module
import dataclasses
import io
from pathlib import Path

from tests.publish.sample_record import record
from trucewatch.model import Place
from trucewatch.publish import csv
from trucewatch.publish.table import COLUMNS

GUIDE = Path(__file__).parents[2] / "docs/reference/incidents-csv.md"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv_module.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_opens_in_spreadsheets_with_its_letters() -> None:
    text = csv(record())
    assert text.startswith("\ufeffid,")
    assert "المرصد" in text
    assert text.count("\r\n") == len(record().incidents) + 1


def test_the_columns_are_those_of_the_documentation_in_their_order() -> None:
    named = [line.split("`")[1] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert named == list(COLUMNS)
    assert list(rows(csv(record()))[0]) == list(COLUMNS)


def test_figures_keep_both_bounds_and_the_relation() -> None:
    strike = next(row for row in rows(csv(record())) if row["id"] == "i_strike")
    assert strike["figures"] == "killed XNO.army: 33/34 (disagree)"
    assert strike["roots"] == "NPA; Agence du Port"
    assert strike["potential_violations"] == "1"
    assert strike["type_words"] == "Air strike"


def test_unknown_values_are_empty_cells() -> None:
    demand = next(row for row in rows(csv(record())) if row["id"] == "i_demand")
    assert [demand[name] for name in ("start", "lat", "radius_km", "place")] == ["", "", "", ""]
    assert "None" not in csv(record())
    assert "nan" not in csv(record()).casefold().replace("finan", "")


def test_an_area_has_a_name_and_a_radius_and_no_point() -> None:
    held = record()
    land = Place("land", "Land", "XL", "country", lat=35.0, lon=38.0, radius_km=400.0)
    incident = dataclasses.replace(held.incidents[0], place=land)
    (row,) = rows(csv(dataclasses.replace(held, incidents=(incident,))))
    assert [row[name] for name in ("place", "level", "lat", "lon", "radius_km")] == ["Land", "country", "", "", "400"]
    assert "38" not in row["place"]


def test_words_that_a_spreadsheet_would_run_are_quoted() -> None:
    held = record()
    claim = dataclasses.replace(held.claims[0], quote='=HYPERLINK("https://example.org")')
    incident = dataclasses.replace(held.incidents[0], claims=(claim.id,))
    shown = rows(csv(dataclasses.replace(held, claims=(claim,), incidents=(incident,))))
    assert shown[0]["quotations"].startswith("'=")


def test_a_merged_incident_has_no_row_of_its_own() -> None:
    held = record()
    merged = dataclasses.replace(held.incidents[0], merged_into="i_before")
    shown = rows(csv(dataclasses.replace(held, incidents=(merged, *held.incidents[1:]))))
    assert "i_strike" not in {row["id"] for row in shown}
