"""What is taken away under a filter holds what the list under that filter holds."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile

import pytest
from fastapi.testclient import TestClient

QUERIES = ["", "?kind=event", "?type=kin&from=2020-03-01&to=2020-03-20", "?type=kin.shelling&label=possible"]


def listed(client: TestClient, query: str) -> list[str]:
    """The ids of all incidents of a filter, from the API."""
    found: list[str] = []
    after = ""
    while True:
        sign = "&" if query else "?"
        page = client.get(f"/api/v1/incidents{query}{sign}size=200{after}").json()
        found += [row["id"] for row in page["items"]]
        if page["next"] is None:
            return found
        after = f"&after={page['next']}"


@pytest.mark.parametrize("query", QUERIES)
def test_every_file_has_the_rows_of_the_list(client: TestClient, query: str) -> None:
    ids = listed(client, query)
    table = client.get(f"/en/export/incidents.csv{query}").content
    assert table.startswith(b"\xef\xbb\xbf")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig")))] == ids
    lines = client.get(f"/en/export/incidents.jsonl{query}").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    points = client.get(f"/en/export/incidents.geojson{query}").json()["features"]
    assert {f["id"] for f in points if f["properties"]["feature"] == "incident"} <= set(ids)
    events = client.get(f"/en/export/incidents.timemap.json{query}").json()
    assert {event["id"] for event in events} <= set(ids)


def test_the_row_of_tags_stands_under_the_names(client: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/en/export/incidents.hxl.csv").content.decode("utf-8-sig"))))
    assert rows[0][0] == "id"
    assert rows[1][0] == "#event+id"
    assert len(rows[0]) == len(rows[1]) == len(rows[2])


def test_the_spreadsheet_holds_words_and_numbers_and_no_formula(client: TestClient) -> None:
    data = client.get("/en/export/incidents.xlsx?kind=event").content
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(listed(client, "?kind=event")) + 1
    assert "<f>" not in sheet


def test_the_feed_is_well_formed_and_leads_to_the_pages(client: TestClient) -> None:
    root = ET.fromstring(client.get("/ar/export/incidents.atom?kind=event").content)
    links = [link.attrib["href"] for link in root.iter("{http://www.w3.org/2005/Atom}link")][1:]
    assert links
    assert client.get(links[0].removeprefix("http://127.0.0.1")).status_code == 200


def test_there_is_no_other_file(client: TestClient) -> None:
    assert client.get("/en/export/passwd").status_code == 404
