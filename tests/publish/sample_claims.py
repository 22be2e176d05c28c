"""Reports and claims made by hand: an invented truce told in English, French and Arabic."""

from __future__ import annotations

from typing import Any

from trucewatch.model import (
    ActorRole,
    Attribution,
    Claim,
    Figure,
    Place,
    Report,
    Span,
    Time,
    TimeReading,
)
from trucewatch.model.claim import Measure

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
