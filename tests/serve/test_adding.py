"""Reports are added in the browser: all of them or none, whatever a file is called or holds."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.serve.asking import token, waited
from trucewatch.errors import SettingsError
from trucewatch.serve import application
from trucewatch.serve.adding import safe_name
from trucewatch.serve.fetch import fetch

NEWS = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding a child, residents said."


def test_a_pasted_text_becomes_a_report_with_its_claims(own: TestClient) -> None:
    answer = own.post("/en/add", data={"text": NEWS, "token": token(own), "who": "A. Analyst"})
    page = waited(own, answer)
    assert "1 new report" in page
    assert "Binnish" in own.get("/en/search?q=Binnish").text


def test_files_are_kept_under_names_of_our_own(own: TestClient, tmp_path: Path) -> None:
    evil, binary = ("../../../etc/evil.txt", NEWS.encode(), "text/plain"), ("b.bin", b"\x00\x01" * 50, "text/plain")
    files = [("files", evil), ("files", binary)]
    page = waited(own, own.post("/en/add", data={"token": token(own)}, files=files))
    assert "1 new report" in page
    assert "could not be used" in page
    assert "b.bin" in page
    assert "001-b.bin" not in page
    assert not any(path.name == "evil.txt" for path in tmp_path.rglob("*"))


def test_each_line_that_could_not_be_used_is_told_with_its_number_and_what_to_do(own: TestClient) -> None:
    rows = (
        "rows.jsonl",
        b'{"text": "It rained in Ariha on Sunday.", "language": "en"}\n{"text": 1}\nno json\n',
        "application/json",
    )
    answer = own.post("/ar/add", data={"token": token(own)}, files=[("files", rows)])
    page = waited(own, answer)
    assert [f":{line}" in page for line in (2, 3)] == [True, True]
    assert page.count("→") == 2
    assert "rows.jsonl" in page


def test_new_reports_are_named_by_their_titles(own: TestClient) -> None:
    row = {"title": "Shells on the mill", "text": NEWS, "language": "en"}
    files = [("files", ("one.jsonl", json.dumps(row).encode(), "application/json"))]
    assert "Shells on the mill" in waited(own, own.post("/en/add", data={"token": token(own)}, files=files))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\temp\\a b.html", "a_b.html"),
        ("..", "file.txt"),
        ("x" * 300 + ".csv", "x" * 60 + ".csv"),
        ("نص.txt", "نص.txt"),
        ("a.t/x", "x.txt"),
    ],
)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_bomb_of_zeros_in_an_archive_is_rejected_and_told(own: TestClient) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 50_000_000)
    files = [("files", ("bomb.zip", stream.getvalue(), "application/zip"))]
    page = waited(own, own.post("/en/add", data={"token": token(own)}, files=files))
    assert "could not be used" in page
    assert own.get("/en/").status_code == 200


def test_more_than_is_let_in_is_refused_before_it_is_kept(made: Path) -> None:
    with TestClient(application(made, largest=10_000), base_url="http://127.0.0.1") as small:
        given = {"text": "x" * 20_000, "token": token(small)}
        answer = small.post("/en/add", data=given)
    assert answer.status_code == 413
    assert "Nothing was kept" in answer.text


def test_a_body_that_lies_about_its_length_is_cut_off(made: Path) -> None:
    def parts() -> object:
        for _ in range(100):
            yield b"text=" + b"x" * 1000

    with TestClient(application(made, largest=10_000), base_url="http://127.0.0.1") as small:
        head = {"content-type": "application/x-www-form-urlencoded"}
        answer = small.post("/en/add", content=parts(), headers=head)  # type: ignore[arg-type]
    assert answer.status_code == 413


def test_nothing_given_and_forms_from_elsewhere_are_refused(own: TestClient) -> None:
    assert own.post("/en/add", data={"token": token(own)}).status_code == 422
    assert own.post("/en/add", data={"token": "0" * 64, "text": NEWS}).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "http://localhost:9/",
        "http://169.254.1.1/",
        "http://[::1]/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://a:b@example.org/",
    ],
)
def test_addresses_that_are_not_public_pages_are_never_asked(address: str) -> None:
    with pytest.raises(SettingsError):
        fetch(address)
