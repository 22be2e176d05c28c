"""What a person decides in the browser is followed, shown with who and why, and can be undone."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from tests.serve.asking import claims, decide, incidents, token


def test_a_decision_is_shown_with_who_and_why_and_undone(own: TestClient) -> None:
    home = incidents(own, "?kind=event")[0]
    chosen = claims(own.get(f"/en/incidents/{home}").text)
    answer = decide(own, what="accept", claim=chosen)
    assert answer.status_code == 200
    assert "A. Analyst" in answer.text
    assert "seen in the original" in answer.text
    act = re.search(r'name="act" value="(j_\d+)"', answer.text)
    assert act is not None
    after = decide(own, what="undo", act=act[1])
    assert "undone" in after.text


def test_two_incidents_are_merged_and_parted_again(own: TestClient) -> None:
    one, other = incidents(own, "?kind=event&type=kin")[:2]
    parts = [claims(own.get(f"/en/incidents/{id_}").text) for id_ in (one, other)]
    merged = decide(own, what="merge", incident=[one, other])
    assert set(claims(merged.text)) == {*parts[0], *parts[1]}
    home = merged.url.path.rpartition("/")[2]
    split = decide(own, what="split", incident=[home], claim=parts[1])
    assert set(claims(split.text)) == set(parts[1])


def test_a_correction_is_laid_over_a_claim(own: TestClient) -> None:
    home = incidents(own, "?kind=event&type=kin&place=SY")[0]
    claim = claims(own.get(f"/en/incidents/{home}").text)[0]
    answer = decide(own, what="correct", claim=[claim], field="place.name", value="Saraqib")
    assert "place.name" in answer.text
    assert "Saraqib" in answer.text


def test_a_form_from_elsewhere_is_refused_and_nothing_is_kept(own: TestClient) -> None:
    home = incidents(own, "?kind=event")[0]
    chosen = claims(own.get(f"/en/incidents/{home}").text)
    assert decide(own, what="accept", claim=chosen, token="0" * 64).status_code == 403
    assert decide(own, what="accept", claim=chosen, token="رمز").status_code == 403
    assert token(own) != "0" * 64
    assert "A. Analyst" not in own.get("/en/decisions").text


def test_a_decision_without_a_reason_or_about_nothing_is_refused(own: TestClient) -> None:
    home = incidents(own, "?kind=event")[0]
    chosen = claims(own.get(f"/en/incidents/{home}").text)
    assert decide(own, what="accept", claim=chosen, why=" ").status_code == 422
    assert decide(own, what="accept", claim=["c_none"]).status_code == 422
    assert decide(own, what="condemn", claim=chosen).status_code == 422


def test_the_queue_is_decided_within_its_list_and_leads_to_what_comes_next(own: TestClient) -> None:
    before = own.get("/en/queue").text
    form = re.search(r'<article class="pair-of" id="q-1".*?</article>', before, re.S)
    assert form is not None
    chosen = re.findall(r'name="claim" value="([^"]+)"', form[0])
    given = {"what": "accept", "who": "A. Analyst", "why": "two agencies", "token": token(own), "claim": chosen}
    answer = own.post("/en/decide", data={**given, "place": "1"}, follow_redirects=False)
    assert answer.headers["location"] == "/en/queue#q-1"
    after = own.get("/en/queue").text
    assert after.count('value="accept"') == before.count('value="accept"') - 1
    assert f'value="{chosen[0]}"' not in after
