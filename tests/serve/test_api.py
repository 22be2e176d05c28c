"""The API reads the same as the pages, says so in OpenAPI, and never fails on what it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from tests.serve.asking import token, waited
from trucewatch.serve import application


def test_an_incident_comes_with_its_claims_reports_and_findings(client: TestClient) -> None:
    first = client.get("/api/v1/incidents?kind=event&size=1").json()["items"][0]
    whole = client.get(f"/api/v1/incidents/{first['id']}").json()
    assert whole["incident"] == first
    assert [claim["id"] for claim in whole["claims"]] == first["claims"]
    assert all("text" not in report for report in whole["reports"])


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/incidents?size=2")
    again = client.get("/api/v1/incidents?size=2", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_reports_turn_by_where_the_page_before_ended_whatever_is_added_meanwhile(own: TestClient) -> None:
    whole = [one["id"] for one in own.get("/api/v1/reports?size=200").json()["items"]]
    first = own.get("/api/v1/reports?size=20").json()
    text = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, residents said."
    assert "1 new report" in waited(own, own.post("/en/add", data={"text": text, "token": token(own)}))
    seen, following = [one["id"] for one in first["items"]], first["next"]
    while following is not None:
        page = own.get(f"/api/v1/reports?size=20&after={following}").json()
        seen += [one["id"] for one in page["items"]]
        following = page["next"]
    assert seen == whole


def test_problems_are_told_in_their_own_form(client: TestClient) -> None:
    for path, status in (("incidents/none", 404), ("incidents?type=war", 422), ("incidents?size=0", 422), ("x", 404)):
        answer = client.get(f"/api/v1/{path}")
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        assert answer.json()["status"] == status
    assert client.post("/api/v1/incidents").status_code == 405


def test_the_description_is_openapi_3_1(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert "/api/v1/incidents" in told["paths"]
    assert not any(path.startswith("/{language}") for path in told["paths"])


def test_requests_made_from_the_description_never_break_it(made: Path) -> None:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", application(made), headers={"host": "127.0.0.1"})
    seen: list[int] = []
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
        def ask(case: Any) -> None:
            seen.append(_status(case))

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
        def ask_wrongly(case: Any) -> None:
            seen.append(_status(case))

        ask()
        if operation.query or operation.path_parameters:
            ask_wrongly()
    assert {200, 404, 422} <= set(seen)


def _status(case: Any) -> int:
    answer = case.call(headers={"host": "127.0.0.1"})
    assert answer.status_code < 500, case.as_curl_command()
    return int(answer.status_code)
