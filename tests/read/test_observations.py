"""A patrol's table: rows become reports, and a bad row costs only itself."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model import Rejected, Report
from trucewatch.read.observations import columns_of, looks_like_observations, read_observations

PATROL = (Path(__file__).parent / "data" / "patrol.csv").read_text(encoding="utf-8")


def both(text: str, text_column: str | None = None) -> tuple[list[Report], list[Rejected]]:
    """What was read and what was refused."""
    items = list(read_observations(text, "patrol.csv", text_column))
    return [i for i in items if isinstance(i, Report)], [i for i in items if isinstance(i, Rejected)]


def test_a_row_is_a_report_of_its_own_line() -> None:
    reports, _ = both(PATROL)
    first = reports[0]
    assert first.text == PATROL.splitlines()[1]
    assert (first.id, first.source, first.published, first.media_type) == (
        "P-1",
        "Team 2",
        "2020-03-06T01:30:00",
        "text/csv",
    )
    assert first.meta["observation"] == {
        "time": "2020-03-06T01:30:00", "place": "Saraqib", "observed": "shelling", "how": "heard",
        "weapon": "artillery", "count": "12", "reported_by": "Team 2", "id": "P-1", "lat": "35.86", "lon": "36.80",
    }  # fmt: skip


def test_quoted_cells_and_european_dates_are_understood() -> None:
    reports, _ = both(PATROL)
    assert reports[1].meta["observation"] == {
        "time": "2020-03-07T09:15:00", "place": 'Neirab "east"', "observed": "armoured vehicles", "how": "imagery",
        "count": "8", "reported_by": "Team 1", "id": "P-4",
    }  # fmt: skip
    assert reports[2].source == "patrol"


def test_bad_rows_are_refused_with_their_line_and_the_rest_goes_on() -> None:
    reports, rejected = both(PATROL)
    assert len(reports) == 3
    assert [(r.line, r.reason) for r in rejected] == [
        (3, "`time` is '2020-02-30', which is not a date that exists"),
        (4, "`lat` is '95', which is not between -90 and 90"),
        (6, "the row cannot be taken apart (unexpected end of data)"),
    ]
    assert all(r.remedy and r.source == "patrol.csv" for r in rejected)


def test_a_missing_column_is_named_with_those_found() -> None:
    reports, (rejected,) = both("place,observed\nSaraqib,shelling\n")
    assert reports == []
    assert (rejected.line, rejected.reason) == (1, "column `time` is missing; found: place, observed")
    assert "time, observed" in rejected.remedy


def test_coordinates_stand_in_for_a_place_only_together() -> None:
    assert len(both("time,lat,lon,what\n2020-03-06,35.8,36.7,shelling\n")[0]) == 1
    assert both("time,lat,what\n2020-03-06,35.8,shelling\n")[1][0].reason.startswith("column `place` is missing")
    _, (half,) = both("time,place,lat,lon,what\n2020-03-06,Ariha,35.8,,shelling\n")
    assert half.reason == "`lat` and `lon` must stand together"


def test_a_row_with_too_many_cells_is_refused() -> None:
    _, (rejected,) = both("time,place,what\n2020-03-06,Ariha,shelling,heavy\n")
    assert rejected.reason == "the row has 4 cells and the header 3"


def test_headers_are_known_in_other_languages_and_spellings() -> None:
    assert columns_of(("Date & time", "Lieu", "Événement", "distance_km")) == {
        "time": 0,
        "place": 1,
        "observed": 2,
        "distance_km": 3,
    }
    assert columns_of(("DATE", "Location", "What was observed")) == {"time": 0, "place": 1, "observed": 2}


def test_a_table_is_known_by_its_header() -> None:
    assert looks_like_observations(PATROL)
    assert not looks_like_observations("Guns fell silent, officials said, and a patrol passed.\n")


def test_a_column_of_prose_makes_ordinary_reports() -> None:
    table = "Date,Outlet,Body\n2020-03-06,Example,Guns fell silent near the town on Friday.\n2020-03-07,Example,\n"
    (report,), (rejected,) = both(table, "body")
    assert report.text == "Guns fell silent near the town on Friday."
    assert (report.published, report.published_basis) == ("2020-03-06", "metadata")
    assert report.meta["cells"] == {"Date": "2020-03-06", "Outlet": "Example"}
    assert "observation" not in report.meta
    assert (rejected.line, rejected.reason) == (3, "`body` is empty")


def test_a_prose_column_that_is_not_there_is_named() -> None:
    _, (rejected,) = both("Date,Body\n2020-03-06,x\n", "text")
    assert rejected.reason == "column `text` is missing; found: Date, Body"


@given(st.text(alphabet='",;\n\r\tabc 2020-3', max_size=200))
def test_any_table_is_read_or_refused(text: str) -> None:
    for item in read_observations("time,place,what\n" + text, "t.csv"):
        assert isinstance(item, Report | Rejected)
        assert not isinstance(item, Report) or item.text in "time,place,what\n" + text
