"""Cases on which a tool like this is judged: thresholds, clocks, counters, and what each side says of the other."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest

from tests.assess.worlds import SOUND, load
from tests.factories import a_claim, a_figure, a_place, a_report, a_speaker, a_time, an_actor, an_incident
from trucewatch.assess import findings, load_agreement
from trucewatch.model import Agreement, Claim, Finding, Incident, IncidentActor, Place

NOW = "2031-04-20T00:00:00Z"
DAY = a_time("2031-04-03", "2031-04-04")
ROAD_LAT, KM_OF_LAT = 35.0, 110.94
"""The road of the sample runs along this parallel; so many kilometres are one degree northwards there."""


def narrow() -> Agreement:
    """The sample with a corridor whose line is known to fifty metres."""
    text = SOUND.read_text(encoding="utf-8")
    return load(text.replace("tolerance: 500 m", "tolerance: 50 m"))


def shelling(place: Place, *claims: Claim, **fields: Any) -> Incident:
    """Shelling by the north."""
    actors = (IncidentActor("perpetrator", "North", "NOR.army"), IncidentActor("target", "South", "SOU.army"))
    names = tuple(claim.id for claim in claims)
    roots = tuple(sorted({str(claim.root) for claim in claims}))
    fields.setdefault("actors", actors)
    return an_incident(type="kin.shelling", time=DAY, place=place, claims=names, roots=roots, **fields)


def account(id_: str, root: str, **fields: Any) -> Claim:
    """One account of it."""
    return a_claim(id_, "kin.shelling", time=DAY, root=root, **fields)


def held(incidents: Sequence[Incident], claims: Sequence[Claim], text: Agreement, term: str) -> list[Finding]:
    """The findings of one term."""
    made = findings(incidents, claims, [a_report(published="2031-04-04")], [text], valid=NOW, known=NOW)
    return [one for one in made if one.provision == term]


@pytest.mark.parametrize(("km", "label"), [(5.7, "supported"), (5.9, "possible"), (6.0, "possible"), (6.1, "possible")])
def test_a_point_six_kilometres_from_the_road_is_neither_in_nor_out(km: float, label: str) -> None:
    village = a_place("Village", lon=36.25, lat=ROAD_LAT + km / KM_OF_LAT, radius_km=0.2)
    both = (account("c_1", "A"), account("c_2", "B"))
    (found,) = held([shelling(village, *both)], both, narrow(), "calm")
    assert (found.label, found.decisive) == (label, () if label == "supported" else ("place",))
    if km == 6.0:
        low, high = found.facets["place"].p or (0.0, 0.0)
        assert 0.2 < low < high < 0.8


def test_a_point_past_the_doubt_is_outside() -> None:
    village = a_place("Village", lon=36.25, lat=ROAD_LAT + 6.3 / KM_OF_LAT, radius_km=0.2)
    found = held([shelling(village, account("c_1", "A"))], [account("c_1", "A")], narrow(), "calm")[0]
    assert (found.label, found.decisive) == ("outside", ("place",))


def test_when_each_side_says_that_it_answered_the_other_neither_is_excepted_by_its_own_word_alone() -> None:
    text = load_agreement("idlib-2020")
    village = a_place("Village", lon=36.76, lat=35.88, radius_km=1.0)
    when = a_time("2020-03-08", "2020-03-09")

    def fire(number: int, by: str, at: str) -> tuple[Incident, Claim]:
        claim = a_claim(
            f"c_{number}", "kin.shelling", report=f"r_{number}", time=when, place=village, root=by,
            response_to="attack", actors=(an_actor(by), an_actor(at, "target")),
            attribution=(a_speaker(by, "party", by),),
        )  # fmt: skip
        actors = (IncidentActor("perpetrator", by, by), IncidentActor("target", at, at))
        return (
            an_incident(
                f"i_{number}", type="kin.shelling", claims=(claim.id,), roots=(by,), actors=actors, time=when,
                place=village,
            ),
            claim,
        )  # fmt: skip

    pairs = [fire(1, "TUR.army", "SYR.army"), fire(2, "SYR.army", "TUR.army")]
    incidents, claims = [one for one, _ in pairs], [claim for _, claim in pairs]
    made = findings(incidents, claims, [a_report(published="2020-03-09")], [text], valid="2020-03-10T00:00:00Z")
    got = {one.incident: one for one in made if one.provision == "art1"}
    # The right to respond is one side's statement: it leaves that side's fire open, and takes nothing from the other's.
    assert got["i_1"].facets["not_excepted"].value == "N"
    assert got["i_1"].label == "possible"
    assert got["i_2"].label in ("alleged", "possible")
    assert "excepted" not in {one.label for one in got.values()}


def test_two_accounts_merged_later_meet_the_standard_that_neither_met() -> None:
    village = a_place("Village", lon=36.25, lat=35.0, radius_km=0.5)
    one, two = account("c_1", "A"), account("c_2", "B", report="r_2")
    apart = [shelling(village, one), dataclasses.replace(shelling(village, two), id="i_2")]
    before = held(apart, (one, two), narrow(), "calm")
    merged = [shelling(village, one, two), dataclasses.replace(apart[1], merged_into="i_1")]
    after = held(merged, (one, two), narrow(), "calm")
    assert [(f.incident, f.label) for f in before] == [("i_1", "alleged"), ("i_2", "alleged")]
    assert [(f.incident, f.label) for f in after] == [("i_1", "supported")]
    assert before[0].id == after[0].id


def test_two_counters_about_the_number_asked_for_are_two_answers() -> None:
    text = load_agreement("gaza-2025")
    day = a_time("2025-02-01", "2025-02-02")
    told = [("Counter A", 598.0), ("Counter B", 605.0)]
    claims = [
        a_claim(
            f"c_{n}", "hum.aid_delivered", report=f"r_{n}", time=day, place=None, root=who,
            figures=a_figure(number, "trucks", counted_by=who),
        )
        for n, (who, number) in enumerate(told)
    ]  # fmt: skip
    incidents = [
        an_incident(f"i_{n}", type="hum.aid_delivered", claims=(f"c_{n}",), roots=(who,), time=day, place=None)
        for n, (who, _) in enumerate(told)
    ]
    made = findings(incidents, claims, [a_report(published="2025-02-02")], [text], valid="2025-02-03T00:00:00Z")
    (found,) = [one for one in made if one.provision == "trucks" and one.readings]
    assert (found.label, found.readings) == ("disputed", {"Counter A": "partly", "Counter B": "fulfilled"})
    assert found.instance is not None
    assert found.instance.count == {"low": 598.0, "high": 605.0, "of": 600.0}
