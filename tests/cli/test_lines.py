"""JSON Lines from a file or standard input."""

from __future__ import annotations

import hashlib
from pathlib import Path

from trucewatch.cli.lines import take
from trucewatch.model import Report

GOOD = '{"id": "r_1", "text": "Nichts wurde gehört.\u2028Alles ruhig."}'


def test_a_bad_line_keeps_its_number_its_reason_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(f'{GOOD}\n\n{{"id": 1}}\n', encoding="utf-8")
    reports, (bad,) = take(Report, str(path))
    assert [report.id for report in reports] == ["r_1"]
    assert bad.line == 3
    assert bad.sha256 == hashlib.sha256(b'{"id": 1}').hexdigest()
    assert "schema" in bad.remedy


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(GOOD + "\n", encoding="utf-8")
    ((report,), bad) = take(Report, str(path))
    assert report.text.endswith("Alles ruhig.")
    assert bad == ()


def test_bytes_that_are_no_text_cost_their_line_only(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\xff\xfe\x00\n" + GOOD.encode() + b"\n")
    reports, bad = take(Report, str(path))
    assert (len(reports), [item.line for item in bad]) == (1, [1])
