"""Bulletins of two counters beside each other."""

from __future__ import annotations

from dataclasses import replace

from tests.factories import a_claim, a_place, a_time
from tests.publish.sample_record import record
from trucewatch.model import Claim, Figure
from trucewatch.publish.charts.bulletins import MOST_ROWS, bulletins, counts
from trucewatch.publish.page import Page, page, striptags

HOURS = ("2031-03-06T19:30", "2031-03-07T19:30")


def told(id_: str, counter: str, low: float, period: tuple[str, str] | None = None) -> Claim:
    """A count of violations."""
    figure = Figure("violations", low, low, counted_by=counter, period=period)
    claim = a_claim(id_, "dip.report", time=a_time("2031-03-07", "2031-03-08"), place=None)
    return replace(claim, report="r_one", figures=(figure,))


def tools(*claims: Claim) -> Page:
    return page(replace(record(), claims=claims), "en", unmask=False)


def rows(*claims: Claim) -> list[tuple[str, ...]]:
    chart = bulletins(tools(*claims), counts(tools(*claims)))
    assert chart is not None
    return [tuple(striptags(cell) for cell in row) for row in chart.rows]


def test_counters_stand_beside_each_other_and_are_never_added_up() -> None:
    made = tools(told("c_1", "XNO", 19), told("c_2", "XSO", 18))
    chart = bulletins(made, counts(made))
    assert chart is not None
    assert chart.svg.count('class="name"') == 2
    assert "37" not in " ".join(striptags(cell) for row in chart.rows for cell in row)


def test_the_day_of_a_bulletin_is_that_on_which_its_hours_end() -> None:
    assert rows(told("c_1", "XNO", 8, period=HOURS))[0][0] == "7 Mar 2031"


def test_a_count_over_more_than_a_day_is_in_the_table_and_not_drawn() -> None:
    week = told("c_1", "XNO", 80, period=("2031-03-01", "2031-03-08"))
    chart = bulletins(tools(week), counts(tools(week)))
    assert chart is not None
    assert striptags(chart.rows[0][0]) == "1 Mar – 7 Mar 2031"
    assert 'class="bar"' not in chart.svg
    assert any("1 count over more than one day" in striptags(note) for note in chart.notes)


def test_none_counted_is_a_count() -> None:
    made = tools(told("c_1", "XNO", 0))
    chart = bulletins(made, counts(made))
    assert chart is not None
    assert ">0</text>" in chart.svg


def test_two_counts_of_one_counter_for_one_day_are_a_range() -> None:
    made = tools(told("c_1", "XNO", 5), told("c_2", "XNO", 9))
    chart = bulletins(made, counts(made))
    assert chart is not None
    assert chart.svg.count('class="bar maybe"') == 1
    assert len(chart.rows) == 2


def test_an_area_has_its_own_row() -> None:
    part = replace(told("c_2", "XNO", 3), place=a_place("Marj"))
    assert [row[3] for row in rows(told("c_1", "XNO", 5), part)] == ["all that is counted", "Marj"]


def test_rows_beyond_the_most_are_told() -> None:
    made = tools(*(told(f"c_{n}", f"Counter {n:02d}", 1) for n in range(MOST_ROWS + 3)))
    chart = bulletins(made, counts(made))
    assert chart is not None
    assert any("3 more rows" in striptags(note) for note in chart.notes)


def test_without_counts_there_is_no_chart() -> None:
    assert bulletins(tools(), []) is None
