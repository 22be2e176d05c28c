"""The sample from its digests to its report: what the demo shows, recorded and repeatable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.record import FOLDER, STAGES, lines
from trucewatch import folder
from trucewatch.cli.demo import sample_record
from trucewatch.model import Record
from trucewatch.model.finding import POTENTIAL

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def record() -> Record:
    """The sample's record, made once."""
    return sample_record()


@pytest.mark.parametrize("stage", STAGES)
def test_the_sample_gives_what_was_recorded(record: Record, stage: str) -> None:
    recorded = (FOLDER / f"{stage}.jsonl").read_text(encoding="utf-8").splitlines()
    given = lines(record, stage).splitlines()
    changed = [new for old, new in zip(recorded, given, strict=False) if old != new]
    assert (len(given), changed[:1]) == (len(recorded), []), "read `git diff` after `make golden`"


def test_nothing_of_the_sample_is_rejected(record: Record) -> None:
    assert record.rejected == ()
    assert len(record.reports) == 45


def test_every_claim_quotes_its_report_word_for_word(record: Record) -> None:
    texts = {report.id: report.text for report in record.reports}
    wrong = [c.id for c in record.claims if texts[c.report][c.spans[0][0] : c.spans[0][1]] != c.quote]
    assert wrong == []
    assert record.claims


def test_every_incident_and_finding_leads_back_to_claims(record: Record) -> None:
    claims = {claim.id for claim in record.claims}
    incidents = {incident.id: incident for incident in record.incidents}
    assert {claim for incident in record.incidents for claim in incident.claims} == claims
    assert {finding.incident for finding in record.findings if finding.incident} <= incidents.keys()
    assert {claim for finding in record.findings for claim in finding.supports} <= claims


def test_only_events_are_held_to_be_potential_violations(record: Record) -> None:
    kinds = {incident.id: incident.kind for incident in record.incidents}
    held = [finding for finding in record.findings if finding.label in POTENTIAL and finding.incident]
    assert {kinds[finding.incident] for finding in held if finding.incident} <= {"event"}


def test_the_tours_sentence_goes_the_way_that_the_tour_tells(record: Record) -> None:
    tour = " ".join((ROOT / "docs/tour.md").read_text(encoding="utf-8").replace("\n> ", " ").split())
    (claim,) = [c for c in record.claims if c.report == "sample-08" and c.quote.startswith("At least 33")]
    assert claim.quote in tour
    assert claim.time is not None
    for value in (claim.type, claim.modality, claim.time.start, claim.figures[0].approximator, claim.actors[0].id):
        assert f"`{value}`" in tour
    (incident,) = [i for i in record.incidents if claim.id in i.claims]
    assert len(incident.reports) > 1
    labels = {f.agreement: (f.label, f.decisive) for f in record.findings if f.incident == incident.id}
    assert labels == {
        "idlib-2020": ("outside", ("time",)),
        "idlib-2018": ("possible", ("place", "bearer")),
        "astana-2017": ("outside", ("time",)),
    }


def test_two_runs_write_the_same_bytes(record: Record, tmp_path: Path) -> None:
    folder.save(record, tmp_path / "one")
    folder.save(sample_record(), tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert {"report.html", "incidents.csv", "incidents.geojson", "run.json", "coverage.jsonl"} <= set(names)
    differ = [n for n in names if (tmp_path / "one" / n).read_bytes() != (tmp_path / "two" / n).read_bytes()]
    assert differ == []


def test_a_run_is_read_back_as_it_was_written(record: Record, tmp_path: Path) -> None:
    folder.save(record, tmp_path, formats=())
    assert folder.load(tmp_path) == record


def test_no_output_holds_a_path_of_the_machine(record: Record, tmp_path: Path) -> None:
    folder.save(record, tmp_path)
    here = str(Path(__file__).parents[1])
    assert [path.name for path in tmp_path.iterdir() if here in path.read_text(encoding="utf-8")] == []
