"""The values of one figure, account by account."""

from __future__ import annotations

from dataclasses import replace

from tests.publish.sample_record import record
from trucewatch.model import FigureValue, Incident, IncidentFigure
from trucewatch.publish.charts.figures import figures, in_series
from trucewatch.publish.page import page, striptags

FIRST = FigureValue("c_one", 20, 20, "NPA", told="2031-02-27", superseded_by="c_three")
OTHER = FigureValue("c_two", 27, 35, "Agence du Port", told="2031-02-28")
LATER = FigureValue("c_three", 34, 34, "NPA", told="2031-03-01")
OPEN = FigureValue("c_four", 30, None, None, told="2031-03-02")
TOOLS = page(record(), "en", unmask=False)


def incident(*values: FigureValue, best: float | None = None) -> Incident:
    figure = IncidentFigure("killed", "compatible", values, "XNO.army", 20, 35, best)
    return Incident("i_x", "event", "kin.shelling", (), (), figures=(figure,))


def test_a_speaker_s_counts_stand_together_in_their_order() -> None:
    assert in_series([LATER, OTHER, FIRST]) == [FIRST, LATER, OTHER]


def test_what_was_replaced_is_hollow_and_leads_to_what_replaced_it() -> None:
    (chart,) = figures(TOOLS, incident(LATER, OTHER, FIRST))
    assert chart.svg.count('class="dot gone"') == 1
    assert chart.svg.count('class="then"') == 1
    assert chart.svg.count('class="span"') == 1
    assert [striptags(row[-1]) for row in chart.rows] == ["replaced by a later count", "stands", "stands"]


def test_the_table_gives_low_and_high_of_each_with_its_root() -> None:
    (chart,) = figures(TOOLS, incident(OTHER, OPEN))
    cells = [[striptags(cell) for cell in row] for row in chart.rows]
    assert [(row[1], *row[4:6]) for row in cells] == [("Agence du Port", "27", "35"), ("root not stated", "30", "open")]
    assert 'class="open"' in chart.svg


def test_the_best_is_drawn_only_where_there_is_one() -> None:
    (without,), (with_best,) = figures(TOOLS, incident(FIRST, LATER)), figures(TOOLS, incident(FIRST, LATER, best=34))
    assert ('class="best"' in without.svg, 'class="best"' in with_best.svg) == (False, True)
    assert any("Best supported: 34" in striptags(note) for note in with_best.notes)


def test_one_account_alone_is_no_chart() -> None:
    assert figures(TOOLS, incident(FIRST)) == []
    assert figures(TOOLS, incident(replace(OPEN, low=None), replace(OPEN, low=None, claim="c_five"))) == []
