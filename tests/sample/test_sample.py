"""The sample: every digest is a valid report with its source, in words of our own, and listed in the README."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from trucewatch.model import Report
from trucewatch.model.codec import load_lines
from trucewatch.sample import example_observations_path, sample_path

RUN_OF_WORDS = 6
README = sample_path().parent / "README.md"
LOADED = (
    "terrorist",
    "regime",
    "martyr",
    "heroic",
    "heroes",
    "terroriste",
    "régime",
    "agression",
    "mercenar",
    "mercenaire",
)


def _reports() -> list[Report]:
    with sample_path().open(encoding="utf-8") as stream:
        rows = list(load_lines(Report, stream, "reports.jsonl"))
    assert [row for row in rows if not isinstance(row, Report)] == []
    return [row for row in rows if isinstance(row, Report)]


REPORTS = _reports()
each_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + RUN_OF_WORDS]) for start in range(len(words) - RUN_OF_WORDS + 1)}


def test_there_are_at_least_ten_english_and_five_french_digests() -> None:
    languages = [report.language for report in REPORTS]
    assert set(languages) == {"en", "fr"}
    assert languages.count("en") >= 10
    assert languages.count("fr") >= 5


def test_ids_and_texts_are_unique() -> None:
    assert len({report.id for report in REPORTS}) == len(REPORTS)
    assert len({report.text for report in REPORTS}) == len(REPORTS)
    assert len({report.url for report in REPORTS}) == len(REPORTS)


@each_report
def test_a_digest_names_its_source_and_address(report: Report) -> None:
    assert report.source
    parts = urlsplit(report.url or "")
    assert parts.scheme in {"http", "https"}
    assert "." in parts.netloc
    assert report.meta["digest_of"]


@each_report
def test_a_digest_is_short_and_opens_with_its_title(report: Report) -> None:
    title, *paragraphs = report.text.strip().split("\n\n")
    assert title == report.title
    assert 2 <= len(paragraphs) <= 6
    assert 60 <= len(report.text.split()) <= 220


@each_report
def test_a_date_of_publication_exists_or_a_note_says_why_there_is_none(report: Report) -> None:
    if report.published is None:
        assert report.published_basis == "unknown"
        assert "date" in str(report.meta["note"]) or "day" in str(report.meta["note"])
        return
    year, month, *day = (int(part) for part in report.published.split("-"))
    first = date(year, month, day[0] if day else 1)
    assert date(2020, 2, 1) <= first <= date(2020, 3, 31)
    assert report.published_basis != "unknown"


@each_report
def test_weekdays_beside_full_dates_are_right(report: Report) -> None:
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    months = ["january", "february", "march"]
    jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    mois = ["janvier", "février", "mars"]
    named = rf"({'|'.join(days + jours)}),? (\d+)(?:er)? ({'|'.join(months + mois)})"
    for weekday, day, month in re.findall(named, report.text.casefold()):
        number = months.index(month) if month in months else mois.index(month)
        position = days.index(weekday) if weekday in days else jours.index(weekday)
        assert date(2020, number + 1, int(day)).weekday() == position, f"{weekday} {day} {month}"


@each_report
def test_loaded_words_stand_in_quotation_marks_only(report: Report) -> None:
    ours = re.sub(r"\"[^\"]*\"|« [^»]* »", "", report.text).casefold()
    assert [word for word in LOADED if word in ours and f"tient pour {word}" not in ours] == []


@each_report
def test_every_digest_is_listed_in_the_readme(report: Report) -> None:
    listed = README.read_text(encoding="utf-8")
    assert report.id in listed
    assert str(report.url) in listed


def test_the_example_log_is_marked_as_invented_and_stands_apart() -> None:
    with example_observations_path().open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = ["time", "place", "lat", "lon", "observed", "how", "weapon", "count", "reported_by", "note"]
    assert list(rows[0]) == columns
    assert 8 <= len(rows) <= 12
    assert all(row["note"].startswith("invented") for row in rows)
    assert example_observations_path().parent != sample_path().parent
    assert "invented" in (example_observations_path().parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.seeds
def test_no_digest_shares_a_run_of_six_words_with_the_five_articles(shared: Path) -> None:
    theirs: set[tuple[str, ...]] = set()
    for path in sorted((shared / "seeds").glob("*.txt")):
        theirs |= _runs(path.read_text(encoding="utf-8", errors="replace"))
    repeated = {report.id: sorted(common)[:2] for report in REPORTS if (common := _runs(report.text) & theirs)}
    assert repeated == {}
