"""Days taken from what is told beside an act."""

from __future__ import annotations

from tests.extract.reading import told


def test_talks_that_lie_ahead_take_the_only_day_told_of_talks() -> None:
    text = "The leaders meet on Thursday. The aide said on Tuesday that the two leaders would discuss the truce."
    talks = [c.time.start for c in told(text, published="2020-03-04") if c.time is not None and c.type == "dip.talks"]
    assert talks == ["2020-03-05", "2020-03-05"]


def test_a_day_of_the_background_dates_nothing_in_a_text_without_a_day() -> None:
    text = "Jets bombed the market today. Residents fled.\n\nOn 5 May 2016 the army shelled the same quarter."
    acts = [c.time and c.time.start for c in told(text, published=None) if c.type.startswith("kin.")]
    assert acts == [None, "2016-05-05"]


def test_how_the_wounded_are_on_a_day_does_not_date_the_act() -> None:
    text = "Gunmen shot two men near the market. One of them remained in hospital on Tuesday."
    assert next(c for c in told(text) if c.type == "kin.small_arms").time is None


def test_a_lead_takes_no_day_from_its_own_sentence() -> None:
    text = "A boy wounded in a raid that killed his brother died on Tuesday, the hospital said."
    acts = {c.type: c.time and c.time.start for c in told(text) if c.type.startswith(("kin.", "harm."))}
    assert acts == {"kin.raid_infiltration": None, "harm.killed": "2020-03-03"}


def test_the_day_of_a_charge_is_not_that_of_the_killing() -> None:
    text = "On Wednesday, he was charged with murder."
    assert [c.time for c in told(text) if c.type.startswith(("civ.killing", "harm."))] in ([], [None])
