"""Every example of the guide to the API is asked, and answers as the guide says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from trucewatch.serve.exports import FILES
from trucewatch.serve.filter import NAMES

GUIDE = Path(__file__).parents[2] / "docs/how-to/use-the-api.md"
EXAMPLES = re.findall(r"^    (curl .+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
REFUSED = {"colour=red": 422, "incidents/none": 404}


def asked(command: str) -> tuple[str, dict[str, str], dict[str, str]]:
    """The address, headers and values of a command of curl."""
    words = iter(shlex.split(command)[1:])
    address, headers, values = "", {}, {}
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word in ("-d", "--data-urlencode"):
            name, _, value = next(words).partition("=")
            values[name] = value
        elif word == "-D":
            next(words)
        elif not word.startswith("-"):
            address = word
    return address, headers, values


@pytest.mark.parametrize("command", EXAMPLES)
def test_an_example_answers_as_the_guide_says(client: TestClient, command: str) -> None:
    address, headers, values = asked(command)
    assert address.startswith("http://127.0.0.1:8000/")
    answer = client.get(address.replace(":8000", ""), headers=headers, params=values or None)
    status = next((status for part, status in REFUSED.items() if part in address), 200)
    assert answer.status_code == status
    if "/api/v1/" in address and status == 200:
        assert answer.json()["change"] >= 1
        assert answer.headers["etag"]
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


def test_the_guide_names_every_path_condition_and_file(client: TestClient) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    paths = [
        path.removeprefix("/api/v1/").replace("{id_}", "ID") for path in client.get("/api/openapi.json").json()["paths"]
    ]
    assert [path for path in paths if f"`{path}`" not in text] == []
    assert [name for name in NAMES if f"`{name}`" not in text] == []
    assert [name for name in FILES if f"`{name}`" not in text] == []
