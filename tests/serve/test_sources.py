"""The sources: what each gave, and grades that are the user's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

from fastapi.testclient import TestClient

from tests.serve.conftest import BASE
from trucewatch import store
from trucewatch.assess.profile import DEFAULT
from trucewatch.serve import application
from trucewatch.store.sources import sources


def graded(tmp_path: Path) -> Path:
    """A store with one report of a house that its profile grades."""
    profile = tmp_path / "profile.yaml"
    text = DEFAULT.read_text(encoding="utf-8").replace("reliability: {}", 'reliability: {Reuters: "B", Xinhua: "C"}')
    profile.write_text(text, encoding="utf-8")
    told = tmp_path / "one.jsonl"
    row = {"text": "Shells fell on Ariha on Friday, residents said.", "source": "Reuters", "published": "2020-03-07"}
    told.write_text(json.dumps(row), encoding="utf-8")
    made = store.make_store(tmp_path / "store", ["idlib-2020"], given=store.Given(profile=profile))
    store.add(made, [str(told)])
    made.engine.dispose()
    return tmp_path / "store"


def test_all_reports_and_claims_are_counted_once(made: Path) -> None:
    kept = store.held(store.open_store(made))
    found = sources(kept)
    assert sum(one.reports for one in found) == len(kept.reports())
    assert sum(one.claims for one in found) == len(kept.claims())
    assert len({one.name for one in found}) == len(found)


def test_the_package_grades_nobody(client: TestClient) -> None:
    page = client.get("/en/sources").text
    letters = re.findall(r'<td><bdi dir="ltr" class="v">([A-F])</bdi>', page)
    assert letters
    assert set(letters) == {"F"}


def test_a_grade_of_the_store_s_profile_stands_at_its_house_and_beside_those_without_reports(tmp_path: Path) -> None:
    with TestClient(application(graded(tmp_path)), base_url=BASE) as asking:
        page = asking.get("/en/sources").text
    assert '<td><bdi dir="ltr" class="v">B</bdi> <span class="softer">usually reliable</span>' in page
    assert re.search(r"no report of theirs is held: <bdi>Xinhua</bdi>", page)


def test_dates_are_no_finer_than_the_reports_tell_them(tmp_path: Path) -> None:
    rows = [("2020-03", "Two shells fell."), ("2020-03-09", "It rained."), (None, "Nobody knows when.")]
    told = tmp_path / "some.jsonl"
    lines = [{"text": text, "source": "Mill Post", **({"published": day} if day else {})} for day, text in rows]
    told.write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    made = store.make_store(tmp_path / "store", ["idlib-2020"])
    store.add(made, [str(told)])
    (found,) = sources(store.held(made))
    made.engine.dispose()
    assert (found.reports, found.first, found.last) == (3, "2020-03", "2020-03-09")
    with TestClient(application(tmp_path / "store"), base_url=BASE) as asking:
        page = asking.get("/en/sources").text
    assert '<td class="nb">March 2020</td><td class="nb">9 March 2020</td>' in re.sub("</?bdi[^>]*>", "", page)
