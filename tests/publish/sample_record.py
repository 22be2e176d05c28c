"""A record made by hand: an invented truce between North and South."""

from __future__ import annotations

from typing import Any

from tests.publish.sample_agreements import agreement, earlier_agreement
from tests.publish.sample_claims import MARJ, SAFIR, claims, reports
from trucewatch.model import (
    CoverageRow,
    Disagreement,
    Facet,
    FigureValue,
    Finding,
    Incident,
    IncidentActor,
    IncidentFigure,
    Instance,
    Record,
    Rejected,
    RunInfo,
    Side,
    Time,
)


def incidents() -> tuple[Incident, ...]:
    killed = IncidentFigure(
        "killed",
        "disagree",
        (FigureValue("c_strike_en", 34, 34, "NPA"), FigureValue("c_strike_fr", 33, 33, "Agence du Port")),
        "XNO.army",
        33,
        34,
        None,
        "33 and 34 do not meet and count the same people",
    )
    return (
        Incident(
            "i_strike",
            "event",
            "kin.air_strike",
            ("c_strike_en", "c_strike_fr"),
            ("r_one", "r_two"),
            ("NPA", "Agence du Port"),
            Time("2031-02-27", "2031-02-28"),
            MARJ,
            (
                IncidentActor("perpetrator", "the South", "XSO", "blamed", ("NPA",)),
                IncidentActor("target", "soldiers of the North", "XNO.army"),
            ),
            (killed,),
            "corroborated",
            "alleged",
            (
                Disagreement(
                    "figure",
                    "disagree",
                    ("c_strike_en", "c_strike_fr"),
                    "33 and 34 do not meet",
                    (Side("34", ("c_strike_en",), ("NPA",)), Side("33", ("c_strike_fr",), ("Agence du Port",))),
                    "killed",
                    "XNO.army",
                ),
                Disagreement("time", "apparent_only", ("c_strike_en", "c_strike_fr"), "Thursday was 27 February"),
            ),
            ("same act, same day",),
        ),
        Incident(
            "i_before",
            "event",
            "kin.drone_strike",
            ("c_before",),
            ("r_three",),
            ("المرصد",),
            Time("2031-03-05T15:00", "2031-03-05T15:01", "minute", zone="+02:00"),
            MARJ,
            (),
            (IncidentFigure("killed", "single", (FigureValue("c_before", 0, 21, "المرصد"),), "XSO.army", 0, 21),),
        ),
        Incident(
            "i_drones",
            "event",
            "pos.overflight",
            ("c_drones",),
            ("r_one",),
            ("NPA",),
            Time("2031-03-04", "2031-03-05"),
            figures=(IncidentFigure("aircraft", "single", (FigureValue("c_drones", 2, 2, "NPA"),), None, 2, 2),),
        ),
        Incident(
            "i_halt",
            "event",
            "wd.hostilities_halt",
            ("c_halt",),
            ("r_three",),
            ("المرصد",),
            Time("2031-03-06", None, "open"),
            MARJ,
        ),
        Incident(
            "i_shells",
            "event",
            "kin.shelling",
            ("c_shells", "c_denial"),
            ("r_four",),
            ("The South",),
            Time("2031-03-07", "2031-03-08"),
            SAFIR,
            (IncidentActor("perpetrator", "The South", "XSO", "stated", (), ("The South",)),),
            (),
            "contested",
            "none",
            (
                Disagreement(
                    "occurrence", "disagree", ("c_shells", "c_denial"), "one account asserts it, the other denies it"
                ),
            ),
        ),
        Incident(
            "i_talks",
            "event",
            "dip.talks",
            ("c_talks",),
            ("r_one",),
            ("NPA",),
            Time("2031-03-05", "2031-03-06"),
            figures=(IncidentFigure("duration_h", "single", (FigureValue("c_talks", 6, 6, "NPA"),), None, 6, 6),),
        ),
        Incident("i_demand", "statement", "dip.demand", ("c_demand",), ("r_one",), ("NPA",)),
        Incident("i_hope", "statement", "dip.hope", ("c_hope",), ("r_two",)),
        Incident(
            "i_displaced",
            "figure",
            "harm.displaced",
            ("c_displaced",),
            ("r_two",),
            (),
            Time("2030-12-01", "2031-03-06"),
            figures=(
                IncidentFigure(
                    "displaced",
                    "single",
                    (FigureValue("c_displaced", 900_000, 1_000_000, None, "nearly"),),
                    None,
                    900_000,
                    1_000_000,
                ),
            ),
        ),
        Incident(
            "i_refugees",
            "state",
            "state.refugee_stock",
            ("c_refugees",),
            ("r_four",),
            figures=(
                IncidentFigure(
                    "refugees",
                    "single",
                    (FigureValue("c_refugees", 3_600_000, 4_400_000, None, "about"),),
                    None,
                    3_600_000,
                    4_400_000,
                ),
            ),
        ),
    )


