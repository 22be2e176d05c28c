"""Texts that look back take the year told last for dates without one."""

from __future__ import annotations

import pytest

from trucewatch.extract import load_knowledge
from trucewatch.extract.mentions import mentions
from trucewatch.model import Report

KNOWLEDGE = load_knowledge(languages=["en"])
PAST = "The siege began on 4 June 1941. It was lifted in December 1942, and a truce was signed on 2 May 1943. "


def _times(text: str) -> list[str | None]:
    report = Report(id="r", text=text, language="en", published="2020-03-05")
    return [m.start for m in mentions(report, KNOWLEDGE) if m.mention == "time"]


def test_a_date_without_a_year_is_of_the_year_told_last() -> None:
    assert _times(PAST + "The garrison left on 9 July.")[-1] == "1943-07-09"


def test_a_month_far_back_is_of_the_year_after() -> None:
    assert _times(PAST + "It broke down on 30 October 1943. In February the town fell.")[-1] == "1944-02-01"


def test_a_report_of_the_day_counts_from_its_own_day() -> None:
    assert _times("The truce of 5 March 2020 held. The envoy left on 4 March.")[-1] == "2020-03-04"


@pytest.mark.parametrize("text", ["A year of 1200 people", "In March 1500 people fled."])
def test_four_figures_that_count_something_are_no_year(text: str) -> None:
    assert not any((start or "").startswith(("1200", "1500")) for start in _times(text))
