"""A loose time becomes the day told of the same act."""

from __future__ import annotations

from tests.extract.reading import told


def _days(text: str) -> list[tuple[str | None, str | None]]:
    return [(c.time.start, c.time.end) for c in told(text) if c.time is not None and c.type.startswith("kin.")]


def test_a_weekend_becomes_the_day_told_of_the_act() -> None:
    text = "Two men were shot over the weekend. The shooting took place on Saturday outside a cinema."
    assert _days(text) == [("2020-02-29", "2020-03-01")] * 2


def test_two_days_within_it_leave_the_weekend_as_told() -> None:
    text = "Two men were shot over the weekend. One was shot on Saturday. The other was shot on Sunday."
    assert _days(text)[0] == ("2020-02-29", "2020-03-02")


def test_what_many_did_in_a_week_keeps_its_week() -> None:
    text = "Warplanes bombed villages last week. Jets bombed a school on Friday."
    assert _days(text)[0] == ("2020-02-24", "2020-03-02")


def test_the_day_of_a_court_narrows_nothing() -> None:
    text = "Two men were shot last week. A suspect appeared in court on Friday."
    assert _days(text) == [("2020-02-24", "2020-03-02")]
