"""What tests read out of pages, and how they look at them."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import httpx2 as httpx
from fastapi.testclient import TestClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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


def opened(browser: Browser, address: str, width: int = 1280) -> tuple[Page, list[str]]:
    """A page with what it complained of and what it asked of other hosts."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    ours = ("/".join(address.split("/")[:3]), "data:")
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: said.append(one.url) if not one.url.startswith(ours) else None)
    page.goto(address)
    return page, said
