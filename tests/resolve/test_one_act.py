"""resolve: when two tellings are of one act: a passage, a story, a seldom act; and what no story can join."""

from __future__ import annotations

import pytest

from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_place, a_report, a_time, an_actor
from trucewatch.model import Claim, Report, Time
from trucewatch.resolve import incidents

TURKS, SYRIANS = an_actor("TUR.army", "target"), an_actor("SYR.army", "target")
STORY = "By the mill of Tell Zeitoun, said Nadir Belkacem and Omar Haddouche, 47 houses near Wadi Karam burnt."
UNDATED = a_time(None, "2020-02-29", "open", basis="published")


def made(*claims: Claim, text: str | None = None) -> int:
    """How many incidents the claims make; all reports tell one story where a text is given."""
    reports: list[Report] = []
    for id_ in sorted({claim.report for claim in claims}):
        fields = {"text": f"{text} Told by {id_}."} if text else {}
        reports.append(a_report(id_, **fields))
    return len(incidents(list(claims), reports))


def bare(
    id_: str, report: str = "r_1", at: int = 40, time: Time | None = UNDATED, type_: str = "kin.air_strike"
) -> Claim:
    """A mention of an act without sides, place or number."""
    return a_claim(id_, type_, report=report, place=None, time=time, spans=((at, at + 8),))


def test_a_passage_that_names_its_act_again_tells_of_one_act() -> None:
    strike = a_claim("c_1", actors=[TURKS], figures=[a_figure(5)], place=None)
    assert made(strike, bare("c_2")) == 1


def test_an_act_named_far_down_the_report_is_left_alone() -> None:
    strike = a_claim("c_1", actors=[TURKS], figures=[a_figure(5)], place=None)
    assert made(strike, bare("c_2", at=5000)) == 2


def test_a_blow_and_its_answer_in_one_passage_are_two_acts_even_with_a_bare_mention_between() -> None:
    blow = a_claim("c_1", "kin.shelling", actors=[TURKS], figures=[a_figure(2)], place=IDLIB)
    answer = a_claim("c_2", "kin.shelling", actors=[SYRIANS], figures=[a_figure(31)], place=IDLIB, spans=((60, 72),))
    between = bare("c_3", at=30, type_="kin.shelling", time=a_time("2020-02-27", "2020-02-28"))
    assert made(blow, answer, between) == 2


def test_reports_of_one_story_join_what_gives_neither_day_nor_place() -> None:
    one, other = bare("c_1", "r_1"), bare("c_2", "r_2")
    assert made(one, other, text=STORY) == 1
    assert made(one, other) == 2


def test_armies_that_meet_every_day_need_more_than_a_story() -> None:
    first = a_claim(
        "c_1", "kin.shelling", report="r_1", actors=[TURKS], figures=[a_figure(2)], place=None, time=UNDATED
    )
    later = a_claim("c_2", "kin.shelling", report="r_2", actors=[TURKS], figures=[a_figure(2)], place=None,
                    time=a_time("2020-03-12", "2020-03-13"))  # fmt: skip
    assert made(first, later, text=STORY) == 2


def test_a_sum_of_many_losses_joins_no_strike_on_the_village_that_the_report_names() -> None:
    strike = a_claim("c_1", figures=[a_figure(15)])
    inherited = a_place("Saraqib", "x-saraqib", lat=35.864, lon=36.806, radius_km=3.0, basis="inherited")
    total = a_claim("c_2", "harm.killed", place=inherited, time=UNDATED, spans=((50, 60),),
                    figures=[a_figure(470, approximator="more_than", population="civilians")])  # fmt: skip
    assert made(strike, total) == 2


