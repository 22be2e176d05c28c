"""An address, a filter and a question to the store are one thing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.errors import SettingsError
from trucewatch.publish.period.plan import plan
from trucewatch.publish.period.tally import lies_in
from trucewatch.serve import Filter
from trucewatch.serve.filter import read_filter
from trucewatch.store import held, open_store
from trucewatch.store.ask import incidents

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat)
IDS = st.text("abcXYZ019_.-:", min_size=1, max_size=20)


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """Any filter that makes sense."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Filter(
        first=draw(st.sampled_from([None, first])),
        last=draw(st.sampled_from([None, last])),
        type=draw(st.sampled_from([None, "kin", "kin.shelling"])),
        place=draw(st.none() | IDS),
        party=draw(st.none() | IDS),
        kind=draw(st.sampled_from([None, "event", "term"])),
        term=draw(st.sampled_from([None, "idlib-2020.art1"])),
        label=draw(st.sampled_from([None, "possible", "outside"])),
        disputed=draw(st.booleans()),
    )


@given(filters())
def test_a_filter_comes_back_from_its_address(asked: Filter) -> None:
    again = read_filter(parse_qsl(asked.query().removeprefix("?")))
    assert again == asked
    assert again.query() == asked.query()


def test_both_days_are_included() -> None:
    assert Filter(first="2020-03-06", last="2020-03-06").where().period == ("2020-03-06", "2020-03-07")


def test_names_that_turn_pages_ask_for_nothing() -> None:
    assert read_filter([("after", "x|y"), ("size", "3"), ("type", "")]) == Filter()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("from", "6 March", "no day"),
        ("from", "2020-02-30", "no day"),
        ("type", "war", "no such type"),
        ("kind", "rumour", "choose among"),
        ("label", "guilty", "choose among"),
        ("term", "art1", "no id"),
        ("place", "a b", "no id"),
        ("disputed", "yes", "choose among"),
        ("colour", "red", "no condition"),
    ],
)
def test_what_means_nothing_is_refused_with_its_name(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as told:
        read_filter([(name, value)])
    assert name in str(told.value)


def test_days_that_run_backwards_and_conditions_given_twice_are_refused() -> None:
    with pytest.raises(SettingsError, match="after the last"):
        read_filter([("from", "2020-03-07"), ("to", "2020-03-06")])
    with pytest.raises(SettingsError, match="twice"):
        read_filter([("kind", "event"), ("kind", "term")])


def test_a_day_of_the_filter_is_the_day_of_the_period_report(made: Path) -> None:
    kept = held(open_store(made))
    events = [one for one in kept.incidents() if one.kind == "event"]
    days = [date(2020, 2, 25) + timedelta(days=n) for n in range(30)]
    seen = 0
    for day in days:
        stretch = plan(day.isoformat(), zone="Asia/Damascus").stretch()
        told = {one.id for one in events if lies_in(one, stretch) != "out"}
        asked = Filter(first=day.isoformat(), last=day.isoformat(), kind="event").where()
        assert {one.id for one in incidents(kept, asked)} == told
        seen += len(told)
    assert seen > 20
