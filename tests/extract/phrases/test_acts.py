"""Which act a noun phrase names, and by which weapon."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed_one
from trucewatch.extract.phrases.acts import act_sense, classes_of, exact_type, weapon_of


def _act(text: str) -> str | None:
    item = next(i for i in parsed_one(text).items if i.kind == "np")
    found = act_sense(item)
    return found.type if found is not None else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("An air strike on the town", "kin.air_strike"),
        ("A poison gas attack on the town", "kin.chemical"),
        ("A grenade attack on the guards", "kin.mine_ied"),
        ("A series of air strikes", "kin.air_strike"),
        ("An explosion of two grenades", "kin.mine_ied"),
        ("An explosion of cases", None),
        ("The anniversary of the massacre", None),
        ("A film of the massacre", None),
    ],
)
def test_the_act_is_the_head_made_exact_by_what_stands_around_it(text: str, code: str | None) -> None:
    assert _act(text) == code


def test_raids_by_aircraft_come_from_the_air_and_by_rifles_do_not() -> None:
    assert exact_type("kin.raid_infiltration", "aircraft") == "kin.air_strike"
    assert exact_type("kin.raid_infiltration", "small_arms") == "kin.raid_infiltration"


def test_a_named_army_is_made_of_soldiers() -> None:
    item = next(i for i in parsed_one("Turkish soldiers crossed the river.").items if i.kind == "np")
    assert {"actor", "army_actor", "soldier"} <= classes_of(item)
    assert weapon_of([item]) is None
