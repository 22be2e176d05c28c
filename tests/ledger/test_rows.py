"""ledger: rows, counts, and what a question finds."""

from __future__ import annotations

import dataclasses

import pytest

from tests.factories import SARAQIB, a_claim, a_report, an_incident
from trucewatch.ledger import Query, ask, counts, rows
from trucewatch.model import Disagreement, Finding, Incident, IncidentActor, Record, RunInfo, Side

TIME = Disagreement(
    "time", "disagree", ("c_1", "c_2"), "two days", (Side("Thursday", ("c_1",), ("A",)), Side("Friday", ("c_2",)))
)
COUNT = Disagreement("figure", "apparent_only", ("c_1", "c_2"), "one is rounded", (), "killed", "TUR.army")


def an_event(id_: str = "i_1", *points: Disagreement, **fields: object) -> Incident:
    fields.setdefault("actors", (IncidentActor("perpetrator", "the army", "SYR.army"),))
    return dataclasses.replace(an_incident(id_), disagreements=points or (COUNT, TIME), **fields)  # type: ignore[arg-type]


def a_record(*incidents: Incident) -> Record:
    claims = (a_claim("c_1", quote="It was Thursday."), a_claim("c_2", report="r_2", quote="It was Friday."))
    finding = Finding(
        id="f_1", agreement="idlib-2020", agreement_hash="", profile_hash="", provision="art1", kind="prohibition",
        incident="i_1", label="outside",
    )  # fmt: skip
    reports = (a_report("r_1"), a_report("r_2", language="fr"))
    return Record(reports, claims, incidents, (finding,), (), (), (), RunInfo("0"))


def test_a_row_holds_the_words_of_both_sides() -> None:
    first = rows(a_record(an_event()))[0]
    assert [(s.said, s.roots, [q.quote for q in s.quotations]) for s in first.sides] == [
        ("Thursday", ("A",), ["It was Thursday."]),
        ("Friday", (), ["It was Friday."]),
    ]
    assert first.sides[1].quotations[0].language == "fr"


def test_a_point_that_names_only_claims_has_a_side_for_each() -> None:
    (row,) = rows(a_record(an_event("i_1", COUNT)))
    assert [side.quotations[0].claim for side in row.sides] == ["c_1", "c_2"]


def test_real_ones_come_first_and_the_counts_are_those_of_the_rows() -> None:
    record = a_record(an_event(), an_event("i_2", COUNT), an_event("i_3", merged_into="i_1"))
    found = rows(record)
    assert [row.kind for row in found] == ["disagree", "apparent_only", "apparent_only"]
    held = counts(record)
    assert (held.real, held.apparent, held.incidents) == (1, 2, 1)
    assert held.real + held.apparent == len(found)


def test_ids_stay_when_other_points_come_and_never_repeat() -> None:
    alone = rows(a_record(an_event("i_1", TIME)))[0].id
    beside = rows(a_record(an_event("i_1", COUNT, COUNT, TIME)))
    assert alone in {row.id for row in beside}
    assert len({row.id for row in beside}) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), 2),
        (Query(fields=("time",)), 1),
        (Query(kind="apparent_only"), 1),
        (Query(terms=("art1",)), 2),
        (Query(terms=("idlib-2020.art1",)), 2),
        (Query(terms=("idlib-2018",)), 0),
        (Query(places=("SARAQIB",)), 2),
        (Query(places=("SY-IDLIB",)), 2),
        (Query(places=("Aleppo",)), 0),
        (Query(parties=("SYR",)), 2),
        (Query(parties=("Syria",)), 2),
        (Query(parties=("TUR",)), 0),
        (Query(period=("2020-02-27", "2020-02-28")), 2),
        (Query(period=("2020-02-27T09:00", "2020-02-27T10:00")), 2),
        (Query(period=("2020-02-28", "2020-03-05")), 0),
        (Query(period=("2020-02-01", "2020-02-27")), 0),
        (Query(fields=("time",), kind="apparent_only"), 0),
    ],
)
def test_filters_stand_together(query: Query, found: int) -> None:
    assert len(ask(rows(a_record(an_event(place=SARAQIB))), query)) == found


def test_an_undated_incident_lies_in_no_period() -> None:
    undated = rows(a_record(an_event(time=None)))
    assert ask(undated, Query(period=("1900", "2100"))) == []
