"""A run in a few lines."""

from __future__ import annotations

from pathlib import Path

from trucewatch import assess
from trucewatch.cli.summary import text
from trucewatch.model import Disagreement, Finding, Incident, Record, RunInfo
from trucewatch.model.finding import FindingLabel

COUNTS = {"reports": 2, "claims": 3, "incidents": 1, "findings": 2, "rejected": 0}


def _finding(number: int, label: FindingLabel) -> Finding:
    return Finding(
        id=f"f_{number}", agreement="idlib-2020", agreement_hash="", profile_hash="", provision="art1",
        kind="prohibition", label=label,
    )  # fmt: skip


def _record(*labels: FindingLabel, incident: Incident | None = None) -> Record:
    found = tuple(_finding(number, label) for number, label in enumerate(labels))
    run = RunInfo("0", as_of="2020-03-06", counts=COUNTS, edge_reports=("r_1",))
    incidents = (incident,) if incident else ()
    return Record((), (), incidents, found, assess.load_stack(["idlib-2020"]), (), (), run)


def test_labels_are_counted_and_potential_violations_named_as_such(tmp_path: Path) -> None:
    shown = text(_record("outside", "outside", "alleged"), tmp_path)
    assert "alleged 1 (potential violation), outside 2" in shown


def test_real_and_apparent_disagreements_are_counted_apart(tmp_path: Path) -> None:
    apparent = Disagreement("time", "apparent_only", ("c_1",), "two clocks")
    real = Disagreement("figure", "disagree", ("c_1", "c_2"), "33 and 34")
    incident = Incident("i_1", "event", "kin.air_strike", ("c_1",), ("r_1",), disagreements=(apparent,))
    assert "Accounts part on 0 points and only seem to on 1." in text(_record(incident=incident), tmp_path)
    incident = Incident("i_1", "event", "kin.air_strike", ("c_1",), ("r_1",), disagreements=(apparent, real))
    assert "Accounts part on 1 point and only seem to on 1." in text(_record(incident=incident), tmp_path)


def test_reports_let_in_by_their_edge_are_told(tmp_path: Path) -> None:
    assert "may have come after 2020-03-06: 1." in text(_record(), tmp_path)


def test_terms_that_nothing_is_known_of_share_a_line(tmp_path: Path) -> None:
    assert "not evaluable from these reports: art1" in text(_record("not_evaluable"), tmp_path)


def test_the_last_line_says_where_the_report_lies(tmp_path: Path) -> None:
    assert text(_record(), tmp_path).splitlines()[-1] == f"The report: {tmp_path.as_posix()}/report.html"
