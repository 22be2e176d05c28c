"""What is taken away under a filter holds what the list under that filter holds."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from fastapi.testclient import TestClient

from tests.serve.asking import token, waited

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


def test_every_file_names_the_marking_of_what_it_holds(own: TestClient) -> None:
    told = {"id": "m1", "language": "en", "published": "2020-03-07", "marking": "TLP:AMBER"}
    text = "IDLIB, March 7, 2020 - Government artillery shelled Binnish on Friday, killing two civilians, a medic said."
    files = [("files", ("marked.jsonl", json.dumps({**told, "text": text}).encode(), "application/json"))]
    waited(own, own.post("/en/add", data={"token": token(own)}, files=files))
    asked = "?kind=event&from=2020-03-06&to=2020-03-06&place=sy.binnish"
    rows = list(csv.DictReader(io.StringIO(own.get(f"/en/export/incidents.csv{asked}").content.decode("utf-8-sig"))))
    assert "TLP:AMBER" in {row["marking"] for row in rows}
    tagged = own.get(f"/en/export/incidents.hxl.csv{asked}").text.splitlines()
    assert tagged[1].endswith("#meta+marking")
    lines = [json.loads(line) for line in own.get(f"/en/export/incidents.jsonl{asked}").text.splitlines()]
    assert "TLP:AMBER" in {line.get("marking") for line in lines}
    features = own.get(f"/en/export/incidents.geojson{asked}").json()["features"]
    assert "TLP:AMBER" in {one["properties"].get("marking") for one in features}
    assert "<rights>TLP:AMBER</rights>" in own.get(f"/en/export/incidents.atom{asked}").text
    assert "TLP:AMBER" in own.get(f"/en/export/incidents.timemap.json{asked}").text
    with zipfile.ZipFile(io.BytesIO(own.get(f"/en/export/incidents.xlsx{asked}").content)) as book:
        assert b"TLP:AMBER" in book.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("page", "query"), [("ledger", ""), ("map", ""), ("timeline", "?type=kin"), ("incidents", "?kind=event")]
)
def test_what_is_taken_away_from_a_page_is_what_it_counts(client: TestClient, page: str, query: str) -> None:
    shown = client.get(f"/en/{page}{query}").text
    said = re.search(r'data-said="([\d,]+) incident', shown)
    link = re.search(r'href="(/en/export/incidents\.csv[^"]*)"', shown)
    feed = re.search(r'<link rel="alternate" type="application/atom\+xml" title="Atom" href="([^"]+)">', shown)
    assert said is not None
    assert link is not None
    assert feed is not None
    table = client.get(link[1].replace("&amp;", "&")).content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(table)))) == int(said[1])
    assert feed[1].partition("?")[2] == link[1].partition("?")[2]


def test_files_call_types_and_places_as_the_language_of_their_address_does(client: TestClient) -> None:
    asked = "?kind=event&place=SY-ID"
    tables = {
        code: list(
            csv.DictReader(io.StringIO(client.get(f"/{code}/export/incidents.csv{asked}").content.decode("utf-8-sig")))
        )
        for code in ("en", "ar", "fr")
    }
    assert list(tables["ar"][0]) == list(tables["en"][0])
    assert {row["id"]: row["type"] for row in tables["ar"]} == {row["id"]: row["type"] for row in tables["en"]}
    assert "إدلب (محافظة)" in {row["place"] for row in tables["ar"]}
    assert "قصف" in {row["type_words"] for row in tables["ar"]}
    assert "Idlib (province)" in {row["place"] for row in tables["fr"]}
    with zipfile.ZipFile(io.BytesIO(client.get(f"/ar/export/incidents.xlsx{asked}").content)) as book:
        assert 'rightToLeft="1"' in book.read("xl/worksheets/sheet1.xml").decode()
    events = client.get(f"/ar/export/incidents.timemap.json{asked}").json()
    known = {id_ for row in tables["en"] for id_ in row["report_ids"].split("; ")}
    assert {source for event in events for source in event["sources"]} <= known
