"""resolve: hours on one line, and what follows from the day of a report for claims that tell none."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import IDLIB, a_claim, a_report, an_actor
from trucewatch.model import Claim, Time
from trucewatch.model.claim import Modality
from trucewatch.resolve import incidents
from trucewatch.resolve.clock import bounded

DAY = Time("2020-03-05", "2020-03-06", "day", "published")
NOT_AFTER = Time(None, "2020-03-06", "open", "published")
STILL_TO_COME = Time("2020-03-05", None, "open", "published")


@pytest.mark.parametrize(
    ("type_", "modality", "expected"),
    [
        ("kin.air_strike", "happened", NOT_AFTER),
        ("harm.killed", "happened", NOT_AFTER),
        ("dip.talks", "happened", DAY),
        ("dip.talks", "ongoing", NOT_AFTER),
        ("state.displacement", "state", DAY),
        ("state.displacement", "happened", NOT_AFTER),
        ("kin.air_strike", "threatened", STILL_TO_COME),
        ("mon.patrol", "planned", STILL_TO_COME),
    ],
)
def test_what_tells_no_time_lies_by_its_report(type_: str, modality: Modality, expected: Time) -> None:
    claim = a_claim(type=type_, modality=modality, time=None)
    assert bounded(claim, a_report(published="2020-03-05")).time == expected


@pytest.mark.parametrize(
    ("published", "end"),
    [
        ("2020-03-05T14:00Z", "2020-03-06"),
        ("2020-03-05/2020-03-07", "2020-03-07"),
        ("2020-03", "2020-04-01"),
        ("2020", "2021-01-01"),
    ],
)
def test_an_act_lies_before_the_last_instant_at_which_its_report_may_have_appeared(published: str, end: str) -> None:
    time = bounded(a_claim(time=None), a_report(published=published)).time
    assert time == Time(None, end, "open", "published")


def test_a_report_of_which_only_the_month_is_known_gives_speech_no_day() -> None:
    assert bounded(a_claim(type="dip.talks", time=None), a_report(published="2020-03")).time is None


def test_what_tells_its_time_or_has_no_dated_report_stays_as_it_is() -> None:
    told, untold = a_claim(), a_claim(time=None)
    assert bounded(told, a_report()) is told
    for report in (None, a_report(published=None), a_report(published="some day")):
        assert bounded(untold, report) is untold


@given(
    kinds=st.lists(
        st.sampled_from(["kin.air_strike", "harm.killed", "dip.talks", "mon.patrol"]), min_size=2, max_size=6
    ),
    days=st.lists(st.sampled_from(["2020-03-05", "2020-03-06", "2020-03-20"]), min_size=2, max_size=6),
)
def test_a_bound_that_the_claim_carries_and_one_that_follows_from_its_report_give_the_same(
    kinds: list[str], days: list[str]
) -> None:
    reports = [a_report(f"r_{n}", published=day) for n, day in enumerate(days)]
    actors = (an_actor("TUR.army", "party"), an_actor("RUS", "party"))
    untold = [
        a_claim(f"c_{n}", kind, report=f"r_{n % len(days)}", time=None, place=IDLIB, actors=actors)
        for n, kind in enumerate(kinds)
    ]
    carried: list[Claim] = [bounded(claim, reports[n % len(days)]) for n, claim in enumerate(untold)]
    assert all(claim.time is not None for claim in carried)
    assert incidents(untold, reports) == incidents(carried, reports)
    assert [dataclasses.replace(claim, time=None) for claim in carried] == untold
