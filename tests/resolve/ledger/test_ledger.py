"""resolve: where accounts part, and where they only seem to."""

from __future__ import annotations

from typing import Any

from tests.factories import IDLIB, a_claim, a_figure, a_place, a_speaker, a_time, an_actor
from trucewatch.model import ActorRole, Disagreement, TimeReading, Weapon
from trucewatch.resolve.figures import incident_figures
from trucewatch.resolve.ledger import ledger
from trucewatch.resolve.subject import Subject, subject


def told(id_: str, type_: str = "kin.air_strike", **fields: Any) -> Subject:
    return subject(a_claim(id_, type_, report=fields.pop("report", f"r_{id_}"), **fields), "2020-03-06", f"root {id_}")


def rows(*members: Subject) -> list[tuple[str, str]]:
    return [(row.field, row.kind) for row in _ledger(*members)]


def _ledger(*members: Subject) -> tuple[Disagreement, ...]:
    return ledger(members, incident_figures(members))


def test_accounts_that_agree_leave_the_ledger_empty() -> None:
    assert rows(told("a"), told("b")) == []


def test_one_midnight_named_from_both_sides_only_seems_to_disagree() -> None:
    thursday = told("a", "term.entry_into_force", modality="term", time=a_time("2020-03-06T00:00", precision="hour"))
    friday = told("b", "term.entry_into_force", modality="term", time=a_time("2020-03-06", "2020-03-07"))
    assert rows(thursday, friday) == [("time", "apparent_only")]


def test_two_days_for_one_event_disagree() -> None:
    assert rows(told("a"), told("b", time=a_time("2020-02-29", "2020-03-02"))) == [("time", "disagree")]


def test_two_doers_disagree_and_a_silent_account_does_not() -> None:
    one, other = told("a", actors=[an_actor("SYR.army")]), told("b", actors=[an_actor("RUS.airforce")])
    assert rows(one, other) == [("actor", "disagree")]
    assert rows(one, told("c")) == []


def test_a_denial_is_a_disagreement_over_occurrence() -> None:
    assert rows(told("a"), told("b", modality="denied")) == [("occurrence", "disagree")]


def test_a_drone_strike_is_an_air_strike_told_more_closely_and_shelling_is_another_act() -> None:
    assert rows(told("a"), told("b", "kin.drone_strike")) == [("type", "apparent_only")]
    assert rows(told("a"), told("b", "kin.shelling", weapon=Weapon("mortar"))) == [("type", "disagree")]


def test_one_report_that_tells_a_term_as_planned_and_as_done_disagrees_with_itself() -> None:
    planned = told("a", "term.zone", report="r_1", modality="planned")
    assert rows(planned, told("b", "term.zone", report="r_1")) == [("modality", "disagree")]
    assert rows(planned, told("b", "term.zone", report="r_2")) == [("modality", "apparent_only")]


def test_twelve_wide_and_six_on_each_side_only_seem_to_disagree() -> None:
    wide = told("a", "term.zone", modality="term", figures=[a_figure(12, "width_km")])
    each = told("b", "term.zone", modality="term", figures=[a_figure(6, "width_km")])
    assert rows(wide, each) == [("figure", "apparent_only")]


def test_every_row_names_two_claims_and_says_why() -> None:
    (row,) = _ledger(told("a", figures=[a_figure(33)]), told("b", figures=[a_figure(34)]))
    assert row.claims == ("a", "b")
    assert row.why == "what the words allow does not meet"


def test_what_begins_at_midnight_is_in_force_in_the_morning() -> None:
    midnight = told("a", "term.entry_into_force", modality="planned", time=a_time("2020-03-06T00:00", precision="hour"))
    morning = told(
        "b", "term.entry_into_force", modality="planned", time=a_time("2020-03-06T06:00", "2020-03-06T12:00")
    )
    assert rows(midnight, morning) == [("time", "apparent_only")]


def test_two_figures_of_one_claim_do_not_disagree() -> None:
    assert rows(told("a", figures=[a_figure(2, population="TUR.army"), a_figure(29, population="TUR.army")])) == []


def test_an_act_told_as_cut_short_and_as_completed_disagrees() -> None:
    short, whole, failed = (told(n, "mon.patrol", outcome=end) for n, end in
                            (("a", "cut_short"), ("b", "completed"), ("c", "failed")))  # fmt: skip
    assert rows(short, whole) == [("occurrence", "disagree")]
    assert rows(short, failed) == [("occurrence", "apparent_only")]
    assert rows(short, told("d", "mon.patrol")) == []


def test_a_midnight_with_two_readings_only_seems_to_disagree() -> None:
    friday = TimeReading("the midnight before", "2020-03-06T00:00", "2020-03-06T00:01")
    ends = a_time("2020-03-07T00:00", "2020-03-07T00:01", "minute", readings=(friday,))
    first = told("a", "term.entry_into_force", time=ends)
    second = told("b", "term.entry_into_force", time=a_time("2020-03-06T00:00", "2020-03-06T00:01", "minute"))
    assert rows(first, second) == [("time", "apparent_only")]
    assert "another reading" in _ledger(first, second)[0].why


def test_an_attack_and_the_strike_that_it_was_are_one_act_told_more_closely() -> None:
    assert rows(told("a", "civ.attack"), told("b", "kin.drone_strike")) == [("type", "apparent_only")]


