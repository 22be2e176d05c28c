"""What is told only as a country has no pin, in a new store and in one that an earlier version made."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.serve.test_live import rows
from trucewatch import store
from trucewatch.model import Incident
from trucewatch.model.codec import hashed_row
from trucewatch.serve import application
from trucewatch.serve.live import WIDE
from trucewatch.store import rows as kept

TEXT = (
    "DAMASCUS, March 7, 2020 - Government artillery shelled Ariha on Friday, killing two civilians, a medic said.\n\n"
    "Four soldiers were killed in an air strike in Yemen on Thursday, officials said."
)


def _as_before(patch: pytest.MonkeyPatch) -> None:
    """Lets a store be written as earlier versions wrote it: an area as a point, in the row and in its columns."""
    made = kept.incident_row

    def pinned(incident: Incident, sort_key: str) -> dict[str, Any]:
        lat, lon = (incident.place.middle if incident.place else None) or (None, None)
        return made(incident, sort_key) | {"lat": lat, "lon": lon}

    patch.setattr(kept, "to_row", hashed_row)
    patch.setattr(kept, "incident_row", pinned)


@pytest.fixture(scope="module", params=["new", "old"])
def asking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks the pages over a store of two acts: one in a town, one in a country."""
    folder = tmp_path_factory.mktemp("areas")
    text = folder / "report.txt"
    text.write_text(TEXT, encoding="utf-8")
    made = store.make_store(folder / "store", ["idlib-2020"])
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "old":
            _as_before(patch)
        store.add(made, [str(text)])
    assert store.verify(made, thorough=True) == ()
    made.engine.dispose()
    with TestClient(application(folder / "store"), base_url="http://127.0.0.1") as client:
        yield client


def _table(client: TestClient) -> dict[str, dict[str, str]]:
    text = client.get("/en/export/incidents.csv?kind=event").content.decode("utf-8-sig")
    return {row["place"]: row for row in csv.DictReader(io.StringIO(text))}


def test_the_table_names_the_country_and_gives_no_point(asking: TestClient) -> None:
    told = _table(asking)
    assert (told["Yemen"]["lat"], told["Yemen"]["lon"], told["Yemen"]["level"]) == ("", "", "country")
    assert float(told["Yemen"]["radius_km"]) > 150
    assert told["Ariha"]["lat"].startswith("35.8")


def test_maps_count_it_as_known_only_roughly(asking: TestClient) -> None:
    id_ = _table(asking)["Yemen"]["id"]
    live = asking.get("/en/map/incidents.json").json()
    assert {row[0]: row[1] for row in rows(live)}[id_] == WIDE
    assert [name for *_, name, _ in live["places"]] == ["Ariha"]
    rough = re.search(r"<li[^>]*>(?:(?!</li>).)*place known only roughly(?:(?!</li>).)*", asking.get("/en/map").text)
    assert rough is not None
    assert id_ in rough[0]


@pytest.mark.parametrize("name", ["incidents.geojson", "incidents.timemap.json"])
def test_files_of_points_leave_it_out(asking: TestClient, name: str) -> None:
    text = asking.get(f"/en/export/{name}?kind=event").text
    ids = {place: row["id"] for place, row in _table(asking).items()}
    assert ids["Ariha"] in text
    assert ids["Yemen"] not in text


def test_its_page_says_that_it_has_no_point(asking: TestClient) -> None:
    said = asking.get(f"/en/incidents/{_table(asking)['Yemen']['id']}").text
    assert "no point: told only as an area" in said
    assert "not resolved to one place" not in said