def test_the_days_losses_and_one_strike_of_that_day_are_two_things() -> None:
    strike = a_claim("c_1", "kin.drone_strike", report="r_1", place=IDLIB, actors=[SYRIANS],
                     figures=[a_figure(21, "neutralised", "SYR.army")])  # fmt: skip
    losses = a_claim("c_2", "harm.killed", report="r_2", place=IDLIB, actors=[SYRIANS],
                     figures=[a_figure(184, population="SYR.army")])  # fmt: skip
    assert made(strike, losses, text=STORY) == 2


def test_planes_of_one_side_and_drones_of_the_other_are_two_acts() -> None:
    planes = a_claim("c_1", "kin.aircraft_downed", report="r_1", place=IDLIB, actors=[an_actor("TUR")])
    again = a_claim("c_2", "kin.aircraft_downed", report="r_2", place=IDLIB, figures=[a_figure(2, "aircraft")],
                    actors=[an_actor("TUR.army"), an_actor("SYR.airforce", "target")])  # fmt: skip
    drones = a_claim(
        "c_3", "kin.aircraft_downed", report="r_3", place=IDLIB, actors=[an_actor("TUR.airforce", "target")]
    )
    found = incidents([planes, again, drones], [a_report(f"r_{n}") for n in (1, 2, 3)])
    assert [incident.claims for incident in found] == [("c_1", "c_2"), ("c_3",)]


BOTH = [an_actor("RUS", "party"), an_actor("TUR", "party")]


@pytest.mark.parametrize(("actors", "count"), [(BOTH, 1), ([], 1), (BOTH[:1], 2)])
def test_a_joint_patrol_is_one_however_it_is_told_and_one_sides_patrol_is_another(
    actors: list[object], count: int
) -> None:
    here = a_claim("c_1", "mon.patrol", report="r_1", actors=BOTH, place=IDLIB)
    there = a_claim("c_2", "mon.patrol", report="r_2", actors=actors, place=SARAQIB)
    assert made(here, there) == count


def test_what_is_usually_done_is_not_the_patrol_of_the_day() -> None:
    usual = a_claim("c_1", "mon.patrol", report="r_1", modality="ongoing", place=IDLIB, time=UNDATED)
    assert made(usual, a_claim("c_2", "mon.patrol", report="r_2", place=SARAQIB)) == 2


def test_two_patrols_cut_short_on_one_day_are_one_in_two_languages() -> None:
    english = a_claim("c_1", "mon.patrol", report="r_1", outcome="cut_short", place=None, time=UNDATED)
    french = a_claim("c_2", "mon.patrol", report="r_2", outcome="cut_short", place=None,
                     time=a_time("2020-02-28", "2020-02-29"))  # fmt: skip
    assert made(english, french) == 1


def test_bulletins_of_two_counters_are_never_one() -> None:
    counted = [
        a_claim(f"c_{n}", "kin.shelling", report=f"r_{n}", figures=[a_figure(19, "violations", counted_by=by)])
        for n, by in enumerate(("RUS.mod", "TUR.mod"))
    ]
    assert made(*counted) == 2


def test_talks_that_name_nobody_are_those_that_the_report_is_about() -> None:
    named = a_claim("c_1", "dip.talks", actors=BOTH, place=None, modality="planned")
    announced = a_time("2020-02-26", None, precision="open", basis="inherited")
    nameless = a_claim(
        "c_2", "dip.talks", actors=[], place=None, modality="planned", time=announced, spans=((900, 912),)
    )
    elsewhere = a_claim("c_3", "dip.talks", report="r_2", actors=[], place=None, modality="planned")
    assert made(named, nameless) == 1
    assert made(named, elsewhere) == 2


@pytest.mark.parametrize(("published", "count"), [("2020-02-28", 1), ("2020-03-02", 2)])
def test_talks_dated_by_their_report_may_be_those_of_the_day_before(published: str, count: int) -> None:
    told = a_claim("c_1", "dip.talks", actors=BOTH, place=None, time=a_time(published, basis="published"))
    assert made(told, a_claim("c_2", "dip.talks", report="r_2", actors=BOTH, place=None)) == count
