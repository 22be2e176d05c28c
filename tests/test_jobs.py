"""Extraction over one process or several: the same claims in the same order, and one bad report costs one line."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator

import pytest

from trucewatch import extract, jobs, read
from trucewatch.model import Rejected, Report
from trucewatch.model.codec import to_lines
from trucewatch.sample import sample_path

TEXT = "Government artillery shelled Saraqeb on 3 March 2020, killing two soldiers."
GOOD = Report(id="r_good", text=TEXT, language="en", published="2020-03-04")
BROKEN = Report(id="r_bad", text=TEXT, language="en", sha256="ab", furniture=((0, "x"),))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def knowledge() -> extract.Knowledge:
    """The package's own knowledge."""
    return jobs.Sources().load()


@pytest.fixture(scope="module")
def digests() -> tuple[Report, ...]:
    """The sample's digests."""
    return tuple(item for item in read.reports([sample_path()]) if not isinstance(item, Rejected))


def test_a_report_that_breaks_the_extractor_is_recorded_and_the_rest_goes_on() -> None:
    claims, failed = jobs.together(jobs.extracted([BROKEN, GOOD], jobs.Sources()))
    assert {claim.report for claim in claims} == {"r_good"}
    assert [(item.source, item.sha256) for item in failed] == [("r_bad", "ab")]
    assert "please report it" in failed[0].remedy


def test_a_report_of_no_known_language_says_which_are_read(knowledge: extract.Knowledge) -> None:
    unread = jobs.of_report(Report(id="r_1", text=TEXT), knowledge).rejected
    assert unread is not None
    assert "its language is not known" in unread.reason
    assert "en" in unread.remedy
    assert "fr" in unread.remedy


def test_two_processes_give_what_one_gives_in_the_same_order(digests: tuple[Report, ...]) -> None:
    alone, shared = (list(jobs.extracted(digests, jobs.Sources(), jobs=n, mentions=True)) for n in (1, 2))
    assert [item.report.id for item in alone] == [report.id for report in digests]
    assert alone == shared


def test_a_pool_takes_no_more_reports_than_it_has_room_for() -> None:
    taken = itertools.count()
    room = threading.Semaphore(3)

    def endless() -> Iterator[Report]:
        while True:
            next(taken)
            yield GOOD

    bounded = jobs._bounded(endless(), room)
    for _ in range(3):
        next(bounded)
    assert not room.acquire(blocking=False)
    assert next(taken) == 3


def test_lines_are_those_of_what_is_found_and_the_same_from_two_processes(digests: tuple[Report, ...]) -> None:
    found = list(jobs.extracted(digests, jobs.Sources(), mentions=True))
    for count in (1, 2):
        lines = list(jobs.written(digests, jobs.Sources(), jobs=count, mentions=True))
        assert [item.claims for item in lines] == [to_lines(item.claims) for item in found]
        assert [item.mentions for item in lines] == [to_lines(item.mentions) for item in found]


def test_a_report_that_cannot_be_read_is_told_beside_the_lines() -> None:
    first, second = jobs.written([BROKEN, GOOD], jobs.Sources(), jobs=2)
    assert first.claims == ""
    assert first.rejected is not None
    assert first.rejected.source == "r_bad"
    assert second.claims.count("\n") >= 1
    assert second.rejected is None
