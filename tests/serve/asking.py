"""What tests read out of pages."""

from __future__ import annotations

import re
import time

import httpx2 as httpx
from fastapi.testclient import TestClient

MOST_SECONDS = 60


def token(client: TestClient) -> str:
    """What a form must bring back."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/en/add").text)
    assert found is not None
    return found[1]


def incidents(client: TestClient, query: str = "") -> list[str]:
    """The ids of the first page of the list."""
    return re.findall(r'<a class="card" href="/en/incidents/([^"#]+)"', client.get(f"/en/incidents{query}").text)


def claims(page: str) -> list[str]:
    """The ids of the claims that an incident's page lets a person decide about."""
    return re.findall(r'name="claim" value="(c_[^"]+)" checked', page)


def decide(client: TestClient, **form: object) -> httpx.Response:
    """Send a form of a decision."""
    given = {"who": "A. Analyst", "why": "seen in the original", "token": token(client), **form}
    return client.post("/en/decide", data=given)


def waited(client: TestClient, answer: httpx.Response) -> str:
    """The words of the page of an adding when it is over."""
    end = time.monotonic() + MOST_SECONDS
    while "refresh" in answer.headers and time.monotonic() < end:
        time.sleep(0.1)
        answer = client.get(str(answer.url.path))
    return re.sub(r"<[^>]+>", "", answer.text)
