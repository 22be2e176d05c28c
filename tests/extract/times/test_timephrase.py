"""Time expressions before an anchor gives them a value."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.reading import english, knowledge, marks
from trucewatch.extract.times.timephrase import time_phrases
from trucewatch.extract.times.timewords import TimePhrase


def _phrases(text: str, language: str = "en") -> list[TimePhrase]:
    return list(time_phrases(marks(text, language), knowledge().packs[language]))


def _fields(text: str) -> dict[str, object]:
    (phrase,) = _phrases(text)
    names = ("what", "year", "month", "day", "number", "unit", "which", "bound", "clock", "part")
    return {name: value for name in names if (value := getattr(phrase, name)) is not None}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("they left on Wednesday", {"what": "weekday", "number": 3}),
        ("they left last Friday", {"what": "weekday", "number": 5, "which": "last"}),
        ("after Saturday's attack", {"what": "weekday", "number": 6}),
        ("after a weekend shooting", {"what": "weekend"}),
        ("since December", {"what": "month", "month": 12, "bound": "since"}),
        ("on Feb. 27", {"what": "monthday", "month": 2, "day": 27}),
        ("on 5 March 2020", {"what": "date", "year": 2020, "month": 3, "day": 5}),
        ("by October 10th, 2018", {"what": "date", "year": 2018, "month": 10, "day": 10, "bound": "by"}),
        ("they left 2020-03-05 at last", {"what": "date", "year": 2020, "month": 3, "day": 5}),
        ("they left last week", {"what": "unit", "unit": "week", "number": -1}),
        ("they leave next month", {"what": "unit", "unit": "month", "number": 1}),
        ("they left three days ago", {"what": "ago", "unit": "day", "number": 3}),
        ("within seven days", {"what": "within", "unit": "day", "number": 7}),
        ("in the past 24 hours", {"what": "past", "unit": "hour", "number": 24}),
        ("they left yesterday", {"what": "day", "number": -1}),
        ("they leave at 4 p.m.", {"what": "clock", "clock": 960}),
        ("they left at 16:30", {"what": "clock", "clock": 990}),
    ],
)
def test_what_the_words_say(text: str, fields: dict[str, object]) -> None:
    assert _fields(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "the army may march on the town",
        "about 2000 soldiers left",
        "the sun set",
        "he was the second to leave",
        "a Friday prayer leader in march",
        "1.5 and 2.5",
    ],
)
def test_words_that_look_like_dates_and_are_none(text: str) -> None:
    assert [p for p in _phrases(text) if p.what not in ("weekday", "length")] == []


def test_midnight_is_marked() -> None:
    (phrase,) = _phrases("it begins at midnight on Thursday")
    assert phrase.midnight
    assert (phrase.what, phrase.number, phrase.clock) == ("weekday", 4, 0)


def test_a_clock_and_a_day_become_one_phrase() -> None:
    (phrase,) = _phrases("at 4 p.m. on Tuesday")
    assert (phrase.what, phrase.number, phrase.clock) == ("weekday", 2, 960)


@pytest.mark.parametrize(
    ("text", "part", "third"),
    [
        ("at dawn on Tuesday", "dawn", None),
        ("in the early morning hours of Sunday", "small", None),
        ("late on Friday night", "night", "late"),
        ("on the evening of 6 March", "evening", None),
        ("overnight on Thursday", "overnight", None),
    ],
)
def test_a_part_of_a_day_and_its_day_become_one_phrase(text: str, part: str, third: str | None) -> None:
    (phrase,) = _phrases(text)
    assert (phrase.part, phrase.third) == (part, third)


@pytest.mark.parametrize("text", ["this morning", "last night", "they met overnight", "they left at dawn"])
def test_a_part_of_a_day_may_stand_alone(text: str) -> None:
    assert [p.what for p in _phrases(text)] == ["part"]


@pytest.mark.parametrize("text", ["a night school", "the evening paper", "the morning prayers"])
def test_a_part_of_a_day_before_a_noun_says_no_when(text: str) -> None:
    assert _phrases(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("from Monday to Wednesday", "en"), ("between Monday and Wednesday", "en"), ("de lundi à mercredi", "fr")],
)
def test_both_ends_of_a_range_become_one_phrase(text: str, language: str) -> None:
    (phrase,) = _phrases(text, language)
    assert phrase.upto is not None
    assert (phrase.number, phrase.upto.number) == (1, 3)


def test_a_duration_is_told_apart_from_a_date() -> None:
    assert [p.what for p in _phrases("the talks went on for six hours")] == ["length"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("la semaine dernière", "unit"),
        ("le 27 février 2020", "date"),
        ("il y a trois jours", "ago"),
        ("depuis décembre", "month"),
        ("jeudi", "weekday"),
        ("ces derniers jours", "recent"),
    ],
)
def test_french_expressions_are_found(text: str, what: str) -> None:
    assert [p.what for p in _phrases(text, "fr")] == [what]


def test_phrases_lie_apart_and_inside() -> None:
    text = "On Monday, 5 March, at dawn, and since last week until 4 p.m. on Friday they fought for two days"
    found = time_phrases(marks(text), english())
    assert all(a.j <= b.i for a, b in itertools.pairwise(found))
    assert all(0 <= p.i < p.j <= len(marks(text)) for p in found)