def findings() -> tuple[Finding, ...]:
    as_of = {"valid": "2031-03-08T22:00Z", "known": "2031-03-08T22:00Z"}
    one: dict[str, Any] = {
        "agreement": "harbour-2031",
        "agreement_hash": "e" * 64,
        "profile_hash": "9" * 64,
        "as_of": as_of,
    }
    two = {**one, "agreement": "hill-2029", "agreement_hash": "f" * 64}
    before = Facet("F", "the strike lies seven days before entry into force")
    yes = Facet("T", "one root asserts it")
    return (
        Finding(
            "f_1",
            provision="stop",
            kind="prohibition",
            label="outside",
            incident="i_strike",
            facets={"occurrence": yes, "time": before},
            decisive=("time",),
            **one,
        ),
        Finding(
            "f_2",
            provision="stop",
            kind="prohibition",
            label="outside",
            incident="i_before",
            facets={"occurrence": yes, "time": Facet("F", "six to seven hours before entry into force")},
            decisive=("time",),
            **one,
        ),
        Finding(
            "f_3",
            provision="stop",
            kind="prohibition",
            label="disputed_unproven",
            incident="i_shells",
            facets={
                "occurrence": Facet("B", "one account asserts it, one denies it"),
                "act": Facet("T", "shelling is covered"),
                "time": Facet("T", "after entry into force"),
                "place": Facet("N", "the line has no map", (0.2, 1.0)),
                "bearer": Facet("N", "no one is named"),
                "not_excepted": Facet("T", "no exception is claimed"),
            },
            decisive=("occurrence", "place", "bearer"),
            would_change=("a second root that asserts or denies it",),
            readings={"near the line": "possible", "the whole area": "disputed"},
            **one,
        ),
        Finding(
            "f_4",
            provision="stop",
            kind="prohibition",
            label="maintained",
            supports=("c_halt",),
            incident="i_halt",
            why=("air strikes are said to have stopped",),
            **one,
        ),
        Finding(
            "f_5",
            provision="map",
            kind="obligation",
            label="pending",
            instance=Instance(("2031-03-12T22:00Z", "2031-03-13T22:00Z"), {"low": 0.0, "high": 0.0, "of": 1.0}),
            **one,
        ),
        Finding(
            "f_6",
            provision="patrols",
            kind="obligation",
            label="pending",
            instance=Instance(("2031-03-15", "2031-03-15")),
            **one,
        ),
        Finding(
            "f_7",
            provision="calm",
            kind="prohibition",
            label="alleged",
            incident="i_strike",
            facets={"occurrence": yes, "bearer": Facet("N", "the South is blamed, no one admits it")},
            decisive=("bearer",),
            **two,
        ),
    )


def record() -> Record:
    return Record(
        reports=reports(),
        claims=claims(),
        incidents=incidents(),
        findings=findings(),
        agreements=(earlier_agreement(), agreement()),
        coverage=(
            CoverageRow(1, 5, "2031-03-05", "en", "The Coast Courier", "NPA", "agency"),
            CoverageRow(1, 3, "2031-03-05", "fr", "Gazette du Nord", "Agence du Port", "agency"),
            CoverageRow(1, 2, "2031-03-06", "ar", "صحيفة الساحل", "المرصد", "monitor"),
            CoverageRow(1, 3, "2031-03-08", "en", "Hill Post", None, None),
        ),
        rejected=(Rejected("inbox/empty.txt", "the file is empty.", "Give a file with text.", "0" * 64),),
        run=RunInfo(
            "0.1.0",
            "2031-03-08T22:00Z",
            "published",
            ("harbour-2031",),
            {"profile default": "9" * 64},
            held_back=("r_late",),
            edge_reports=("r_two",),
        ),
    )