def test_one_row_holds_every_side_of_a_figure_with_its_roots() -> None:
    (row,) = _ledger(
        told("a", figures=[a_figure(33)]),
        told("b", figures=[a_figure(34)]),
        told("c", figures=[a_figure(34)]),
        told("d", figures=[a_figure(30, approximator="about", text="some thirty")]),
    )
    assert row.kind == "disagree"
    assert [(side.said, side.claims, side.roots) for side in row.sides] == [
        ("33", ("a",), ("root a",)),
        ("34", ("b", "c"), ("root b", "root c")),
        ('"some thirty" (30)', ("d",), ("root d",)),
    ]
    assert (row.measure, row.claims) == ("killed", ("a", "b", "c", "d"))


def test_a_rounded_number_that_leaves_room_only_seems_to_part() -> None:
    close = told("a", "harm.displaced", figures=[a_figure(948_000, "displaced")])
    million = told("b", "harm.displaced", figures=[a_figure(None, "displaced", low=900_000, high=1_000_000,
                                                            approximator="nearly")])  # fmt: skip
    assert rows(close, million) == [("figure", "apparent_only")]


def test_a_village_and_its_neighbour_only_seem_to_part_and_two_far_villages_do() -> None:
    near = a_place("Near", lat=35.90, lon=36.85, radius_km=2.0)
    far = a_place("Far", lat=35.50, lon=36.40, radius_km=2.0)
    assert rows(told("a"), told("b", place=near)) == [("place", "apparent_only")]
    assert rows(told("a"), told("b", place=far)) == [("place", "disagree")]
    assert rows(told("a"), told("b", place=a_place("Nowhere"))) == [("place", "apparent_only")]


def test_a_village_and_its_province_do_not_part() -> None:
    assert rows(told("a"), told("b", place=IDLIB)) == []


def test_two_provinces_part() -> None:
    aleppo = a_place("Aleppo", "SY-HL", "province", lat=36.2, lon=37.2, radius_km=60.0)
    assert rows(told("a", place=IDLIB), told("b", place=aleppo)) == [("place", "disagree")]


def test_late_evening_and_the_first_hours_of_the_next_day_only_seem_to_part() -> None:
    evening = told("a", time=a_time("2020-02-27T18:00", "2020-02-28T00:00", "hour"))
    night = told("b", time=a_time("2020-02-28T00:00", "2020-02-28T06:00", "hour"))
    assert rows(evening, night) == [("time", "apparent_only")]


def test_doers_of_one_report_may_each_have_had_their_part() -> None:
    one = told("a", actors=[an_actor("SYR.army")], report="r_1")
    other = told("b", actors=[an_actor("RUS.airforce")], report="r_1")
    assert rows(one, other) == [("actor", "apparent_only")]


def test_armed_men_without_a_name_are_nobodys_rival() -> None:
    unnamed = told("b", actors=[ActorRole("perpetrator", "gunmen")])
    assert rows(told("a", actors=[an_actor("SYR.army")]), unnamed) == []


def test_a_clash_told_from_each_side_only_seems_to_part() -> None:
    ours = told("a", "kin.armed_clash", actors=[an_actor("SYR.army", "party")])
    theirs = told("b", "kin.armed_clash", actors=[an_actor("SYR.opp", "party")])
    assert rows(ours, theirs) == [("actor", "apparent_only")]


def test_what_one_report_names_in_two_ways_is_no_disagreement_of_accounts() -> None:
    assert rows(told("a", report="r_1"), told("b", "kin.shelling", report="r_1")) == []


def test_a_threat_and_a_right_reserved_are_one_speech_in_two_words() -> None:
    one = told("a", "dip.threat", modality="threatened", time=None, place=None)
    other = told("b", "dip.right_reserved", modality="threatened", time=None, place=None)
    assert rows(one, other) == [("type", "apparent_only")]


def test_a_doer_who_denies_his_part_does_not_deny_that_it_happened() -> None:
    own = told("b", modality="denied", actors=[an_actor("SYR.army")], attribution=[a_speaker("Damascus", id="SYR")])
    found = _ledger(told("a", actors=[an_actor("SYR.army")]), own)
    assert [(row.field, row.kind) for row in found] == [("actor", "disagree"), ("occurrence", "disagree")]
    assert "denies to have done it" in found[1].why


def test_bombardment_without_a_weapon_may_be_from_the_air() -> None:
    assert rows(told("a"), told("b", "kin.shelling")) == [("type", "apparent_only")]


def test_shelling_in_a_clash_and_a_killing_by_shelling_only_seem_to_part() -> None:
    assert rows(told("a", "kin.armed_clash"), told("b", "kin.shelling")) == [("type", "apparent_only")]
    assert rows(told("a", "civ.killing"), told("b", "kin.shelling")) == [("type", "apparent_only")]


def test_two_moments_that_one_report_tells_of_are_no_disagreement() -> None:
    later = told("b", report="r_a", time=a_time("2020-02-29", "2020-03-01"))
    assert rows(told("a"), later) == []


def test_a_death_in_the_night_after_is_no_other_day_of_the_act() -> None:
    died = told("b", "harm.killed", time=a_time("2020-02-28T18:00", "2020-02-29T00:00", "hour"))
    assert rows(told("a"), died) == [("time", "apparent_only")]
    assert rows(told("a"), told("b", "harm.killed", time=a_time("2020-02-29", "2020-03-02"))) == [("time", "disagree")]
