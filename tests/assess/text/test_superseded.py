"""A text in whose place another one stands."""

from __future__ import annotations

import dataclasses

import pytest

from tests.assess.test_laws import NOW, PROFILE
from tests.assess.worlds import SOUND, load
from tests.factories import a_claim, a_place, a_report, a_time, an_incident
from trucewatch.assess import findings
from trucewatch.assess.text.superseded import END, ended
from trucewatch.check import Given, Standard, verify
from trucewatch.model import ActorRole, Agreement, Claim, Incident, IncidentActor

TEXT = SOUND.read_text(encoding="utf-8")
OLD = load(TEXT)
NEW = load(
    TEXT.replace("id: sample\n", "id: later\nsupersedes: [sample]\n")
    .replace('at: "2031-04-02T00:00"', 'at: "2031-04-12T00:00"')
    .replace('end_of: "2031-04-10"', 'end_of: "2031-04-18"')
)


def _shelling(day: int) -> tuple[Incident, Claim]:
    place, time = a_place("V", lon=36.25, lat=35.0, radius_km=0.5), a_time(f"2031-04-{day:02}", f"2031-04-{day + 1:02}")
    claim = a_claim(
        "c_1",
        "kin.shelling",
        time=time,
        place=place,
        root="A",
        actors=(ActorRole("perpetrator", "N", "NOR"), ActorRole("target", "S", "SOU")),
    )
    who = (IncidentActor("perpetrator", "N", "NOR"), IncidentActor("target", "S", "SOU"))
    return an_incident(type="kin.shelling", time=time, place=place, actors=who, claims=("c_1",), roots=("A",)), claim


def _labels(day: int, *texts: Agreement) -> dict[str, str]:
    incident, claim = _shelling(day)
    report = a_report(text=claim.quote, published="2031-04-19")
    made = findings([incident], [claim], [report], texts, valid=NOW, known=NOW, profile=PROFILE)
    assert verify(Given(made, [incident], [claim], [report], texts, Standard.of(PROFILE))) == ()
    return {one.agreement: one.label for one in made if one.provision == "calm" and one.incident}


@pytest.mark.parametrize(
    ("day", "old", "new"), [(5, "alleged", "outside"), (11, "alleged", "outside"), (14, "outside", "alleged")]
)
def test_a_text_ends_when_its_successor_enters_into_force(day: int, old: str, new: str) -> None:
    assert _labels(day, OLD, NEW) == {"sample": old, "later": new}
    assert _labels(day, OLD) == {"sample": "alleged"}


def test_it_keeps_its_hash_and_an_end_of_its_own_that_comes_before() -> None:
    first, second = ended([OLD, NEW])
    assert (first.hash, first.ends, second) == (OLD.hash, END, NEW)
    short = dataclasses.replace(OLD, ends="done")
    assert ended([short, NEW])[0] is short


def test_a_successor_whose_day_is_not_known_ends_nothing() -> None:
    waiting = dataclasses.replace(NEW, effective=None)
    assert ended([OLD, waiting]) == (OLD, waiting)
