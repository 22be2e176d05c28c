"""Questions about incidents and findings: every condition gives what a plain look over all of them gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.conftest import ticking
from trucewatch.errors import SettingsError
from trucewatch.model import Incident
from trucewatch.sample import sample_path
from trucewatch.store import Held, Where, add, ask, held, make_store
from trucewatch.store.ask import Page
from trucewatch.store.rows import actors_of, is_disputed, places_of


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Held:
    store = make_store(tmp_path_factory.mktemp("sample") / "store", ["idlib-2020"], clock=ticking())
    add(store, [str(sample_path())])
    return held(store)


def _ids(incidents: tuple[Incident, ...]) -> set[str]:
    return {one.id for one in incidents}


def _turkish_events(one: Incident) -> bool:
    return one.type.startswith("kin.") and one.kind == "event" and "TUR" in actors_of(one)


CONDITIONS: dict[str, tuple[Where, Callable[[Incident], bool]]] = {
    "family": (Where(type="kin"), lambda one: one.type.startswith("kin.")),
    "type": (Where(type="kin.air_strike"), lambda one: one.type == "kin.air_strike"),
    "kind": (Where(kind="event"), lambda one: one.kind == "event"),
    "side": (Where(party="TUR"), lambda one: "TUR" in actors_of(one)),
    "actor": (Where(party="TUR.army"), lambda one: any(actor.id == "TUR.army" for actor in one.actors)),
    "place": (Where(place="SY"), lambda one: "SY" in places_of(one)),
    "disputed": (Where(disputed=True), is_disputed),
    "all three": (Where(type="kin", party="TUR", kind="event"), _turkish_events),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_finds_what_a_look_over_everything_finds(kept: Held, name: str) -> None:
    where, holds = CONDITIONS[name]
    expected = {one.id for one in kept.incidents() if holds(one)}
    assert expected
    assert _ids(ask.incidents(kept, where)) == expected
    assert ask.count(kept, where) == len(expected)


def test_a_period_finds_what_may_have_happened_in_it(kept: Held) -> None:
    found = ask.incidents(kept, Where(period=("2020-02-27", "2020-02-28")))
    days = {one.time.start for one in found if one.time and one.time.precision == "day"}
    assert "2020-02-27" in days
    assert not days & {"2020-02-26", "2020-02-28", "2020-03-05"}
    assert all(one.time is not None for one in found)


def test_pages_hold_everything_once_and_in_order(kept: Held) -> None:
    pages: list[Incident] = []
    page: Page[Incident] = ask.incident_page(kept, size=7)
    while page.after is not None:
        assert len(page.items) == 7
        pages += page.items
        page = ask.incident_page(kept, after=page.after, size=7)
    assert (*pages, *page.items) == ask.incidents(kept)
    assert len({one.id for one in (*pages, *page.items)}) == len(kept.incidents())


def test_a_cursor_that_is_none_is_refused(kept: Held) -> None:
    with pytest.raises(SettingsError, match="no place to go on from"):
        ask.incident_page(kept, after="page two")


def test_findings_are_found_by_term_label_and_incident(kept: Held) -> None:
    term = Where(term=("idlib-2020", "art1"))
    expected = tuple(f for f in kept.findings() if (f.agreement, f.provision) == term.term)
    assert ask.findings(kept, term) == expected
    possible = Where(term=("idlib-2020", "art1"), labels=("possible",))
    assert ask.findings(kept, possible) == tuple(f for f in expected if f.label == "possible")
    shelling = Where(term=("idlib-2020", "art1"), type="kin.shelling")
    assert {f.incident for f in ask.findings(kept, shelling)} <= _ids(ask.incidents(kept, Where(type="kin.shelling")))


def test_incidents_are_found_by_the_term_that_is_held_against_them(kept: Held) -> None:
    found = ask.incidents(kept, Where(term=("idlib-2020", "art1"), labels=("possible",)))
    held_against = [f for f in kept.findings() if (f.agreement, f.provision) == ("idlib-2020", "art1")]
    assert _ids(found) == {f.incident for f in held_against if f.label == "possible"}


def test_a_claim_leads_to_its_incident_and_back(kept: Held) -> None:
    one = next(incident for incident in kept.incidents() if len(incident.claims) > 2)
    assert ask.incident(kept, one.id) == one
    assert ask.incident(kept, "i_none") is None
    assert ask.incidents_of(kept, one.claims[1]) == (one,)
    assert tuple(claim.id for claim in ask.claims(kept, one.claims)) == one.claims


def test_reports_are_found_by_the_day_they_may_have_appeared(kept: Held) -> None:
    found = ask.reports(kept, published=("2020-03-06", "2020-03-07"))
    assert found
    stated = {report.published[:10] for report in found if report.published and "/" not in report.published}
    assert {"2020-03-06"} <= stated <= {"2020-03-06", "2020-03", "2020"}
    assert ask.reports(kept, ids=[found[0].id]) == found[:1]
