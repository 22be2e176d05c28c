"""A record made by hand: an invented truce between North and South, told in English, French and Arabic."""

from __future__ import annotations

from typing import Any

from trucewatch.model import (
    ActorRole,
    Agreement,
    AgreementSource,
    Anchor,
    Attribution,
    Claim,
    CoverageRow,
    Disagreement,
    Facet,
    Figure,
    FigureValue,
    Finding,
    Incident,
    IncidentActor,
    IncidentFigure,
    Instance,
    Line,
    Party,
    Place,
    Provision,
    Record,
    Rejected,
    Report,
    RunInfo,
    Span,
    Time,
    TimeReading,
    Window,
    Zone,
)
from trucewatch.model.claim import Measure

ROAD = ((36.10, 35.75), (36.30, 35.80), (36.55, 35.83), (36.72, 35.86), (36.90, 35.95))
TEXTS = {
    "r_one": "An air strike on Thursday killed 34 soldiers of the North near Marj, the ministry said. "
    "Talks lasted six hours. Samir Haddad, a farmer, saw two drones over the road. "
    "The North demanded that the South stop shelling the road.",
    "r_two": "Une frappe aérienne a tué 33 soldats le 27 février, selon l'agence. "
    "Près d'un million de personnes ont été déplacées depuis décembre. La délégation espère une trêve durable.",
    "r_three": "قال المرصد إن الغارات توقفت في مرج منذ الجمعة. قُتل 21 جنديًا من الجنوب يوم الخميس الساعة 15:00.",
    "r_four": "Shells fell on the road at Tell Safir on 7 March, residents said. The South denied firing. "
    "Some four million refugees live abroad.",
}


def _span(report: str, words: str) -> Span:
    start = TEXTS[report].index(words)
    return start, start + len(words)


def _figure(report: str, words: str, measure: Measure, low: float | None, high: float | None, **more: Any) -> Figure:
    return Figure(measure, low, high, text=words, span=_span(report, words), **more)


def _claim(id_: str, report: str, words: str, type_: str, **more: Any) -> Claim:
    return Claim(id_, report, (_span(report, words),), words, type_, why=("rule of the sample",), **more)


def reports() -> tuple[Report, ...]:
    return (
        Report(
            "r_one",
            TEXTS["r_one"],
            "Talks follow a strike",
            "en",
            "The Coast Courier",
            ("NPA",),
            "2031-03-05",
            "stated",
            "https://example.org/one",
            None,
            "a" * 64,
            furniture=((0, 0), (10, 30)),
        ),
        Report(
            "r_two",
            TEXTS["r_two"],
            "La trêve en question",
            "fr",
            "Gazette du Nord",
            (),
            "2031-03-05/2031-03-06",
            "inferred",
            None,
            None,
            "b" * 64,
        ),
        Report(
            "r_three",
            TEXTS["r_three"],
            "هدوء حذر",
            "ar",
            "صحيفة الساحل",
            (),
            "2031-03-06",
            "metadata",
            None,
            None,
            "c" * 64,
        ),
        Report(
            "r_four",
            TEXTS["r_four"],
            "Shells on the road",
            "en",
            "Hill Post",
            (),
            "2031-03-08",
            "stated",
            None,
            None,
            "d" * 64,
            translated_from="fr",
        ),
    )


MARJ = Place("Marj", "Marj", "g:marj", "province", 35.93, 36.63, 40.0)
SAFIR = Place("Tell Safir", "Tell Safir", "g:safir", "settlement", 35.84, 36.60, 3.0, "near")
NPA = Attribution("NPA", "agency", "NPA")
MINISTRY = Attribution("the ministry", "official", "XNO.defence", "said")


