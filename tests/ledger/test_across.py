"""ledger: points on which accounts of different incidents part."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_report, a_time, an_incident
from trucewatch.ledger import counts, rows
from trucewatch.ledger.across import Across, across
from trucewatch.model import Claim, Record, RunInfo

DAY = ("2020-03-08", "2020-03-09")


def a_record(*claims: Claim) -> Record:
    """Each claim in an incident and a report of its own, unless it names a report."""
    reports = {claim.report: a_report(claim.report) for claim in claims}
    incidents = tuple(
        dataclasses.replace(
            an_incident(f"i_{c.id}", "event", c.type, claims=(c.id,), reports=(c.report,)), time=c.time, place=c.place
        )
        for c in claims
    )
    return Record(tuple(reports.values()), claims, incidents, (), (), (), (), RunInfo("0"))


def bulletin(id_: str, who: str, count: int, **fields: Any) -> Claim:
    figure = a_figure(count, "violations", counted_by=who, period=fields.pop("period", DAY))
    return a_claim(id_, "dip.report", report=f"r_{id_}", figures=[figure], root=f"Root {id_}", **fields)


def calm(type_: str = "kin.air_strike", **fields: Any) -> Claim:
    fields.setdefault("polarity", "-" if type_.startswith("kin.") else "+")
    fields.setdefault("time", a_time("2020-03-06T00:00", "2020-03-07T00:00", "hour"))
    return a_claim("c_calm", type_, report=fields.pop("report", "r_calm"), place=IDLIB, **fields)


def act(type_: str = "kin.air_strike", **fields: Any) -> Claim:
    fields.setdefault("time", a_time("2020-03-06T10:00", "2020-03-06T11:00", "hour"))
    fields.setdefault("place", SARAQIB)
    return a_claim("c_act", type_, report="r_act", **fields)


def found(*claims: Claim) -> list[Across]:
    return list(across(a_record(*claims)))


def test_two_counters_of_one_day_stand_side_by_side_and_nothing_is_summed() -> None:
    (row,) = found(bulletin("a", "RUS", 19), bulletin("b", "TUR", 18))
    assert [(side.said, side.roots) for side in row.point.sides] == [("RUS: 19", ("Root a",)), ("TUR: 18", ("Root b",))]
    assert (row.point.kind, row.point.measure, row.others) == ("apparent_only", "violations", ("i_b",))


def test_one_counter_by_two_names_two_days_or_two_areas_are_no_point() -> None:
    assert found(bulletin("a", "RUS", 19), bulletin("b", "RUS.mod", 18)) == []
    assert found(bulletin("a", "RUS", 19), bulletin("b", "TUR", 18, period=("2020-03-09", "2020-03-10"))) == []
    assert found(bulletin("a", "RUS", 19), bulletin("b", "TUR", 18, place=IDLIB)) == []


def test_strikes_said_to_have_stopped_part_from_a_strike_then_and_there() -> None:
    (row,) = found(calm(), act())
    assert (row.point.field, row.point.kind, row.others) == ("occurrence", "disagree", ("i_c_act",))
    assert [side.claims for side in row.point.sides] == [("c_calm",), ("c_act",)]


def test_a_strike_of_that_day_may_have_come_before_the_stop() -> None:
    (row,) = found(calm(), act(time=a_time("2020-03-06", "2020-03-07")))
    assert row.point.kind == "apparent_only"


def test_calm_leaves_room_for_a_single_act() -> None:
    (row,) = found(calm("wd.hostilities_halt"), act("kin.shelling"))
    assert row.point.kind == "apparent_only"


def test_another_kind_place_or_day_or_one_report_is_no_point() -> None:
    assert found(calm(), act("kin.shelling")) == []
    assert found(calm(), act(time=a_time("2020-03-05T10:00", "2020-03-05T11:00", "hour"))) == []
    assert found(calm(), act(place=dataclasses.replace(SARAQIB, within=("SY",)))) == []
    assert found(calm(report="r_act"), act()) == []
    assert found(calm(), act(modality="planned")) == []


def test_such_points_are_rows_and_are_counted() -> None:
    record = a_record(calm(), act(), bulletin("a", "RUS", 19), bulletin("b", "TUR", 18))
    held, shown = counts(record), rows(record)
    assert (held.real, held.apparent, len(shown)) == (1, 1, 2)
    assert shown[0].others == ("i_c_act",)
    assert [q.report for side in shown[0].sides for q in side.quotations] == ["r_calm", "r_act"]
    assert len({row.id for row in shown}) == 2
