"""A time phrase, an anchor and a tense give an interval."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import english, knowledge, marks
from trucewatch.extract.times.timephrase import time_phrases
from trucewatch.extract.times.value import time_of, wide
from trucewatch.model import Time

THURSDAY = dt.date(2020, 3, 5)


def _time(text: str, anchor: dt.date | None = THURSDAY, *, future: bool = False) -> Time | None:
    phrase = next(iter(time_phrases(marks(text), english())))
    return time_of(phrase, anchor, future=future, text=text, span=(0, len(text)))


def _interval(text: str, anchor: dt.date | None = THURSDAY, *, future: bool = False) -> tuple[str | None, str | None]:
    found = _time(text, anchor, future=future)
    assert found is not None
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Wednesday", "2020-03-04", "2020-03-05"),
        ("on Thursday", "2020-03-05", "2020-03-06"),
        ("on Friday", "2020-02-28", "2020-02-29"),
        ("last Thursday", "2020-02-27", "2020-02-28"),
        ("last week", "2020-02-24", "2020-03-02"),
        ("last weekend", "2020-02-29", "2020-03-02"),
        ("last month", "2020-02-01", "2020-03-01"),
        ("yesterday", "2020-03-04", "2020-03-05"),
        ("three days ago", "2020-03-02", "2020-03-03"),
        ("two weeks ago", "2020-02-20", "2020-02-21"),
        ("in the past 24 hours", "2020-03-04", "2020-03-06"),
        ("since the beginning of the year", "2020-01-01", "2020-03-06"),
        ("on Nov. 9", "2019-11-09", "2019-11-10"),
        ("in December", "2019-12-01", "2020-01-01"),
        ("since December", "2019-12-01", "2020-03-06"),
        ("on Feb. 27", "2020-02-27", "2020-02-28"),
        ("on 29 February", "2020-02-29", "2020-03-01"),
        ("on 17 September 2018", "2018-09-17", "2018-09-18"),
        ("in 2018", "2018-01-01", "2019-01-01"),
        ("until 10 October 2018", None, "2018-10-11"),
        ("before 10 October 2018", None, "2018-10-10"),
        ("after 10 October 2018", "2018-10-11", None),
        ("between 1 and 4 March", "2020-03-01", "2020-03-05"),
        ("from Monday to Wednesday", "2020-03-02", "2020-03-05"),
        ("from Monday until Wednesday", "2020-03-02", "2020-03-05"),
        ("on Monday and Tuesday", "2020-03-02", "2020-03-04"),
        ("from 28 December 2019 to 3 January 2020", "2019-12-28", "2020-01-04"),
        ("28 December to 3 January", "2019-12-28", "2020-01-04"),
        ("in early March", "2020-03-01", "2020-03-11"),
        ("in mid-February", "2020-02-11", "2020-02-21"),
        ("in late February", "2020-02-21", "2020-03-01"),
        ("a year ago", "2019-01-01", "2020-01-01"),
        ("in recent days", "2020-02-27", "2020-03-06"),
        ("in the early hours of Wednesday", "2020-03-04T00:00", "2020-03-04T06:00"),
        ("before dawn on 4 March", "2020-03-04T00:00", "2020-03-04T04:00"),
        ("late on Wednesday", "2020-03-04T18:00", "2020-03-05T00:00"),
        ("since 6 p.m. on Wednesday", "2020-03-04T18:00", "2020-03-06T00:00"),
        ("from midnight on Wednesday", "2020-03-04T00:00", "2020-03-04T00:01"),
    ],
)
def test_the_past_in_an_article_of_a_thursday(text: str, start: str | None, end: str | None) -> None:
    assert _interval(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Friday", "2020-03-06", "2020-03-07"),
        ("on Thursday", "2020-03-05", "2020-03-06"),
        ("next week", "2020-03-09", "2020-03-16"),
        ("tomorrow", "2020-03-06", "2020-03-07"),
        ("on 15 March", "2020-03-15", "2020-03-16"),
        ("on Jan. 10", "2021-01-10", "2021-01-11"),
        ("within seven days", "2020-03-05", "2020-03-12"),
    ],
)
def test_what_is_to_come_lies_ahead(text: str, start: str, end: str) -> None:
    assert _interval(text, future=True) == (start, end)


def test_a_clock_is_an_hour_or_a_minute() -> None:
    assert _interval("at 4 p.m. on Wednesday") == ("2020-03-04T16:00", "2020-03-04T17:00")
    assert _interval("at 16:30 on Wednesday") == ("2020-03-04T16:30", "2020-03-04T16:31")


def test_a_part_of_a_day_is_its_hours() -> None:
    found = _time("on Wednesday morning")
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2020-03-04T06:00", "2020-03-04T12:00", "hour")


def test_midnight_of_a_day_is_read_both_ways() -> None:
    found = _time("at midnight on Wednesday")
    assert found is not None
    (other,) = found.readings
    assert {found.start, other.start} == {"2020-03-04T00:00", "2020-03-05T00:00"}
    assert other.why


def test_days_that_do_not_follow_each_other_are_no_stretch() -> None:
    assert _interval("on Sunday and Tuesday") == ("2020-03-01", "2020-03-02")


def test_a_date_whose_weekday_does_not_fit_is_read_both_ways() -> None:
    found = _time("on Monday, 4 March 2020")
    assert found is not None
    assert (found.start, [r.start for r in found.readings]) == ("2020-03-04", ["2020-03-02"])


def test_a_day_by_the_moon_may_be_its_neighbour() -> None:
    found = _time("on 3 Rajab 1441")
    assert found is not None
    assert sorted([found.start or "", *(r.start or "" for r in found.readings)]) == [
        "2020-02-26",
        "2020-02-27",
        "2020-02-28",
    ]


def test_an_hour_without_a_day_is_bounded_by_the_day_of_the_report() -> None:
    found = _time("at 4 p.m.")
    assert found is not None
    assert (found.start, found.basis) == ("2020-03-05T16:00", "published")


def test_a_count_that_no_calendar_holds_gives_no_time() -> None:
    assert _time("90,000 years ago") is None


def test_a_zone_is_kept_and_the_hour_stays_as_it_was_said() -> None:
    found = _time("at 16:00 GMT on Wednesday")
    assert found is not None
    assert (found.start, found.zone) == ("2020-03-04T16:00", "+00:00")


def test_without_an_anchor_only_what_is_said_in_full_has_a_value() -> None:
    assert _time("on Wednesday", None) is None
    assert _time("last week", None) is None
    assert _interval("on 17 September 2018", None) == ("2018-09-17", "2018-09-18")


def test_a_week_is_wide_and_a_day_is_not() -> None:
    assert wide(_time("last week"))
    assert wide(None)
    assert wide(Time("2020-03-05", None))
    assert not wide(_time("yesterday"))


EXPRESSIONS = st.sampled_from(
    [
        "on Monday", "last Tuesday", "next Wednesday", "yesterday", "tomorrow", "last week", "last month",
        "five days ago", "two weeks ago", "three months ago", "in the past 24 hours", "in recent days",
        "since December", "since Monday", "in March", "on March 15", "on 31 December", "within seven days",
        "at 4 p.m. on Sunday", "on Friday morning", "until Monday", "by March 15", "from Sunday", "at midnight",
        "today", "between 1 and 4 March", "from Monday to Wednesday", "last night", "overnight",
        "in early March", "last summer",
        "on Easter Monday", "during Ramadan", "on the 5th.", "next month", "last year", "over the weekend",
    ]
)  # fmt: skip


@given(EXPRESSIONS, st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31)), st.booleans())
def test_intervals_are_ordered(text: str, anchor: dt.date, future: bool) -> None:
    found = _time(text, anchor, future=future)
    assert found is not None
    for start, end in [(found.start, found.end), *((r.start, r.end) for r in found.readings)]:
        assert start is None or end is None or start < end


@given(st.sampled_from(["last Monday", "yesterday", "last week", "last month", "five days ago", "two weeks ago"]),
       st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31)))  # fmt: skip
def test_last_and_ago_lie_before_the_anchor(text: str, anchor: dt.date) -> None:
    start, end = _interval(text, anchor)
    assert start is not None
    assert end is not None
    assert start < end <= anchor.isoformat()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Tuesday last week", "2020-02-25", "2020-02-26"),
        ("on Friday of last week", "2020-02-28", "2020-02-29"),
        ("on Monday this week", "2020-03-02", "2020-03-03"),
        ("the day before yesterday", "2020-03-03", "2020-03-04"),
        ("in the night of 3-4 March", "2020-03-03T18:00", "2020-03-04T06:00"),
        ("overnight Sunday to Monday", "2020-03-01T18:00", "2020-03-02T06:00"),
        ("overnight into Monday", "2020-03-02T00:00", "2020-03-02T06:00"),
        ("last night at 2 a.m.", "2020-03-05T02:00", "2020-03-05T03:00"),
        ("today, Wednesday", "2020-03-04", "2020-03-05"),
        ("on 04/05/88", "1988-05-04", "1988-05-05"),
    ],
)
def test_nights_and_named_weeks(text: str, start: str, end: str) -> None:
    assert _interval(text) == (start, end)


@pytest.mark.parametrize(
    "text", ["on Tuesday after last week's raid", "on Tuesday, last week", "a Tuesday before last week"]
)
def test_a_week_told_of_something_else_leaves_the_weekday_alone(text: str) -> None:
    phrases = time_phrases(marks(text), english())
    assert phrases[0].weeks is None


def test_a_today_of_another_weekday_has_no_day() -> None:
    """ "Today, Sunday" in a report that is taken to be of a Thursday: the report's own day is wrong."""
    assert _time("today, Sunday") is None


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("fr", "cette nuit", "2020-03-04T18:00", "2020-03-05T06:00"),
        ("fr", "dans la nuit du 3 au 4 mars", "2020-03-03T18:00", "2020-03-04T06:00"),
        ("fr", "mardi de la semaine dernière", "2020-02-25", "2020-02-26"),
        ("es", "anoche", "2020-03-04T18:00", "2020-03-05T00:00"),
        ("es", "esta mañana", "2020-03-05T06:00", "2020-03-05T12:00"),
        ("es", "del 1 al 3 de marzo", "2020-03-01", "2020-03-04"),
        ("ru", "прошлой ночью", "2020-03-04T18:00", "2020-03-05T00:00"),
        ("ru", "этой ночью", "2020-03-04T18:00", "2020-03-05T06:00"),
        ("ru", "с 1 по 3 марта", "2020-03-01", "2020-03-04"),
        ("ru", "в ночь со вторника на среду", "2020-03-03T18:00", "2020-03-04T06:00"),
        ("ru", "во вторник на прошлой неделе", "2020-02-25", "2020-02-26"),
        ("uk", "минулої ночі", "2020-03-04T18:00", "2020-03-05T00:00"),
        ("uk", "у вівторок минулого тижня", "2020-02-25", "2020-02-26"),
        ("tr", "evvelki gün", "2020-03-03", "2020-03-04"),
        ("tr", "bu gece", "2020-03-04T18:00", "2020-03-05T06:00"),
        ("tr", "3 Mart'ı 4 Mart'a bağlayan gece", "2020-03-03T18:00", "2020-03-04T06:00"),
        ("tr", "salıyı çarşambaya bağlayan gece", "2020-03-03T18:00", "2020-03-04T06:00"),
        ("tr", "geçen hafta salı günü", "2020-02-25", "2020-02-26"),
        ("ar", "الليلة الماضية", "2020-03-04T18:00", "2020-03-05T00:00"),
    ],
)
def test_nights_and_weeks_in_other_languages(language: str, text: str, start: str, end: str) -> None:
    phrase = next(iter(time_phrases(marks(text, language), knowledge().packs[language])))
    found = time_of(phrase, THURSDAY, future=False, text=text, span=(0, len(text)))
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(("language", "text"), [("fr", "cette nuit"), ("ru", "этой ночью"), ("tr", "bu gece")])
def test_this_night_of_what_is_to_come_follows_the_day(language: str, text: str) -> None:
    phrase = next(iter(time_phrases(marks(text, language), knowledge().packs[language])))
    found = time_of(phrase, THURSDAY, future=True, text=text, span=(0, len(text)))
    assert found is not None
    assert found.start == "2020-03-05T18:00"
