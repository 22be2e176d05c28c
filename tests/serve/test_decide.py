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


def test_incidents_near_in_time_are_offered_to_be_merged(own: TestClient) -> None:
    one = incidents(own, "?kind=event&type=kin")[0]
    page = own.get(f"/en/incidents/{one}/merge").text
    offered = re.findall(r'<input type="radio" name="incident" value="([^"]+)">', page)
    assert offered
    assert one not in offered
    parts = [claims(own.get(f"/en/incidents/{id_}").text) for id_ in (one, offered[0])]
    merged = decide(own, what="merge", incident=[one, offered[0], " "])
    assert set(claims(merged.text)) == {*parts[0], *parts[1]}


def fields(page: str) -> list[tuple[str, str]]:
    return re.findall(
        r'<input type="hidden" name="field" value="([^"]+)"><input type="hidden" name="was" value="([^"]*)">', page
    )


def test_a_claim_is_corrected_on_a_page_that_shows_what_stands_and_only_what_is_changed(own: TestClient) -> None:
    home = incidents(own, "?kind=event&type=kin&place=SY")[0]
    claim = claims(own.get(f"/en/incidents/{home}").text)[0]
    page = own.get(f"/en/claims/{claim}/correct").text
    shown = fields(page)
    assert {"type", "modality", "time.start", "place.name"} <= {name for name, _ in shown}
    names, was = [name for name, _ in shown], [value for _, value in shown]
    now = ["Saraqib" if name == "place.name" else value for name, value in shown]
    answer = decide(own, what="correct", claim=[claim], field=names, was=was, value=now)
    assert answer.status_code == 200
    kept = own.get(f"/api/v1/incidents/{answer.url.path.rpartition('/')[2]}").json()
    corrected = next(one for one in kept["claims"] if one["id"] == claim)
    assert [(one["field"], one["now"]) for one in corrected["corrections"]] == [("place.name", "Saraqib")]
    assert decide(own, what="correct", claim=[claim], field=names, was=now, value=now).status_code == 422
    assert decide(own, what="correct", claim=[claim], field=names, value=now[:1]).status_code == 422


def test_a_place_that_a_person_puts_on_the_map_has_the_point_they_give(own: TestClient) -> None:
    home = incidents(own, "?kind=event&type=kin&place=SY")[0]
    claim = claims(own.get(f"/en/incidents/{home}").text)[0]
    given = {"place.name": "The old mill", "place.lat": "35.9", "place.lon": "36.7", "place.radius_km": "4"}
    answer = decide(own, what="correct", claim=[claim], field=list(given), value=list(given.values()))
    assert "The old mill" in answer.text
    assert "35.90° N, 36.70° E" in answer.text
