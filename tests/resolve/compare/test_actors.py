"""resolve: do two claims name the same actors in the same parts?"""

from __future__ import annotations

from typing import Any

from tests.factories import a_claim, a_time, an_actor
from trucewatch.model import ActorRole
from trucewatch.resolve.compare import actors_fit
from trucewatch.resolve.subject import Subject, subject

LONG: dict[str, Any] = {"time": a_time("2020-02-01", "2020-03-01", "month"), "background": True}


def told(doer: str | None = None, target: str | None = None, **fields: Any) -> Subject:
    actors = [an_actor(id_, role) for id_, role in ((doer, "perpetrator"), (target, "target")) if id_]  # type: ignore[arg-type]
    return subject(a_claim(actors=fields.pop("actors", actors), **fields), "2020-03-05", "root")


def test_a_capital_and_its_army_are_one_side() -> None:
    assert actors_fit(told("TUR", "SYR.army"), told("TUR.army", "SYR.gov")).score == 1.0


def test_the_other_way_round_is_another_thing() -> None:
    assert actors_fit(told("TUR", "SYR.army"), told("SYR.army", "TUR.army")).score == 0.0


def test_rival_accounts_of_one_happening_are_not_parted_and_campaigns_are() -> None:
    assert 0 < actors_fit(told("TUR"), told("SYR.army")).score < 0.5
    assert actors_fit(told("TUR", **LONG), told("SYR.army", **LONG)).score == 0.0


def test_who_is_not_named_tells_nothing() -> None:
    assert actors_fit(told(), told("TUR")).score == 0.5


def test_a_gunman_and_a_gunman_may_be_two_men() -> None:
    one = told(actors=[ActorRole("perpetrator", "a gunman")])
    assert actors_fit(one, one).score == 0.5


def test_meetings_need_the_same_participants() -> None:
    two = told(actors=[an_actor("RUS", "party"), an_actor("TUR", "party")], type="dip.talks")
    others = told(actors=[an_actor("RUS", "party"), an_actor("FRA", "party")], type="dip.talks")
    assert actors_fit(two, two).score == 1.0
    assert actors_fit(two, others).score == 0.0
