"""Writing documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.publish.sample_record import record
from trucewatch.errors import SettingsError
from trucewatch.publish import FORMATS, write

GUIDE = Path(__file__).parents[2] / "docs/how-to/add-an-export.md"


def test_every_format_is_written_as_the_file_it_names(tmp_path: Path) -> None:
    paths = write(record(), tmp_path / "new", list(FORMATS))
    assert [path.name for path in paths] == ["report.html", "incidents.csv", "ledger.csv", "incidents.geojson"]
    assert (tmp_path / "new/report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "new/incidents.geojson").read_text(encoding="utf-8"))["features"]
    assert (tmp_path / "new/incidents.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one = [path.read_bytes() for path in write(record(), tmp_path / "a", list(FORMATS))]
    assert one == [path.read_bytes() for path in write(record(), tmp_path / "b", list(FORMATS))]


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="html, csv, ledger, geojson"):
        write(record(), tmp_path / "out", ["html", "docx"])
    assert not (tmp_path / "out").exists()


def test_every_format_is_named_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in guide] == []
