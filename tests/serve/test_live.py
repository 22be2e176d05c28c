"""What the live map is drawn from: the ground of the agreements, and the incidents of a filter in a few columns."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.assess.dated_truce import dated_truce
from tests.serve.asking import incidents
from trucewatch.assess import load_profile
from trucewatch.model import Record
from trucewatch.model.record import RunInfo
from trucewatch.publish.page import page
from trucewatch.serve.desk import Texts
from trucewatch.serve.live import NOWHERE, WIDE, ground

PERIODS = ["", "&from=2020-03-05", "&to=2020-02-28", "&from=2020-02-28&to=2020-03-06"]


NAMES = ("id", "place", "type", "first", "last")


def rows(told: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The columns of an answer as rows."""
    return list(zip(*(told[name] for name in NAMES), strict=True))


def day(text: str | None) -> int | None:
    from datetime import date

    return None if text is None else (date.fromisoformat(text) - date(1970, 1, 1)).days


@pytest.mark.parametrize("period", PERIODS)
def test_a_window_of_days_takes_what_the_filter_takes(client: TestClient, period: str) -> None:
    told = client.get("/en/map/incidents.json?type=kin").json()
    given = dict(re.findall(r"(from|to)=([\d-]+)", period))
    first, last = day(given.get("from")), day(given.get("to"))

    def meets(row: tuple[Any, ...]) -> bool:
        start, end = row[3], row[4]
        if period and start is None and end is None:
            return False
        return (last is None or start is None or start <= last) and (first is None or end is None or end >= first)

    ids = {row[0] for row in rows(told) if meets(row)}
    assert ids == set(incidents(client, f"?kind=event&type=kin&size=200{period}"))


def test_no_incident_is_left_out_and_no_point_is_made_up(client: TestClient) -> None:
    told = client.get("/en/map/incidents.json").json()
    api = client.get("/api/v1/incidents?kind=event&size=200").json()["items"]
    assert {row[0] for row in rows(told)} == {one["id"] for one in api}
    places = {one["id"]: one.get("place") or {} for one in api}
    pointless = {id_ for id_, place in places.items() if "lat" not in place}
    assert {row[0] for row in rows(told) if row[1] == NOWHERE} == {i for i in pointless if "area" not in places[i]}
    assert {row[0] for row in rows(told) if row[1] == WIDE} >= {i for i in pointless if "area" in places[i]}
    assert told["count"] == len(rows(told))


def test_points_are_no_finer_than_what_is_published(client: TestClient) -> None:
    for lon, lat, km, _, _ in client.get("/en/map/incidents.json").json()["places"]:
        assert (round(lon, 2), round(lat, 2)) == (lon, lat)
        assert km == 0 or km >= 1


def test_places_are_named_as_in_the_list_beside(client: TestClient) -> None:
    names = [place[3] for place in client.get("/ar/map/incidents.json").json()["places"]]
    listed = client.get("/ar/map").text
    arabic = [name for name in names if name and "\u0600" <= name[0] <= "\u06ff"]
    assert arabic
    assert [name for name in arabic if name not in listed] == []


def test_the_ground_holds_the_versions_of_a_zone_with_their_days(client: TestClient) -> None:
    told = client.get("/ar/map/ground.json").json()
    area = [s["properties"] for s in told["shapes"] if s["properties"]["name"] == "منطقة خفض التصعيد في إدلب"]
    versions = {(one["agreement"], one["from"], one["until"]) for one in area if one["kind"] == "zone"}
    entry = day("2020-03-05")
    assert ("idlib-2018", day("2018-09-16"), entry) in versions
    assert ("idlib-2020", entry, None) in versions
    assert told["land"]["coordinates"]
    assert any("\u0600" <= name[0] <= "\u06ff" for _, _, name in told["towns"])


def test_each_zone_has_a_band_as_wide_as_its_tolerance(client: TestClient) -> None:
    shapes = client.get("/en/map/ground.json").json()["shapes"]
    zones = {s["properties"]["name"] for s in shapes if s["properties"]["kind"] != "reach" and s["properties"]["asked"]}
    assert zones == {s["properties"]["name"] for s in shapes if s["properties"]["kind"] == "reach"}


def test_what_did_not_change_is_not_sent_again(client: TestClient) -> None:
    for name in ("ground.json", "incidents.json?type=kin"):
        first = client.get(f"/en/map/{name}")
        again = client.get(f"/en/map/{name}", headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_condition_that_means_nothing_is_refused(client: TestClient) -> None:
    assert client.get("/en/map/incidents.json?type=war").status_code == 422
    assert client.get("/xx/map/ground.json").status_code == 404


def test_each_version_of_a_line_counts_on_its_own_days() -> None:
    text = dated_truce()
    tools = page(Record((), (), (), (), (text,), (), (), RunInfo("0")), "en", unmask=False)
    shapes = ground(tools, Texts((text.id,), (text,), load_profile()), [])["shapes"]
    about = [one["properties"] for one in shapes]
    road = [(one["from"], one["until"]) for one in about if one["name"] == "The road" and one["kind"] == "front"]
    assert road == [
        (day("2031-04-02"), day("2031-04-05")), (day("2031-04-05"), day("2031-04-10")), (day("2031-04-12"), None),
    ]  # fmt: skip
