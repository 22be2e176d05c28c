"""The days that a report tells of."""

from __future__ import annotations

from tests.extract.reading import parsed, told
from trucewatch.extract.days.story import Story


def _days(text: str) -> list[str]:
    return [told.day.isoformat() for told in Story(parsed(text)).told]


def _starts(text: str, **fields: str) -> list[str | None]:
    return [c.time.start for c in told(text, **fields) if c.time and c.type.startswith(("kin.", "harm."))]


def test_days_of_what_happened_are_told_and_days_of_speech_are_not() -> None:
    assert _days("The army shelled Ariha on Sunday. The ministry said on Tuesday that it had left.") == ["2020-03-01"]


def test_days_to_come_and_open_stretches_are_no_days_told_of() -> None:
    assert _days("The army will leave on Saturday. Since Monday it has waited. The rebels left by Tuesday.") == []


def test_days_of_a_truce_date_nothing_on_the_ground() -> None:
    assert _days("The truce began on Sunday.") == []


def test_an_hour_is_one_of_the_day_told_of() -> None:
    assert _starts("Rebels shelled Ariha on Sunday. At 4 p.m. jets bombed Sarmin.") == [
        "2020-03-01",
        "2020-03-01T16:00",
    ]


def test_an_hour_told_before_its_day_is_one_of_the_only_day() -> None:
    text = "At 4 p.m. jets bombed Sarmin. The army shelled Ariha on Sunday."
    assert _starts(text) == ["2020-03-01T16:00", "2020-03-01"]


def test_the_next_day_and_two_days_later_are_counted_from_the_day_told_of() -> None:
    text = "Rebels shelled Ariha on 20 February. The next day jets bombed Sarmin. Two days later jets bombed Binnish."
    assert _starts(text) == ["2020-02-20", "2020-02-21", "2020-02-23"]


def test_a_month_goes_on_from_the_year_told_before_it() -> None:
    text = "In November 2016 jets bombed Sarmin. In February the army shelled Ariha."
    assert _starts(text) == ["2016-11-01", "2017-02-01"]


def test_a_bare_year_says_nothing_of_the_months_behind_it() -> None:
    text = "The two sides met in 2016. In February the army shelled Ariha."
    assert _starts(text) == ["2020-02-01"]


def test_a_day_inside_a_joined_phrase_has_its_words() -> None:
    text = "| 42 | Turkish and Russian accounts of the attack of 1 March | <https://example.org/soldiers-killed> |"
    attack = next(c for c in told(text) if c.time is not None and c.time.start == "2020-03-01")
    assert attack.time is not None
    assert attack.time.text is not None
    assert attack.time.text.endswith("of 1 March")


def test_an_evening_hour_in_a_report_of_the_morning_is_of_the_day_before() -> None:
    text = "Rebels shelled Ariha this morning. Jets bombed Sarmin at 11:10 p.m."
    assert _starts(text)[-1] == "2020-03-04T23:10"


def test_an_hour_of_a_night_without_a_day_is_of_the_night_before_the_report() -> None:
    assert "2020-03-05T02:00" in _starts("Jets bombed Sarmin overnight. Rebels shelled Ariha at 2 a.m.")


def test_what_is_counted_past_the_report_has_no_day() -> None:
    text = "Shells hit the market on 1 March. Three weeks later, gunmen shot a guard."
    assert [c.time for c in told(text) if c.type == "kin.small_arms"] == [None]


def test_after_so_many_days_of_what_is_done_is_counted_from_the_day_told() -> None:
    text = "1 марта войска обстреляли Сармин. Через два дня войска обстреляли Биннш."
    assert [c.time and c.time.start for c in told(text, "ru") if c.type.startswith("kin.")] == [
        "2020-03-01",
        "2020-03-03",
    ]
