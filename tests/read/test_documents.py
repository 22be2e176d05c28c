"""The one way in: files, folders, standard input, and what is refused."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import pytest

from trucewatch.model import Rejected, Report
from trucewatch.read import reports

DATA = Path(__file__).parent / "data"
BROKEN = Path(__file__).parents[1] / "broken" / "read"
STORY = "Guns fell silent near the town on Friday, officials of both countries said."


def read(*sources: str | Path, **options: object) -> tuple[list[Report], list[Rejected]]:
    """What was read and what was refused."""
    items = list(reports(sources, **options))  # type: ignore[arg-type]
    return [i for i in items if isinstance(i, Report)], [i for i in items if isinstance(i, Rejected)]


def test_a_folder_is_read_in_the_order_of_its_paths() -> None:
    found, rejected = read(DATA)
    assert [Path(str(r.meta["origin"])).name for r in found] == [
        "agency.txt", "digest.md", "page.html", "patrol.csv", "patrol.csv", "patrol.csv",
    ]  # fmt: skip
    assert [r.media_type for r in found[:4]] == ["text/plain", "text/markdown", "text/html", "text/csv"]
    assert len(rejected) == 3


def test_the_order_given_is_kept() -> None:
    found, _ = read(DATA / "digest.md", DATA / "agency.txt")
    assert [Path(str(r.meta["origin"])).name for r in found] == ["digest.md", "agency.txt"]


def test_originals_are_kept_byte_for_byte(tmp_path: Path) -> None:
    (report,), _ = read(DATA / "page.html", originals=tmp_path / "originals")
    data = (DATA / "page.html").read_bytes()
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert (tmp_path / "originals" / report.sha256).read_bytes() == data


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (STORY.encode(), "text/plain"),
        (b'{"text": "Guns fell silent.", "id": "a"}\n', "text/plain"),
        ((DATA / "page.html").read_bytes(), "text/html"),
        ((DATA / "patrol.csv").read_bytes(), "text/csv"),
    ],
)
def test_standard_input_is_known_by_its_content(data: bytes, kind: str) -> None:
    found, _ = read("-", stdin=io.BytesIO(data))
    assert found[0].media_type == kind


def test_a_page_named_txt_is_still_a_page(tmp_path: Path) -> None:
    shutil.copy(DATA / "page.html", tmp_path / "page.txt")
    (report,), _ = read(tmp_path)
    assert report.title == "Guns fall silent"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("archive.txt", "ZIP"),
        ("binary.txt", "binary"),
        ("missing_column.csv", "column `place` is missing"),
        ("not_there.txt", "no such file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_reason_and_remedy(name: str, word: str) -> None:
    found, (rejected,) = read(BROKEN / name)
    assert found == []
    assert word in rejected.reason
    assert rejected.remedy
    assert rejected.source.endswith(name)


def test_bad_files_do_not_stop_the_good_ones() -> None:
    found, rejected = read(BROKEN, DATA / "agency.txt")
    assert found[-1].title == "Quiet night along the highway after weeks of shelling"
    assert len(rejected) >= 8


@pytest.mark.parametrize(
    ("name", "encoding", "language"),
    [
        ("cp1251.txt", "cp1251", "ru"),
        ("cp1252.txt", "cp1252", "fr"),
        ("cp1256.txt", "cp1256", "ar"),
        ("utf16.txt", "utf-16-le", "en"),
    ],
)
def test_other_encodings_are_read_and_named(name: str, encoding: str, language: str) -> None:
    (report,), _ = read(BROKEN / name)
    assert (report.meta["encoding"], report.language) == (encoding, language)


def test_an_odd_date_is_noted_and_the_report_kept() -> None:
    (report,), _ = read(BROKEN / "odd_date.md")
    assert report.published is None
    assert "2020-02-30" in str(report.meta["notes"])


def test_the_same_text_twice_is_one_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    found, (rejected,) = read(tmp_path)
    assert len(found) == 1
    assert "read before" in rejected.reason


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(
        '{"text": "One of them.", "id": "a"}\n{"text": "The other.", "id": "a"}\n', encoding="utf-8"
    )
    found, (rejected,) = read(tmp_path)
    assert [r.text for r in found] == ["One of them."]
    assert rejected.reason == "the id a is taken"


def test_an_empty_folder_and_no_input_are_said_to_be_so(tmp_path: Path) -> None:
    assert "no reports" in read(tmp_path)[1][0].reason
    assert "standard input" in read("-")[1][0].reason


def test_one_enormous_line_is_bounded() -> None:
    found, (rejected,) = read("-", stdin=io.BytesIO(b"Shelling on Friday, 6 March 2020. " * 300_000))
    assert found == []
    assert "longer than" in rejected.reason


def test_very_many_lines_are_read() -> None:
    (report,), _ = read("-", stdin=io.BytesIO(b"Shelling near the town.\n" * 50_000))
    assert report.text.count("\n") == 50_000


def test_reports_of_a_run_date_each_other(tmp_path: Path) -> None:
    names = "Petrov of Norland met Yildiz and Haddad of Sudria in Karsk and spoke of the Marran road"
    (tmp_path / "a.txt").write_text(f"In talks, {names}, Haddad said on Thursday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"March 05, 2020\n\nIn the talks, {names}.", encoding="utf-8")
    found, _ = read(tmp_path)
    assert (found[0].published, found[0].published_basis) == ("2020-03-05", "other reports")
