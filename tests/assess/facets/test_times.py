"""When an incident was, and whether that lies in a window."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assess.worlds import truce
from tests.factories import a_time
from trucewatch.assess import load_agreement
from trucewatch.assess.case import Case
from trucewatch.assess.facets.times import NEVER, Bounds, Span, inside, spans
from trucewatch.assess.facets.when import in_window
from trucewatch.assess.profile import load_profile
from trucewatch.assess.text.quantity import clock, duration, last_second_of, length_km
from trucewatch.model import Time, TimeReading, Window

PROFILE = load_profile()
IDLIB = Case(load_agreement("idlib-2020"), PROFILE, None, None)
SINCE = Window(from_="effective")


@pytest.mark.parametrize(
    ("time", "value"),
    [
        (a_time("2020-03-05", "2020-03-06"), "F"),
        (a_time("2020-03-06", "2020-03-07"), "N"),
        (a_time("2020-03-07", "2020-03-08"), "T"),
        (a_time(None, "2020-03-06"), "F"),
        (a_time(None, "2020-03-08"), "N"),
        (a_time("2020-03-07", None), "T"),
        (a_time("2020-03", "2020-04", "month"), "N"),
        (a_time("2020-03-05T16:00", "2020-03-05T17:00", "hour", zone="+03:00"), "F"),
        (a_time("2020-03-05T23:30", "2020-03-05T23:40", "minute", zone="+02:00"), "N"),
        (a_time("2020-03-06T00:30+02:00", "2020-03-06T00:40+02:00", "minute"), "T"),
        (None, "N"),
    ],
)
def test_an_event_is_before_within_or_at_the_edge_of_the_truce(time: Time | None, value: str) -> None:
    assert in_window(time, SINCE, IDLIB).facet.value == value


def test_all_but_a_minute_of_the_first_day_lies_within() -> None:
    facet = in_window(a_time("2020-03-06", "2020-03-07"), SINCE, IDLIB).facet
    assert facet.p == pytest.approx((1439 / 1440, 1439 / 1440))


def test_words_that_allow_two_days_are_settled_only_where_both_agree() -> None:
    either = a_time("2020-03-07", "2020-03-08", readings=(TimeReading("last week", "2020-03-01", "2020-03-02"),))
    later = a_time("2020-03-07", "2020-03-08", readings=(TimeReading("next", "2020-03-09", "2020-03-10"),))
    assert in_window(either, SINCE, IDLIB).facet.value == "N"
    assert in_window(later, SINCE, IDLIB).facet.value == "T"


def test_the_day_of_a_deadline_counts_in_full() -> None:
    window = Window(from_="patrols_start", by="first_patrol_due")
    assert in_window(a_time("2020-03-15", "2020-03-16"), window, IDLIB).facet.value == "T"
    assert in_window(a_time("2020-03-16", "2020-03-17"), window, IDLIB).facet.value == "F"
    assert in_window(a_time("2020-03-14", "2020-03-15"), window, IDLIB).facet.value == "F"


def test_a_day_taken_from_the_report_reaches_back_as_far_as_the_profile_says() -> None:
    (span,) = spans(a_time(None, "2020-03-11", basis="published"), UTC, UTC, PROFILE)
    assert span.start == datetime(2020, 3, 7, tzinfo=UTC)
    (stated,) = spans(a_time(None, "2020-03-11"), UTC, UTC, PROFILE)
    assert stated.start == NEVER


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 50), st.integers(1, 50))
def test_a_shorter_interval_only_settles_what_was_open(start: int, length: int, later: int, less: int) -> None:
    zero = datetime(2031, 4, 1, tzinfo=UTC).timestamp()

    def moment(minutes: int) -> datetime:
        return datetime.fromtimestamp(zero + 60 * minutes, UTC)

    bound = Bounds("", (moment(180), moment(240)), (moment(300), moment(310)), UTC)
    whole = Span(moment(start), moment(start + length))
    first = min(start + later, start + length)
    part = Span(moment(first), moment(max(first, start + length - less)))
    before, after = inside(whole, bound), inside(part, bound)
    assert before in ("N", after)


def test_lengths_durations_and_clocks_are_read_with_their_units() -> None:
    assert (length_km("6 km"), length_km("500 m"), length_km("0.5km")) == (6.0, 0.5, 0.5)
    assert duration("P7D").days == 7
    assert duration("P1DT12H").total_seconds() == 36 * 3600
    for wrong in ("6", "six km", "6 miles"):
        with pytest.raises(ValueError, match="with its unit"):
            length_km(wrong)
    for wrong in ("P", "7 days", "PT"):
        with pytest.raises(ValueError, match="not a duration"):
            duration(wrong)
    with pytest.raises(ValueError, match="not a time zone"):
        clock("+3")
    damascus = clock("Asia/Damascus")
    assert last_second_of(datetime(2020, 3, 12, tzinfo=UTC).date(), damascus).isoformat() == "2020-03-12T21:59:59+00:00"


def test_the_sample_truce_has_one_clock() -> None:
    assert in_window(a_time("2031-04-02", "2031-04-03"), SINCE_START, Case(truce(), PROFILE, None, None)).readings == {}


SINCE_START = Window(from_="start")
