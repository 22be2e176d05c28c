"""The charts of the pages: under the filter of the page, told apart as the address says."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from trucewatch.store.counts import WAYS


def counted(page: str) -> int:
    """The sum of the column of all in the table under the chart."""
    table = page[page.index('class="charted"') :]
    rows = re.findall(r'<tr><th scope="row">.*?</th><td class="n"><bdi[^>]*>([\d,]+)</bdi>', table)
    return sum(int(number.replace(",", "")) for number in rows)


@pytest.mark.parametrize("way", WAYS)
def test_the_rows_of_the_chart_are_a_choice_of_the_address(client: TestClient, way: str) -> None:
    page = client.get(f"/en/incidents?kind=event&by={way}").text
    chosen = re.findall(r'<a href="([^"]*)" aria-current="true">', page)
    assert chosen == ["?kind=event" if way == WAYS[0] else f"?kind=event&amp;by={way}"]
    assert ('name="by"' in page) == (way != WAYS[0])


def test_the_chart_counts_what_the_filter_asks_for(client: TestClient) -> None:
    whole, part = (counted(client.get(f"/en/incidents?kind=event{more}").text) for more in ("", "&place=SY-ID"))
    assert 0 < part < whole
    days = counted(client.get("/en/incidents?kind=event&from=2020-03-05&to=2020-03-06").text)
    assert 0 < days < whole


def test_files_and_pages_further_on_take_no_offence_at_it(client: TestClient) -> None:
    assert client.get("/en/export/incidents.csv?kind=event&by=root").status_code == 200
    assert client.get("/en/timeline?by=place").status_code == 200


def test_what_means_nothing_is_told(client: TestClient) -> None:
    answer = client.get("/en/incidents?by=colour")
    assert answer.status_code == 422
    assert "choose among" in answer.text


def test_bulletins_stand_beside_each_other_day_by_day(client: TestClient) -> None:
    page = client.get("/en/bulletins").text
    assert page.count('class="charted"') == 1
    days = client.get("/en/bulletins?from=2020-03-08&to=2020-03-08").text
    assert 0 < days.count('<tr><th scope="row">') < page.count('<tr><th scope="row">')
    assert client.get("/en/bulletins?from=2020-04-08&to=2020-04-09").text.count('class="charted"') == 0
    assert client.get("/en/bulletins?type=kin").status_code == 422


def test_a_figure_of_an_incident_is_drawn_account_by_account(client: TestClient) -> None:
    listed = re.findall(r'<a class="card" href="(/en/incidents/[^"#]+)"', client.get("/en/incidents?kind=event").text)
    drawn = [page for home in listed if 'id="h-figures"' in (page := client.get(home).text)]
    assert drawn
    assert all('<table><thead><tr><th scope="col">Account</th>' in page for page in drawn)
