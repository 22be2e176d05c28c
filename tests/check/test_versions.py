"""The checker takes the version in force by itself, and refuses what was found with another."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.dated_truce import CONDITIONS, VERSIONS, dated_truce
from tests.assess.worlds import Told, worlds
from tests.check.given import of_world
from tests.factories import a_claim, a_place, a_speaker, a_time, an_actor, an_incident
from trucewatch.check import verify
from trucewatch.check.versions import shapes, spans
from trucewatch.model import IncidentActor, Where

OTHER = VERSIONS.replace('until: "2031-04-05"', 'until: "2031-04-08"').replace(
    'from: "2031-04-05"', 'from: "2031-04-08"'
)


def shelling(day: int, until: int) -> Told:
    """A shelling on the first road, some days after the truce began."""
    time = a_time(f"2031-04-{day:02}", f"2031-04-{until:02}")
    place = a_place("Southby", lon=36.25, lat=35.0, radius_km=0.2)
    claim = a_claim(
        "c_1", "kin.shelling", time=time, place=place, actors=(an_actor("NOR", "perpetrator"),),
        attribution=(a_speaker("Monitor A", "monitor", None),), root="Monitor A",
    )  # fmt: skip
    incident = an_incident(
        "i_1", type="kin.shelling", time=time, place=place, actors=(IncidentActor("perpetrator", "NOR", "NOR"),),
        claims=("c_1",), roots=("Monitor A",),
    )  # fmt: skip
    return incident, (claim,)


@settings(max_examples=100, deadline=None)
@given(worlds(), st.sampled_from(CONDITIONS))
def test_both_ways_of_working_it_out_agree_on_dated_lines(world: list[Told], where: str) -> None:
    assert verify(of_world(world, dated_truce(VERSIONS, where))) == ()


@pytest.mark.parametrize(
    ("days", "value"), [((4, 5), "T"), ((5, 6), "F"), ((4, 6), "N"), ((10, 12), "N"), ((12, 13), "T"), ((6, 9), "F")]
)
def test_both_give_the_place_of_each_day_the_same_value(days: tuple[int, int], value: str) -> None:
    told = of_world([shelling(*days)], dated_truce())
    assert [one.facets["place"].value for one in told.findings if one.incident and one.provision == "calm"] == [value]
    assert verify(told) == ()


@pytest.mark.parametrize("days", [(5, 6), (6, 8), (4, 6), (7, 9)])
def test_a_finding_made_with_the_wrong_version_is_refused(days: tuple[int, int]) -> None:
    wrong = of_world([shelling(*days)], dated_truce(OTHER))
    right = dated_truce()
    # Whoever tampers would name the right text: its hash is put in, so that the version alone is at fault.
    made = [dataclasses.replace(one, agreement_hash=right.hash) for one in wrong.findings]
    refused = [one.why for one in verify(dataclasses.replace(wrong, findings=made, agreements=[right]))]
    assert any("place" in why for why in refused), refused


def test_all_time_is_cut_where_a_line_changes_and_nowhere_else() -> None:
    text = dated_truce()
    cut = spans(Where("within", "shared"), text)
    assert [str(one) for one in cut] == [
        "until 2031-04-05", "from 2031-04-05 until 2031-04-10", "from 2031-04-10 until 2031-04-12", "from 2031-04-12",
    ]  # fmt: skip
    assert [[one.gap for one in shapes(Where("within", "shared"), text, span)] for span in cut] == [
        [False], [False], [True], [False],
    ]  # fmt: skip
    assert [str(one) for one in spans(Where("within", "box"), text)] == [""]
