"""Events over days, a row for each key, against entry into force."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from markupsafe import Markup

from tests.publish.sample_record import record
from trucewatch.publish.charts.chart import Chart
from trucewatch.publish.charts.events import MOST_ROWS, Counted, events
from trucewatch.publish.page import page, striptags
from trucewatch.publish.wording import LANGUAGES

DAY = date(2031, 3, 5)
ALL = {DAY: 3, DAY + timedelta(days=2): 1}
KEYED = {(DAY, "kin"): 2, (DAY, "civ"): 1, (DAY + timedelta(days=2), "kin"): 1}


def test_the_table_says_what_is_drawn() -> None:
    chart = events(page(record(), "en", unmask=False), Counted("type", ALL, KEYED))
    assert chart is not None
    rows = [tuple(striptags(cell) for cell in row) for row in (chart.heads, *chart.rows)]
    assert rows == [
        ("Day", "All", "Military act", "Act against civilians"),
        ("5 Mar 2031", "3", "2", "1"),
        ("7 Mar 2031", "1", "1", "0"),
    ]
    assert chart.svg.count('class="bar"') == 2 + 2 + 1


def test_the_body_of_the_table_holds_its_rows_and_escapes_what_is_no_markup() -> None:
    chart = Chart("Days", Markup(), ("Day", "All", "Whom"), (("5 Mar", Markup("<b>3</b>"), "<i>"),), words=(2,))
    assert chart.body == ('<tr><th scope="row">5 Mar</th><td class="n"><b>3</b></td><td>&lt;i&gt;</td></tr>')


def test_entry_into_force_is_drawn_where_it_lies_within_the_days() -> None:
    tools = page(record(), "en", unmask=False)
    within, before = (
        events(tools, Counted("type", {day: 1, DAY: 1}, {})) for day in (date(2031, 3, 9), date(2031, 2, 1))
    )
    assert within is not None
    assert before is not None
    assert within.svg.count('class="force"') == 1
    assert before.svg.count('class="force"') == 0


def test_rows_that_are_not_drawn_are_counted_and_stand_in_the_table() -> None:
    keyed = {(DAY, f"house {number:02d}"): 1 for number in range(MOST_ROWS + 2)}
    chart = events(page(record(), "en", unmask=False), Counted("root", {DAY: 5}, keyed, undated=4))
    assert chart is not None
    assert len(chart.heads) == 2 + MOST_ROWS + 2
    assert chart.svg.count('class="axis"') == 1 + MOST_ROWS
    told = " ".join(striptags(note) for note in chart.notes)
    assert "2 more rows are in the table alone" in told
    assert "4 events of which no first day is known" in told
    assert "rows are not to be added up" in told


def test_a_long_time_is_drawn_in_stretches_and_loses_nothing() -> None:
    days = {DAY + timedelta(days=9 * number): 1 for number in range(60)}
    chart = events(page(record(), "en", unmask=False), Counted("type", days, {}))
    assert chart is not None
    assert "stretches of 7 days" in striptags(chart.title)
    assert sum(int(striptags(row[1])) for row in chart.rows) == 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_axis_runs_from_left_to_right_in_every_language(language: str) -> None:
    chart = events(page(record(), language, unmask=False), Counted("type", ALL, KEYED))
    assert chart is not None
    assert chart.svg.startswith('<svg class="chart" direction="ltr"')
    assert 'role="img" aria-label="' in chart.svg


def test_without_a_day_there_is_nothing_to_draw() -> None:
    assert events(page(record(), "en", unmask=False), Counted("type", {}, {}, undated=3)) is None
