"""Times counted from a happening that is told with its day."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _time(text: str, kind: str, **fields: str) -> tuple[str | None, str | None]:
    act = next(c for c in told(text, **fields) if c.type == kind)
    assert act.time is not None
    return act.time.start, act.time.end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Two days after the truce began on 1 March, a sniper killed a soldier.", "2020-03-03"),
        ("A sniper killed a soldier two days after the raid on Sunday.", "2020-03-03"),
        ("A sniper killed a soldier two days before the raid on Sunday.", "2020-02-28"),
    ],
)
def test_days_are_counted_from_the_day_of_what_stands_behind(text: str, start: str) -> None:
    assert _time(text, "kin.sniper")[0] == start


def test_since_a_happening_is_from_its_day_up_to_the_report() -> None:
    text = "Since the ceasefire of 2 February, at least 110 people have been killed in air strikes."
    assert _time(text, "kin.air_strike") == ("2020-02-02", "2020-03-06")


def test_without_a_day_behind_them_two_days_after_date_nothing() -> None:
    (act,) = (c for c in told("A sniper killed a soldier two days after the raid.") if c.type == "kin.sniper")
    assert act.time is None


def test_arabic_counts_with_a_preposition_in_front() -> None:
    text = "بعد يومين من الهجوم يوم الأحد سيطر الجيش على القرية."
    assert _time(text, "pos.territory_taken", language="ar")[0] == "2020-03-03"
