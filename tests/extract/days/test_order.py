"""Day and month in figures that may stand in either order."""

from __future__ import annotations

from tests.extract.reading import told


def _days(text: str) -> list[str | None]:
    return [c.time.start for c in told(text) if c.time is not None and c.type.startswith("kin.")]


def test_an_open_order_follows_the_other_dates_of_the_report() -> None:
    assert _days("Shells fell on the port on 02/03/2020. On 02/28/2020 jets bombed the silo.") == [
        "2020-02-03",
        "2020-02-28",
    ]
    assert _days("Shells fell on the port on 02/03/2020. On 28/02/2020 jets bombed the silo.") == [
        "2020-03-02",
        "2020-02-28",
    ]


def test_an_open_order_alone_gives_the_day_that_lies_before_the_report() -> None:
    assert _days("Shells fell on the port on 03/04/2020.") == ["2020-03-04"]


def test_orders_that_the_report_mixes_leave_the_usual_one() -> None:
    text = "Shells fell on the port on 02/03/2020. On 02/28/2020 jets bombed a silo. On 27/02/2020 jets bombed a mill."
    assert _days(text)[0] == "2020-03-02"
