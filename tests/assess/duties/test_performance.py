"""What was nearly a performance is told beside a duty that lacks one, with the condition that keeps it out."""

from __future__ import annotations

from tests.factories import a_claim, a_place, a_report, a_time, an_actor, an_incident
from trucewatch.assess import findings, load_agreement
from trucewatch.model import Claim, Finding, Incident, IncidentActor, Place

ROAD = a_place("M4", level="route", lat=35.85, lon=36.6, radius_km=30.0)
FAR = a_place("Far Village", lat=33.0, lon=38.0, radius_km=1.0)
BOTH = ("RUS", "TUR")
TEXT = load_agreement("idlib-2020")


def patrol(number: int, day: int, who: tuple[str, ...] = BOTH, place: Place = ROAD) -> tuple[Incident, Claim]:
    when = a_time(f"2020-03-{day:02}", f"2020-03-{day + 1:02}")
    claim = a_claim(
        f"c_{number}", "mon.patrol", time=when, place=place, root=f"Outlet {number}", joint=len(who) > 1,
        actors=tuple(an_actor(one, "party") for one in who),
    )  # fmt: skip
    incident = an_incident(
        f"i_{number}", type="mon.patrol", time=when, place=place, claims=(claim.id,), roots=(f"Outlet {number}",),
        actors=tuple(IncidentActor("party", one, one) for one in who),
    )  # fmt: skip
    return incident, claim


def first_patrol(*told: tuple[Incident, Claim]) -> Finding:
    incidents, claims = [one for one, _ in told], [claim for _, claim in told]
    made = findings(incidents, claims, [a_report()], [TEXT], valid="2020-03-20", known="2020-03-20")
    return next(one for one in made if one.provision == "art3-first")


def nearly(found: Finding) -> list[str]:
    return [why for why in found.why if why.startswith("Nearly counted")]


def test_a_patrol_of_one_side_is_told_beside_the_duty() -> None:
    found = first_patrol(patrol(1, 15, ("RUS",)))
    assert found.label == "overdue"
    assert nearly(found) == ["Nearly counted: Outlet 1 told of one, but not by all who are bound together."]


def test_one_before_the_day_and_one_elsewhere_say_what_keeps_them_out() -> None:
    early, far = nearly(first_patrol(patrol(1, 10), patrol(2, 15, BOTH, FAR)))
    assert early.startswith("Nearly counted: Outlet 1 told of one, but 2020-03-10")
    assert "outside of the time" in early
    assert "Far Village is" in far
    assert "outside the edge of Security corridor" in far


def test_what_misses_two_conditions_is_not_near() -> None:
    assert nearly(first_patrol(patrol(1, 10, ("TUR",)))) == []


def test_three_are_told_and_the_rest_are_counted() -> None:
    found = first_patrol(*(patrol(n, 15, ("RUS",)) for n in range(5)))
    assert nearly(found)[-1] == "Nearly counted besides: 2."
    assert len(nearly(found)) == 4


def test_a_duty_that_was_done_has_no_need_of_them() -> None:
    found = first_patrol(patrol(1, 15), patrol(2, 15, ("RUS",)))
    assert found.label == "fulfilled"
    assert nearly(found) == []
