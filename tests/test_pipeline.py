"""The page that joins the stages: what parts good from bad, and records that do not depend on where things lie."""

from __future__ import annotations

from pathlib import Path

from trucewatch import pipeline
from trucewatch.model import Rejected, Report

TEXT = "Government artillery shelled Saraqeb on 3 March 2020, killing two soldiers."


def test_what_could_not_be_used_is_parted_from_what_could() -> None:
    bad = Rejected("a", "empty", "Drop it.")
    assert pipeline.parted(["one", bad, "two"]) == (("one", "two"), (bad,))


def test_an_origin_is_told_from_the_source_down() -> None:
    report = Report(id="r_1", text=TEXT, meta={"origin": "/some/where/articles/day/one.txt", "byline": "A. Writer"})
    assert pipeline.placed(report, ["/some/where/articles"]).meta["origin"] == "articles/day/one.txt"
    assert pipeline.placed(report, ["/some/where/articles/day/one.txt"]).meta["origin"] == "one.txt"
    assert pipeline.placed(report, ["/else/where"]) == report


def test_a_run_over_two_folders_gives_the_same_record(tmp_path: Path) -> None:
    records = []
    for name in ("one", "two"):
        folder = tmp_path / name / "articles"
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        records.append(pipeline.run([str(folder)], pipeline.Options(agreements=("idlib-2020",))))
    assert records[0] == records[1]
    assert records[0].claims


def test_progress_hears_of_every_report() -> None:
    heard: list[tuple[str, int, int | None]] = []
    things = pipeline.counted("extract", "abc", 3, lambda *told: heard.append(told))
    assert list(things) == ["a", "b", "c"]
    assert heard == [("extract", 1, 3), ("extract", 2, 3), ("extract", 3, 3)]
