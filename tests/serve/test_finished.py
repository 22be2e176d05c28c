"""Finished pages are kept, and none is ever shown that is of an earlier state of the store or for another reader."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.asking import claims, decide, incidents, token, waited
from trucewatch import store
from trucewatch.serve import application
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import TOKEN, Page, Pages
from trucewatch.store.held import Held

BASE = "http://127.0.0.1"
SECRET = b"one secret of all processes"
PAGES = (
    "/en/", "/ar/", "/en/incidents?kind=event", "/fr/incidents?type=kin", "/en/map", "/ru/map?type=kin.shelling",
    "/en/timeline", "/en/ledger", "/en/queue", "/en/decisions", "/en/reports", "/en/coverage", "/en/sources",
    "/en/agreements", "/tr/agreements/idlib-2020", "/en/bulletins", "/en/search?q=Ariha", "/en/about",
    "/en/map/incidents.json?type=kin", "/en/map/ground.json",
)  # fmt: skip
NEWS = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding {} children, residents said."


def client(home: Path) -> TestClient:
    return TestClient(application(Desk.at(home, secret=SECRET)), base_url=BASE)


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


def changes(home: Path, asking: TestClient) -> Iterator[str]:
    """What can happen to a store: in this process, in another, and taken back."""
    id_ = incidents(asking, "?kind=event")[0]
    given = claims(asking.get(f"/en/incidents/{id_}").text)
    assert decide(asking, what="accept", claim=given, incident=id_).status_code == 200
    yield "a decision here"
    other = store.open_store(home)
    found = store.judge(other, "reject", given[:1], store.Word("B. Analyst", "seen elsewhere"))
    yield "a decision of another process"
    store.undo(other, found.act, store.Word("B. Analyst", "a mistake"))
    yield "taken back by another process"
    late = home.parent / "late.txt"
    late.write_text(NEWS.format("three"), encoding="utf-8")
    store.add(other, [str(late)])
    other.engine.dispose()
    yield "a report of another process"
    waited(asking, asking.post("/en/add", data={"text": NEWS.format("four"), "token": token(asking)}))
    yield "a report here"


def test_after_each_change_a_page_is_what_a_fresh_process_shows(home: Path) -> None:
    with client(home) as asking:
        asking.get("/en/")
        addresses = [*PAGES, *(f"/en/incidents/{id_}" for id_ in incidents(asking, "?kind=event")[:2])]
        before = {one: asking.get(one).content for one in addresses}
        for what in changes(home, asking):
            with client(home) as fresh:
                fresh.cookies.update(asking.cookies)
                for one in addresses:
                    first, again, new = asking.get(one), asking.get(one), fresh.get(one)
                    assert first.content == again.content == new.content, (what, one)
                    assert first.headers.get("etag") == new.headers.get("etag"), (what, one)
            changed = [one for one in addresses if asking.get(one).content != before[one]]
            assert "/en/" in changed, what
            before = {one: asking.get(one).content for one in addresses}


def test_a_browser_is_sent_a_page_again_only_after_a_change(home: Path) -> None:
    with client(home) as asking:
        first = asking.get("/en/incidents?kind=event")
        has = {"if-none-match": first.headers["etag"]}
        again = asking.get("/en/incidents?kind=event", headers=has)
        assert (again.status_code, again.content) == (304, b"")
        assert asking.get("/en/incidents?kind=statement", headers=has).status_code == 200
        next(changes(home, asking))
        assert asking.get("/en/incidents?kind=event", headers=has).status_code == 200


def test_what_a_page_forbids_itself_stays_with_it(made: Path) -> None:
    with client(made) as asking:
        report = re.findall(r'href="/en/reports/([^"#]+)"', asking.get("/en/reports").text)[0]
        first, again = (asking.get(f"/en/reports/{report}/explain") for _ in range(2))
        assert "style-src 'sha256-" in first.headers["content-security-policy"]
        assert first.headers == again.headers
        assert first.content == again.content


def test_each_reader_has_a_token_of_his_own(made: Path) -> None:
    with client(made) as asking:
        found = []
        for reader in ("a" * 43, "b" * 43, "a" * 43):
            asking.cookies.set("trucewatch", reader)
            answer = asking.get("/en/add")
            page = asking.get(f"/en/incidents/{incidents(asking, '?kind=event')[0]}")
            tokens = set(re.findall(r'name="token" value="([0-9a-f]{64})"', answer.text + page.text))
            assert len(tokens) == 1
            assert TOKEN not in answer.text + page.text
            found.append((tokens.pop(), page.headers["etag"]))
    assert found[0] == found[2] != found[1]
    assert found[0][1] != found[1][1]


def test_what_is_refused_has_no_tag_and_is_not_kept(made: Path) -> None:
    with client(made) as asking:
        for address, status in (("/en/incidents/i_none", 404), ("/en/incidents?type=war", 422), ("/xx/map", 404)):
            for _ in range(2):
                answer = asking.get(address)
                assert (answer.status_code, answer.headers.get("etag")) == (status, None)


def held(n: int) -> Held:
    return Held(n, lambda: pytest.fail("nothing is asked"), f"hash {n}")


@given(
    asked=st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abcd"), st.integers(2, 60)), max_size=40),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_page_outlives_its_state_and_the_room_holds(asked: list[tuple[int, str, int]]) -> None:
    pages, newest = Pages(room=100), 0
    for n, address, size in asked:
        newest = max(newest, n)
        pages.keep(held(n), address, Page(f"{n}{address}".encode().ljust(size), None))
        for state in (1, 2, 3):
            for one in "abcd":
                found = pages.get(held(state), one)
                assert found is None or (
                    state == newest and found.body.startswith(f"{state}{one}".encode()[: len(found.body)])
                )
        assert sum(len(found.body) for one in "abcd" if (found := pages.get(held(newest), one))) <= 100
