"""The five articles, where they lie: dates, titles, furniture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trucewatch.model import Report
from trucewatch.read import reports
from trucewatch.read.calendar_days import days_of

pytestmark = pytest.mark.seeds
SHARED = Path(__file__).parents[3] / "shared"


def _paths() -> list[Path]:
    return sorted((SHARED / "seeds").glob("*.txt"))


def _read(*paths: Path) -> list[Report]:
    return [item for item in reports(paths) if isinstance(item, Report)]


def _gold(kind: str) -> list[dict[str, Any]]:
    lines = (SHARED / "eval" / "dev" / "seeds.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for line in lines if (row := json.loads(line))["kind"] == kind]


def test_read_together_each_has_its_day() -> None:
    found = _read(*_paths())
    assert [(r.published or "")[:10] for r in found] == [
        "2020-03-05",
        "2020-03-05",
        "2020-02-21",
        "2020-03-05",
        "2020-03-06",
    ]
    assert [r.published_basis for r in found] == ["stated", "other reports", "inferred", "other reports", "inferred"]


def test_the_order_of_the_articles_changes_none_of_them() -> None:
    there, back = _read(*_paths()), _read(*reversed(_paths()))
    assert there == back[::-1]


def test_read_alone_each_date_holds_the_true_one() -> None:
    for path, row in zip(_paths(), _gold("document"), strict=True):
        (report,) = _read(path)
        days = days_of(report.published)
        assert days is not None
        first, last = row["published"]
        assert days[0].isoformat() <= last
        assert days[1].isoformat() > first


def test_furniture_covers_what_people_marked_as_such() -> None:
    found = _read(*_paths())
    for row in _gold("boilerplate"):
        report = found[int(str(row["report"]).rsplit("-", 1)[1])]
        for start, end in row["spans"]:
            inside = sum(max(0, min(end, b) - max(start, a)) for a, b in report.furniture)
            assert inside == end - start, row["id"]


def test_no_fact_is_lost_to_furniture() -> None:
    found = _read(*_paths())
    for row in _gold("fact"):
        report = found[int(str(row["report"]).rsplit("-", 1)[1])]
        free = [s for s in row["spans"] if not any(a <= s[0] and s[1] <= b for a, b in report.furniture)]
        assert free, row["id"]


def test_titles_credits_and_languages_are_found() -> None:
    found = _read(*_paths())
    assert [r.title is not None for r in found] == [True, True, False, False, False]
    assert [r.credit for r in found] == [("AFP",), ("BLOOMBERG",), ("REUTERS", "AFP"), (), ()]
    assert [r.language for r in found] == ["en", "en", "en", "fr", "en"]
