"""Every page is there in every language, leads to the words of a source, and runs nothing that a report brings."""

from __future__ import annotations

import json
import re

import pytest
from fastapi.testclient import TestClient

from tests.serve.asking import claims, incidents, token, waited
from trucewatch.serve.look import languages

PAGES = [
    "", "timeline", "map", "incidents", "incidents?kind=event&from=2020-03-01&to=2020-03-31", "ledger", "reports",
    "coverage", "bulletins",
    "agreements", "agreements/idlib-2020", "sources", "queue", "decisions", "search", "search?q=shelling",
    "add", "about", "keys",
]  # fmt: skip


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_in_its_language_and_direction(client: TestClient, language: str, path: str) -> None:
    answer = client.get(f"/{language}/{path}")
    assert answer.status_code == 200
    way = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{way}">' in answer.text
    assert answer.text.count("<h1") == 1


def test_the_first_address_leads_to_a_language_of_the_reader(client: TestClient) -> None:
    answer = client.get("/", headers={"accept-language": "de,ar;q=0.8"}, follow_redirects=False)
    assert answer.headers["location"] == "/ar/"


def test_an_incident_shows_every_account_with_its_words(client: TestClient) -> None:
    page = client.get(f"/en/incidents/{incidents(client, '?kind=event')[0]}").text
    assert page.count('<article class="account"') == len(claims(page)) > 0
    assert '<blockquote class="quote"' in page


def test_a_report_shows_its_text_with_the_claims_marked(client: TestClient) -> None:
    ids = re.findall(r'href="/en/reports/([^"]+)"', client.get("/en/reports").text)
    page = client.get(f"/en/reports/{ids[1]}").text
    assert "<mark><a href=" in page
    steps = client.get(f"/en/reports/{ids[1]}/explain")
    assert steps.status_code == 200
    assert "unsafe-inline" not in steps.headers["content-security-policy"]
    alone = re.findall(r'href="(/en/reports/[^"]+/explain\?claim=[^"]+)"', page)[0]
    one = client.get(alone)
    assert one.status_code == 200
    assert len(one.text) < len(steps.text)


def test_a_claim_leads_to_its_incident(client: TestClient) -> None:
    home = incidents(client, "?kind=event")[0]
    claim = claims(client.get(f"/en/incidents/{home}").text)[0]
    answer = client.get(f"/en/claims/{claim}", follow_redirects=False)
    assert answer.headers["location"] == f"/en/incidents/{home}#c-{claim}"


def test_what_a_report_brings_is_shown_and_not_run(client: TestClient) -> None:
    page = client.get("/en/search?q=alert").text
    ids = re.findall(r'href="/en/reports/([^"]+)"', page)
    report = client.get(f"/en/reports/{ids[0]}").text
    for told in (page, report):
        assert "<script>alert" not in told
        assert "onerror=alert(1)&gt;" in told or "&lt;script&gt;" in told


def test_every_answer_forbids_programs_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/en/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert not re.search(r'<[^>]+\sstyle="', client.get("/en/map").text)
    assert not re.search(r"<script(?! src=)", client.get("/en/").text)


@pytest.mark.parametrize(
    "path", ["/en/incidents/i_none", "/en/reports/none", "/xx/", "/en/agreements/none", "/en/none"]
)
def test_what_is_not_there_is_told_on_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_a_condition_that_means_nothing_is_told_on_a_page(client: TestClient) -> None:
    answer = client.get("/fr/incidents?type=war")
    assert answer.status_code == 422
    assert "type=war" in answer.text
    assert "famille de types" in answer.text


def test_pages_turn_until_every_incident_was_seen_once(client: TestClient) -> None:
    seen, address = [], "/en/incidents"
    while True:
        page = client.get(address).text
        seen += re.findall(r'<a class="card" href="/en/incidents/([^"#]+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if following is None:
            break
        address = "/en/incidents" + following[1].replace("&amp;", "&")
    told = re.search(r"<p[^>]*>(?:<bdi[^>]*>)?([\d,]+)", client.get("/en/incidents").text)
    assert told is not None
    assert len(seen) == len(set(seen)) == int(told[1].replace(",", ""))


def test_a_page_bears_the_strictest_marking_of_what_it_shows(own: TestClient) -> None:
    told = {"id": "m1", "language": "en", "published": "2020-03-07", "marking": "TLP:AMBER"}
    text = "IDLIB, March 7, 2020 - Government artillery shelled Binnish on Friday, killing two civilians, a medic said."
    files = [("files", ("marked.jsonl", json.dumps({**told, "text": text}).encode(), "application/json"))]
    assert "1 new report" in waited(own, own.post("/en/add", data={"token": token(own)}, files=files))
    assert '<span class="tlp" dir="ltr">TLP:AMBER</span>' in own.get("/en/reports/m1").text
    assert "TLP:" not in own.get("/en/keys").text


def test_coverage_shows_who_took_it_from_whom(client: TestClient) -> None:
    page = client.get("/fr/coverage").text
    assert 'class="tree' in page
    assert '<section id="lineage"' in page
    assert re.search(r'<p class="trunk"><b>[^<]*(?:<bdi>)?Reuters', page)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("agreements/idlib-2020", "Protocole additionnel sur la zone de désescalade d’Idlib"),
        ("search?q=%3Cb%3Eshelling", "&lt;b&gt;shelling · Recherche"),
        ("reports/sample-08", "R8 · Governor counts 33 Turkish dead in Idlib, monitor at least 34"),
    ],
)
def test_the_title_of_a_tab_says_what_the_page_is_of(client: TestClient, path: str, title: str) -> None:
    assert f"<title>{title} · Trucewatch</title>" in client.get(f"/fr/{path}").text


def test_the_title_of_an_incident_is_its_heading_without_marks(client: TestClient) -> None:
    page = client.get(f"/en/incidents/{incidents(client, '?kind=event&type=kin.shelling')[0]}").text
    told = re.search(r"<title>([^<]+) · Trucewatch</title>", page)
    assert told is not None
    assert told[1].startswith("Shelling")
