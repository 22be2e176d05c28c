"""Terms and deeds under an agreement that is named with its year."""

from __future__ import annotations

from tests.extract.reading import told
from trucewatch.model import Time


def _time(text: str, kind: str) -> Time | None:
    return next(c.time for c in told(text) if c.type == kind)


def test_a_term_takes_the_year_with_which_its_agreement_is_named() -> None:
    time = _time("The 2016 Geneva deal created a buffer zone.", "term.zone")
    assert time is not None
    assert (time.start, time.end, time.basis) == ("2016-01-01", "2017-01-01", "stated")


def test_a_name_goes_back_to_the_year_told_with_it_before() -> None:
    text = "They broke a 2016 deal brokered in Geneva. Months went by. The Geneva deal created a buffer zone."
    time = _time(text, "term.zone")
    assert time is not None
    assert time.start == "2016-01-01"


def test_the_deal_of_another_name_has_not_its_year() -> None:
    text = "They broke a 2016 deal brokered in Geneva. Months went by. The Astana deal created a buffer zone."
    time = _time(text, "term.zone")
    assert time is not None
    assert time.start != "2016-01-01"


def test_two_years_of_one_name_give_none() -> None:
    text = "They broke the 2016 Geneva deal and the 2012 Geneva deal. Months went by. The Geneva deal created a zone."
    time = _time(text, "term.zone")
    assert time is not None
    assert time.basis == "published"


def test_what_was_done_under_an_agreement_lies_not_before_it() -> None:
    text = "Heavy weapons were withdrawn under the 2016 Geneva agreement."
    act = next(c for c in told(text) if c.type == "wd.withdrawal")
    assert act.time is not None
    assert (act.time.start, act.time.end, act.time.precision) == ("2016-01-01", None, "open")
    assert "time bounded by the agreement under which it was done" in act.why