def claims() -> tuple[Claim, ...]:
    south = ActorRole("perpetrator", "the South", "XSO", "blamed")
    north = ActorRole("target", "soldiers of the North", "XNO.army")
    return (
        _claim(
            "c_strike_en",
            "r_one",
            "An air strike on Thursday killed 34 soldiers of the North near Marj",
            "kin.air_strike",
            time=Time(
                "2031-02-27",
                "2031-02-28",
                "day",
                "stated",
                "Thursday",
                readings=(TimeReading("the Thursday of the report", "2031-03-05", "2031-03-06"),),
            ),
            place=MARJ,
            actors=(south, north),
            figures=(_figure("r_one", "34", "killed", 34, 34, population="XNO.army"),),
            attribution=(MINISTRY, NPA),
            root="NPA",
            confidence=0.9,
        ),
        _claim(
            "c_strike_fr",
            "r_two",
            "Une frappe aérienne a tué 33 soldats le 27 février",
            "kin.air_strike",
            time=Time("2031-02-27", "2031-02-28", "day", "stated", "le 27 février"),
            actors=(north,),
            figures=(_figure("r_two", "33", "killed", 33, 33, population="XNO.army"),),
            attribution=(Attribution("Agence du Port", "agency"),),
            root="Agence du Port",
            confidence=0.85,
        ),
        _claim(
            "c_talks",
            "r_one",
            "Talks lasted six hours",
            "dip.talks",
            time=Time("2031-03-05", "2031-03-06"),
            figures=(_figure("r_one", "six hours", "duration_h", 6, 6),),
            attribution=(NPA,),
            root="NPA",
        ),
        _claim(
            "c_drones",
            "r_one",
            "Samir Haddad, a farmer, saw two drones over the road",
            "pos.overflight",
            time=Time("2031-03-04", "2031-03-05", "day", "published"),
            observed="seen",
            figures=(_figure("r_one", "two drones", "aircraft", 2, 2),),
            attribution=(Attribution("Samir Haddad", "witness", None, "saw"), NPA),
            root="NPA",
        ),
        _claim(
            "c_demand",
            "r_one",
            "The North demanded that the South stop shelling the road",
            "dip.demand",
            modality="demanded",
            about="kin.shelling",
            actors=(ActorRole("party", "The North", "XNO"),),
            attribution=(Attribution("The North", "party", "XNO", "demanded"), NPA),
            root="NPA",
        ),
        _claim(
            "c_displaced",
            "r_two",
            "Près d'un million de personnes ont été déplacées depuis décembre",
            "harm.displaced",
            time=Time("2030-12-01", "2031-03-06", "month"),
            figures=(
                _figure(
                    "r_two",
                    "Près d'un million",
                    "displaced",
                    900_000,
                    1_000_000,
                    approximator="nearly",
                    period=("2030-12-01", "2031-03-06"),
                ),
            ),
        ),
        _claim(
            "c_hope",
            "r_two",
            "La délégation espère une trêve durable",
            "dip.hope",
            modality="hoped",
            attribution=(Attribution("La délégation", "official"),),
        ),
        _claim(
            "c_halt",
            "r_three",
            "الغارات توقفت في مرج منذ الجمعة",
            "wd.hostilities_halt",
            time=Time("2031-03-06", None, "open", "stated", "منذ الجمعة"),
            place=MARJ,
            attribution=(Attribution("المرصد", "monitor"),),
            root="المرصد",
        ),
        _claim(
            "c_before",
            "r_three",
            "قُتل 21 جنديًا من الجنوب يوم الخميس الساعة 15:00",
            "kin.drone_strike",
            time=Time("2031-03-05T15:00", "2031-03-05T15:01", "minute", zone="+02:00"),
            place=MARJ,
            figures=(_figure("r_three", "21", "killed", 0, 21, population="XSO.army"),),
            attribution=(Attribution("المرصد", "monitor"),),
            root="المرصد",
        ),
        _claim(
            "c_shells",
            "r_four",
            "Shells fell on the road at Tell Safir on 7 March",
            "kin.shelling",
            time=Time("2031-03-07", "2031-03-08"),
            place=SAFIR,
            actors=(ActorRole("object", "the road"),),
            attribution=(Attribution("residents", "witness", None, "said"),),
        ),
        _claim(
            "c_denial",
            "r_four",
            "The South denied firing",
            "kin.shelling",
            modality="denied",
            polarity="-",
            time=Time("2031-03-07", "2031-03-08", basis="inherited"),
            actors=(ActorRole("perpetrator", "The South", "XSO"),),
            attribution=(Attribution("The South", "party", "XSO", "denied"),),
            root="The South",
        ),
        _claim(
            "c_refugees",
            "r_four",
            "Some four million refugees live abroad",
            "state.refugee_stock",
            modality="state",
            figures=(_figure("r_four", "Some four million", "refugees", 3_600_000, 4_400_000, approximator="about"),),
            background=True,
        ),
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
                Disagreement("figure", "disagree", ("c_strike_en", "c_strike_fr"), "33 and 34 do not meet"),
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


def agreement() -> Agreement:
    return Agreement(
        id="harbour-2031",
        title="Harbour Protocol of 5 March 2031",
        signed="2031-03-05",
        tz="+02:00",
        hash="e" * 64,
        sources=(AgreementSource("The text", "https://example.org/text", "en"),),
        parties=(Party("XSO", "South", "state"), Party("XNO", "North", "state")),
        anchors={
            "entry": Anchor("entry", "2031-03-05T21:01Z", "2031-03-05T22:01Z", "the text names no clock"),
            "week": Anchor("week", "2031-03-12T22:00Z", "2031-03-13T22:00Z"),
        },
        lines={"road": Line("road", "R4", ROAD, "reconstructed", 1.0, "drawn by hand")},
        zones={
            "corridor": Zone(
                "corridor",
                "Corridor of the road",
                (tuple((x, y + 0.054) for x, y in ROAD) + tuple((x, y - 0.054) for x, y in reversed(ROAD)),),
                "reconstructed",
                1.0,
                "6 km to each side",
            ),
            "front": Zone("front", "Line of contact", (), "undefined", 0.0, "no map is published"),
        },
        acts={},
        provisions=(
            Provision(
                "stop",
                "prohibition",
                "Cessation",
                "All military action along the line of contact stops.",
                "operative",
                "1",
                bearers=("XNO", "XSO"),
                readings=("near the line", "the whole area"),
            ),
            Provision(
                "map",
                "obligation",
                "Parameters of the corridor",
                "The ministries agree the corridor within seven days.",
                "operative",
                "2",
                "achieve",
                ("XNO", "XSO"),
                when=Window(by="week"),
            ),
            Provision(
                "patrols",
                "obligation",
                "Joint patrols",
                "Joint patrols along the road begin on 15 March.",
                "operative",
                "3",
                "recur",
            ),
            Provision(
                "respond", "permission", "Right to respond", "One side says it keeps the right to respond.", "statement"
            ),
        ),
        supplements=("hill-2029",),
        effective="entry",
    )


def earlier_agreement() -> Agreement:
    return Agreement(
        id="hill-2029",
        title="Hill Memorandum of 2029",
        signed="2029-09-17",
        tz="+02:00",
        hash="f" * 64,
        sources=(),
        parties=(Party("XNO", "North", "state"), Party("XSO", "South", "state")),
        anchors={"entry": Anchor("entry", "2029-09-17T00:00Z", "2029-09-17T00:00Z")},
        lines={},
        zones={},
        acts={},
        provisions=(
            Provision("calm", "prohibition", "Attacks avoided", "Attacks on the area are avoided.", "operative", "2"),
        ),
        effective="entry",
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
