"""What was promised against what was counted, each counter for itself. The reports are made up."""

from __future__ import annotations

import functools
from typing import Any

from trucewatch.assess import findings, load_agreement
from trucewatch.assess.cases import Told
from trucewatch.assess.told import incident, reports
from trucewatch.model import Record, RunInfo
from trucewatch.publish.charts.chart import Chart
from trucewatch.publish.charts.deliveries import deliveries, lacking
from trucewatch.publish.charts.rows import Bar
from trucewatch.publish.page import Page, page, striptags
from trucewatch.publish.views.terms import stacks

AS_OF = "2025-02-06T00:00:00Z"


def trucks(day: str, number: str, root: str, **more: str) -> dict[str, Any]:
    """So many trucks that a root tells of."""
    return {
        "type": "hum.aid_delivered",
        "date": day,
        "counts": [{"measure": "trucks", "number": number, **more}],
        "accounts": [{"root": root}],
    }


def freed(day: str, who: str, measure: str, number: str, **more: str) -> dict[str, Any]:
    """So many whom a side let go."""
    counts = [{"measure": measure, "number": number, **more}]
    accounts = [{"root": "Agency A"}]
    return {"type": "hum.release_exchange", "date": day, "perpetrator": [who], "counts": counts, "accounts": accounts}


TOLD = (
    trucks("2025-02-01", "630", "Counter A"),
    trucks("2025-02-01", "480", "Counter B"),
    trucks("2025-02-02", "540", "Counter A"),
    trucks("2025-02-02", "450", "Counter B", to="500"),
    trucks("2025-02-04", "600", "Counter B"),
    freed("2025-01-20", "HAMAS", "hostages", "3", of="civilians"),
    freed("2025-01-21", "ISR", "prisoners", "90"),
)


@functools.cache
def tools(language: str = "en") -> Page:
    """A page over what the agreement of January 2025 makes of these reports."""
    agreement = load_agreement("gaza-2025")
    pairs = [incident(Told.model_validate(told).model_dump(), at) for at, told in enumerate(TOLD)]
    incidents, claims = [one for one, _ in pairs], [claim for _, more in pairs for claim in more]
    read = reports(claims, AS_OF)
    made = findings(incidents, claims, read, [agreement], valid=AS_OF, known=AS_OF)
    run = RunInfo("0", agreements=("gaza-2025",))
    record = Record(tuple(read), tuple(claims), tuple(incidents), tuple(made), (agreement,), (), (), run)
    return page(record, language, unmask=False)


def charts(language: str = "en") -> dict[str, Chart]:
    found = deliveries(tools(language), tools(language).ix.agreements["gaza-2025"])
    return {striptags(one.term): one.chart for one in found}


def test_every_counter_has_its_own_row_its_own_line_and_its_own_lack() -> None:
    chart = charts()["Six hundred trucks a day"]
    assert [striptags(head) for head in chart.heads] == [
        "Day",
        "Counter B",
        "Counter B: lacking so far",
        "Counter A",
        "Counter A: lacking so far",
    ]
    assert [tuple(striptags(cell) for cell in row) for row in chart.rows] == [
        ("1 Feb 2025", "480", "120", "630", "0"),
        ("2 Feb 2025", "450–500", "220–270", "540", "60"),
        ("4 Feb 2025", "600", "220–270", "not told", "not told"),
    ]
    assert chart.svg.count('class="asked"') == 2
    assert "600 promised" in striptags(chart.title)


def test_nothing_is_summed_over_counters() -> None:
    told = " ".join(striptags(cell) for row in charts()["Six hundred trucks a day"].rows for cell in row)
    assert "1,110" not in told
    assert "990" not in told


def test_what_is_lacking_grows_over_the_periods_told_alone() -> None:
    counts = {0: Bar(480, 480), 1: Bar(700, 700), 4: Bar(100, None)}
    assert lacking(counts, 600) == {0: Bar(120, 120), 1: Bar(120, 120), 4: Bar(120, 620)}


def test_an_exchange_lays_both_sides_releases_under_each_other() -> None:
    chart = charts()["Prisoners for hostages"]
    rows = [tuple(striptags(cell) for cell in row) for row in chart.rows]
    assert [row[0] for row in rows] == ["20 Jan 2025", "21 Jan 2025"]
    assert [row[-1] for row in rows] == ["3", "90"]
    assert any("due for them: 90" in striptags(note) for note in chart.notes)


def test_the_card_of_a_quota_tells_of_the_series_and_not_of_each_day() -> None:
    (stack,) = stacks(tools())
    card = next(term for term in stack.terms if striptags(term.title) == "Six hundred trucks a day")
    assert len(card.chips) == 1
    assert card.clock is None
    assert not any("Counter A counted" in striptags(line) for line in card.lines)


def test_axes_run_from_left_to_right_in_arabic() -> None:
    assert all(chart.svg.startswith('<svg class="chart" direction="ltr"') for chart in charts("ar").values())
