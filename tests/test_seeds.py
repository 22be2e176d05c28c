"""The first case as a whole: five articles on one truce, as of noon on its first day. Runs where the articles lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trucewatch import pipeline
from trucewatch.model import Finding, Incident, IncidentFigure, Record
from trucewatch.model.finding import POTENTIAL

pytestmark = pytest.mark.seeds
AS_OF = "2020-03-06T12:00Z"
WISHED = {"demanded", "threatened", "hoped", "predicted", "planned", "promised"}


@pytest.fixture(scope="module")
def record(shared: Path) -> Record:
    """The record of the five articles."""
    options = pipeline.Options(agreements=("idlib-2020",), as_of=AS_OF)
    return pipeline.run([str(shared / "seeds")], options)


def _findings(record: Record, agreement: str, provision: str | None = None) -> list[Finding]:
    return [
        finding
        for finding in record.findings
        if finding.agreement == agreement and provision in (None, finding.provision)
    ]


def _figures(record: Record, measure: str) -> Iterator[tuple[Incident, IncidentFigure]]:
    for incident in record.incidents:
        for figure in incident.figures:
            if figure.measure == measure:
                yield incident, figure


def test_all_five_articles_are_read_and_tell_something(record: Record) -> None:
    assert len(record.reports) == 5
    assert record.rejected == ()
    assert {claim.report for claim in record.claims} == {report.id for report in record.reports}


def test_the_protocol_of_5_march_has_no_potential_violation(record: Record) -> None:
    labels = {finding.label for finding in _findings(record, "idlib-2020")}
    assert labels & POTENTIAL == set()


def test_earlier_conduct_stands_under_the_name_of_the_earlier_text(record: Record) -> None:
    assert [finding for finding in _findings(record, "idlib-2018") if finding.incident]


def test_the_soldiers_neutralised_before_midnight_are_outside_by_time(record: Record) -> None:
    hit = {incident.id for incident, _ in _figures(record, "neutralised") if incident.kind == "event"}
    assert hit
    outside = {f.incident: f.facets["time"].value for f in _findings(record, "idlib-2020") if f.label == "outside"}
    assert {outside.get(incident) for incident in hit} == {"F"}


def test_the_stop_of_air_strikes_is_evidence_for_article_1(record: Record) -> None:
    kept = [f for f in _findings(record, "idlib-2020", "art1") if f.supports]
    claims = {claim.id: claim for claim in record.claims}
    assert any(
        "strike" in claims[claim].type or claims[claim].type.startswith("wd.") for f in kept for claim in f.supports
    )


@pytest.mark.parametrize(("provision", "day"), [("art2-params", "2020-03-12"), ("art3-first", "2020-03-15")])
def test_what_is_due_later_is_pending_with_its_day(record: Record, provision: str, day: str) -> None:
    (finding,) = _findings(record, "idlib-2020", provision)
    assert finding.label == "pending"
    assert finding.instance is not None
    assert finding.instance.due is not None
    first, last = finding.instance.due
    assert first is not None
    assert last is not None
    assert first[:10] <= day <= last[:10]


def _strike(record: Record) -> tuple[Incident, IncidentFigure]:
    """The one event whose killed are given as 33 and as 34."""
    (found,) = [
        (incident, figure)
        for incident, figure in _figures(record, "killed")
        if {33.0, 34.0} <= {value.low for value in figure.values if value.low == value.high}
    ]
    return found


def test_33_and_34_killed_disagree_in_one_event(record: Record) -> None:
    incident, figure = _strike(record)
    assert incident.kind == "event"
    assert figure.relation == "disagree"
    assert figure.best is None
    assert incident.time is not None
    assert (incident.time.start or "")[:10] == "2020-02-27"


def test_about_thirty_killed_is_told_of_the_same_event_and_fits_both_counts(record: Record) -> None:
    _, figure = _strike(record)
    assert any((value.low or 0) < 33 and (value.high or 0) > 34 for value in figure.values)


def test_refugees_of_one_country_disagree_and_those_of_all_differ_in_scope(record: Record) -> None:
    values = {(f.relation, value.low) for _, f in _figures(record, "refugees") for value in f.values}
    assert {("disagree", 3_600_000.0), ("disagree", 3_700_000.0)} <= values
    assert ("disagree", 4_000_000.0) not in values


def test_six_hours_and_three_do_not_disagree(record: Record) -> None:
    wrong = [f for _, f in _figures(record, "duration_h") if f.relation == "disagree"]
    assert wrong == []
    assert {value.low for _, f in _figures(record, "duration_h") for value in f.values} >= {3.0, 6.0}


def test_what_is_only_wished_threatened_or_foreseen_is_no_event(record: Record) -> None:
    claims = {claim.id: claim for claim in record.claims}
    events = [incident for incident in record.incidents if incident.kind == "event"]
    assert [i.id for i in events if {claims[claim].modality for claim in i.claims} <= WISHED] == []


def test_nothing_is_said_of_a_country_that_only_a_garbled_name_brings_in(record: Record) -> None:
    told = {actor.id for claim in record.claims for actor in claim.actors}
    told |= {claim.place.country for claim in record.claims if claim.place}
    assert {name for name in told if name and (name == "QA" or name.startswith("QAT"))} == set()
