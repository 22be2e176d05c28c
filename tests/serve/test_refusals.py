"""What is refused is told on a page in the reader's language, with a way on, and under the same strict headers."""

from __future__ import annotations

import html
import re
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.serve.asking import token
from trucewatch.errors import StoreError
from trucewatch.serve import application
from trucewatch.serve.look import chosen, languages
from trucewatch.store.database import FILE

BASE = "http://127.0.0.1"
ASKED = [
    ("nowhere", 404), ("incidents/i_none", 404), ("reports/none", 404), ("claims/c_none", 404), ("add/77", 404),
    ("agreements/none", 404), ("export/none.csv", 404), ("incidents?from=x", 422), ("incidents?type=war", 422),
    ("incidents?moon=1", 422), ("incidents?kind=x", 422), ("incidents?from=2020-03-09&to=2020-03-01", 422),
    ("incidents?kind=event&kind=event", 422), ("incidents?place=%3C", 422), ("incidents?by=moon", 422),
    ("incidents?after=x", 422), ("bulletins?type=kin", 422), ("reports?n=x", 422),
]  # fmt: skip


def problem(answer: httpx.Response) -> str:
    found = re.search(r'<p class="problem" role="alert">(.*?)</p>', answer.text, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("path", "status"), ASKED)
def test_a_refusal_is_told_in_the_language_of_the_address(
    client: TestClient, language: str, path: str, status: int
) -> None:
    answer = client.get(f"/{language}/{path}")
    assert answer.status_code == status
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
    assert 'lang="en"' not in problem(answer)
    assert f'<a class="btn" href="/{language}/">' in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/tr/x", "ar", "tr"),
        ("/x", "de, ar;q=0.8, fr;q=0.9", "fr"),
        ("/x", "ru-RU,ru;q=0.9", "ru"),
        ("/x", "fr;q=0, de", "en"),
        ("", "*", "en"),
        ("/", "tr;q=nonsense", "tr"),
    ],
)
def test_the_address_chooses_then_the_browser_then_english(path: str, accepted: str, language: str) -> None:
    assert chosen(path, accepted) == language


def test_without_a_language_in_the_address_the_browser_chooses(client: TestClient) -> None:
    answer = client.get("/nowhere", headers={"accept-language": "ar"})
    assert answer.status_code == 404
    assert problem(answer) == "لا صفحة في هذا العنوان."


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Rien n’a été gardé"), ("ar", "لم يُحفظ شيء"), ("en", "Nothing was kept")]
)
def test_too_much_is_told_in_the_reader_s_language_before_it_is_taken(made: Path, language: str, words: str) -> None:
    with TestClient(application(made, largest=10_000), base_url=BASE) as small:
        answer = small.post(f"/{language}/add", data={"text": "x" * 20_000, "token": token(small)})
    assert answer.status_code == 413
    assert words in problem(answer)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_form_from_elsewhere_and_an_empty_one_are_told_in_the_reader_s_language(own: TestClient) -> None:
    strange = own.post("/tr/add", data={"token": "0" * 64, "text": "x"})
    assert (strange.status_code, "Bu form" in problem(strange)) == (403, True)
    empty = own.post("/ru/add", data={"token": token(own)})
    assert (empty.status_code, "Ничего не дано" in problem(empty)) == (422, True)
    bare = own.post("/fr/decide", data={"what": "accept"})
    assert (bare.status_code, "Le formulaire" in problem(bare)) == (422, True)


def test_another_name_of_this_machine_is_told_in_the_reader_s_language(client: TestClient) -> None:
    answer = client.get("/fr/", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "Cette adresse n’est pas la nôtre" in problem(answer)


def test_what_a_reader_wrote_stays_words_on_the_page(client: TestClient) -> None:
    answer = client.get("/fr/incidents?moon=1&%3Cscript%3Ealert(1)%3C/script%3E=1")
    assert "<script>alert" not in answer.text
    again = client.get("/ar/incidents?place=<img src=x>")
    assert "<img" not in problem(again)
    assert "<img src=x>" in html.unescape(problem(again))


@pytest.mark.parametrize("language", languages())
def test_a_damaged_store_is_told_in_the_reader_s_language(made: Path, tmp_path: Path, language: str) -> None:
    import shutil

    home = tmp_path / "store"
    shutil.copytree(made, home)
    with TestClient(application(home), base_url=BASE) as asking:
        asking.get("/en/reports")
        (home / FILE).write_bytes(b"no database at all " * 5000)
        answer = asking.get(f"/{language}/reports")
    assert answer.status_code == 503
    assert 'lang="en"' not in problem(answer)
    assert "trucewatch restore" in problem(answer)


def test_a_fault_of_the_program_is_told_and_says_nothing_of_its_inside(made: Path) -> None:
    app: FastAPI = application(made)

    @app.get("/fr/broken")
    def broken() -> None:
        raise ZeroDivisionError("secret words")

    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as asking:
        answer = asking.get("/fr/broken")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "secret words" not in answer.text
    assert "Une faute du programme" in answer.text


def test_a_store_of_a_newer_version_is_told_in_words_that_every_language_has(made: Path, tmp_path: Path) -> None:
    from trucewatch.serve.look import plain_page

    told = StoreError(
        "store.sqlite",
        "it was made by a newer version of Trucewatch (its tables are of version 9999).",
        "Install that version or a later one; the store was not touched.",
    )
    assert "n’a pas été touché" in plain_page("fr", "/fr/", 503, str(told))
    assert 'lang="en" dir="ltr">it' not in plain_page("ar", "/ar/", 503, str(told))
