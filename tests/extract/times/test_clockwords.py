"""Times of day, with their zone."""

from __future__ import annotations

import pytest

from tests.extract.reading import english, knowledge, marks
from trucewatch.extract.times.timephrase import time_phrases
from trucewatch.extract.times.timewords import TimePhrase


def _one(text: str, language: str = "en") -> TimePhrase:
    (phrase,) = time_phrases(marks(text, language), knowledge().packs[language])
    return phrase


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("at 4 p.m.", "en", 960),
        ("at 6.30pm", "en", 1110),
        ("at 10:14 PM", "en", 1334),
        ("at 00:01", "en", 1),
        ("at 12 a.m.", "en", 0),
        ("at 1630 hrs", "en", 990),
        ("at noon", "en", 720),
        ("à 19h30", "fr", 1170),
        ("à 11h", "fr", 660),
        ("à 16 heures", "fr", 960),
    ],
)
def test_a_time_of_day(text: str, language: str, minutes: int) -> None:
    assert _one(text, language).clock == minutes


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 9 p.m. and 10 p.m. on Thursday", 1260, 1320),
        ("between 9 and 10 p.m. on Thursday", 1260, 1320),
        ("from 16:00 to 18:30 on Thursday", 960, 1110),
        ("between 2:30 and 2:45 Saturday morning", 150, 165),
    ],
)
def test_a_stretch_between_two_times_of_day(text: str, start: int, end: int) -> None:
    phrase = _one(text)
    assert (phrase.what, phrase.clock, phrase.clock_end) == ("weekday", start, end)


@pytest.mark.parametrize(
    ("text", "zone", "local"),
    [
        ("at 16:00 GMT", "+00:00", False),
        ("at 16:00 (UTC)", "+00:00", False),
        ("at 4 p.m. Moscow time", "+03:00", False),
        ("at 4 p.m. local time", None, True),
        ("at 4 p.m.", None, False),
    ],
)
def test_a_zone_is_known_only_where_it_is_said(text: str, zone: str | None, local: bool) -> None:
    phrase = _one(text)
    assert (phrase.zone, phrase.local) == (zone, local)


@pytest.mark.parametrize(
    "text",
    [
        "for 6 hours",
        "after 6 hours of fighting",
        "2000 soldiers",
        "they sent 4 drones",
        "a ratio of 3:75",
        "6.30 metres",
    ],
)
def test_other_numbers_are_no_times_of_day(text: str) -> None:
    assert [p for p in time_phrases(marks(text), knowledge().packs["en"]) if p.clock is not None] == []


@pytest.mark.parametrize("text", ["a film of 00:003:15 tells", "at 16:5 again", "at 0012:34 again"])
def test_figures_run_together_are_no_hour(text: str) -> None:
    assert [p for p in time_phrases(marks(text), english()) if p.clock is not None] == []
