"""What is too large or too deep costs one line with its reason, at once, and never the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import read
from trucewatch.model import Rejected

SENTENCE = "Government artillery shelled Saraqib on 3 March 2020, killing two soldiers. "
HUGE = {
    "fifty megabytes in one line": ("line.txt", SENTENCE.encode() * (50_000_000 // len(SENTENCE)), "longer than"),
    "one word of ten megabytes": ("word.txt", b"a" * 10_000_000, "longer than"),
    "a page of elements inside each other": ("deep.html", b"<html><body>" + b"<div>" * 100_000, "nests"),
    "control characters": ("control.txt", bytes(range(1, 9)) * 1000 + SENTENCE.encode(), "binary"),
}


@pytest.mark.parametrize("name", HUGE)
def test_it_is_refused_with_a_reason_and_what_to_do(name: str, tmp_path: Path) -> None:
    file, data, why = HUGE[name]
    (tmp_path / file).write_bytes(data)
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    found = list(read.reports([tmp_path / file, tmp_path / "good.txt"]))
    rejected = [item for item in found if isinstance(item, Rejected)]
    assert len(found) == 2
    assert [why in item.reason for item in rejected] == [True]
    assert rejected[0].remedy
