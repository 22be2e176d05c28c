"""Numbers as intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import knowledge, marks
from trucewatch.extract.words.numbers import Number, number_at


def _first(text: str, language: str = "en") -> Number | None:
    found = marks(text, language)
    pack = knowledge().packs[language]
    return next((n for i in range(len(found)) if (n := number_at(found, i, pack)) is not None), None)


def _value(text: str, language: str = "en") -> tuple[float, float | None, str] | None:
    found = _first(text, language)
    return None if found is None else (found.low, found.high, found.approximator)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("34 soldiers", (34, 34, "exact")),
        ("thirty-four soldiers", (34, 34, "exact")),
        ("thirty four soldiers", (34, 34, "exact")),
        ("one hundred and twenty people", (120, 120, "exact")),
        ("two hundred fifty people", (250, 250, "exact")),
        ("3.7 million refugees", (3_700_000, 3_700_000, "exact")),
        ("1,500 trucks", (1500, 1500, "exact")),
        ("nearly 500 civilians", (450, 500, "nearly")),
        ("close to a million people", (900_000, 1_000_000, "nearly")),
        ("about 40 rebels", (36, 44, "about")),
        ("some 20 villages", (18, 22, "about")),
        ("at least 12 people", (12, None, "at_least")),
        ("no fewer than nine people", (9, None, "at_least")),
        ("more than 30 wounded", (30, None, "more_than")),
        ("up to 15 fighters", (0, 15, "at_most")),
        ("dozens of civilians", (24, 99, "vague")),
        ("tens of thousands", (20_000, 99_999, "vague")),
        ("millions of people", (2_000_000, None, "vague")),
        ("half a dozen shells", (6, 6, "exact")),
        ("20 to 30 fighters", (20, 30, "exact")),
        ("20-30 fighters", (20, 30, "exact")),
        ("between 12 and 15 people", (12, 15, "exact")),
        ("two to three million people", (2_000_000, 3_000_000, "exact")),
    ],
)
def test_english_numbers_become_intervals(text: str, value: tuple[float, float | None, str]) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("une trentaine de soldats", (27, 35)),
        ("quatre-vingt-treize soldats", (93, 93)),
        ("3,6 millions de réfugiés", (3_600_000, 3_600_000)),
        ("au moins dix civils", (10, None)),
    ],
)
def test_french_numbers_become_intervals(text: str, value: tuple[float, float | None]) -> None:
    found = _value(text, "fr")
    assert found is not None
    assert found[:2] == value


@pytest.mark.parametrize("text", ["two more soldiers", "another two soldiers", "two others"])
def test_more_is_kept_apart(text: str) -> None:
    found = _first(text)
    assert found is not None
    assert found.more


@pytest.mark.parametrize("text", ["the soldiers", "the 15th brigade", "nobody at all"])
def test_what_is_no_quantity_has_no_number(text: str) -> None:
    assert _first(text) is None


def test_un_may_be_a_mere_article_and_two_is_none() -> None:
    one, two = _first("un soldat", "fr"), _first("deux soldats", "fr")
    assert one is not None
    assert one.article
    assert two is not None
    assert not two.article


@given(st.integers(0, 9_999_999))
def test_digits_mean_what_they_say_with_and_without_separators(value: int) -> None:
    assert _value(f"{value} people") == _value(f"{value:,} people") == (value, value, "exact")


@given(st.integers(1, 999_999), st.sampled_from(["nearly", "about", "at least", "up to", "more than", "around"]))
def test_an_approximator_never_turns_an_interval_round(value: int, word: str) -> None:
    found = _first(f"{word} {value} people")
    assert found is not None
    assert found.high is None or found.low <= found.high
    assert found.low <= value
    assert found.high is None or found.high >= value


@pytest.mark.parametrize("text", ["One in five people was hurt.", "One in ten soldiers was hurt."])
def test_a_share_is_marked_as_one(text: str) -> None:
    number = number_at(marks(text), 0, knowledge().packs["en"])
    assert number is not None
    assert number.share


def test_a_count_over_hours_is_no_share() -> None:
    number = number_at(marks("Three in 24 hours were hurt."), 0, knowledge().packs["en"])
    assert number is not None
    assert not number.share


@pytest.mark.parametrize(
    ("text", "at", "ends"), [("two and three soldiers", 0, (2, 2)), ("between two and three soldiers", 1, (2, 3))]
)
def test_and_makes_a_range_only_behind_between(text: str, at: int, ends: tuple[float, float]) -> None:
    number = number_at(marks(text), at, knowledge().packs["en"])
    assert number is not None
    assert (number.low, number.high) == ends


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("tr", "2 bin 212 asker", 2212),
        ("tr", "1 milyon 200 bin kişi", 1_200_000),
        ("ru", "2 тысячи 300 человек", 2300),
        ("ru", "1,5 тысячи человек", 1500),
    ],
)
def test_figures_go_on_behind_a_scale(language: str, text: str, value: float) -> None:
    assert _value(text, language) == (value, value, "exact")


def test_a_plural_thousand_alone_is_vague() -> None:
    assert _value("тысячи человек", "ru") == (2000, 9999, "vague")
