"""Laws that findings keep whatever is told."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.worlds import SOUND, SWAP, Told, load, places, swapped_truce, told, truce, worlds
from tests.factories import a_place, a_report
from trucewatch.assess import findings
from trucewatch.assess.case import Case
from trucewatch.assess.facets.place import in_reach
from trucewatch.assess.profile import load_profile
from trucewatch.model import Agreement, Claim, Finding, Incident, Report

NOW = "2031-04-20T00:00:00Z"
PROFILE = load_profile()
REPORTS = (a_report(published="2031-04-01"),)
FEW = settings(max_examples=60, deadline=None)


def held(world: Iterable[Told], agreement: Agreement, now: str = NOW) -> list[Finding]:
    """The findings of a world."""
    world = list(world)
    claims = [claim for _, group in world for claim in group]
    return findings([one for one, _ in world], claims, REPORTS, [agreement], valid=now, known=now, profile=PROFILE)


def swapped(one: Told) -> Told:
    """The same with the two sides changed, in actors, speakers and roots."""
    incident, claims = one
    return _incident(incident), tuple(_claim(claim) for claim in claims)


def _name(name: str | None) -> str | None:
    return SWAP.get(name, name) if name is not None else None


def _incident(incident: Incident) -> Incident:
    actors = tuple(
        dataclasses.replace(actor, id=_name(actor.id), text=str(_name(actor.text))) for actor in incident.actors
    )
    return dataclasses.replace(
        incident, actors=actors, roots=tuple(sorted(str(_name(root)) for root in incident.roots))
    )


def _claim(claim: Claim) -> Claim:
    actors = tuple(
        dataclasses.replace(actor, id=_name(actor.id), text=str(_name(actor.text))) for actor in claim.actors
    )
    speakers = tuple(dataclasses.replace(who, id=_name(who.id), who=str(_name(who.who))) for who in claim.attribution)
    return dataclasses.replace(claim, actors=actors, attribution=speakers, root=_name(claim.root))


def face(finding: Finding) -> tuple[object, ...]:
    """What a finding says apart from the names in its sentences and the hash of the text."""
    facets = {name: (facet.value, facet.p) for name, facet in finding.facets.items()}
    told = (finding.instance, facets, finding.decisive, finding.readings, finding.supports, finding.would_change)
    return (finding.id, finding.provision, finding.incident, finding.label, *told)


@FEW
@given(worlds())
def test_changing_the_sides_everywhere_mirrors_the_findings(world: list[Told]) -> None:
    mirrored = held([swapped(one) for one in world], swapped_truce())
    assert [face(one) for one in held(world, truce())] == [face(one) for one in mirrored]


@FEW
@given(worlds())
def test_changing_the_sides_in_what_is_told_alone_changes_nothing_under_a_text_that_treats_them_alike(
    world: list[Told],
) -> None:
    mirrored = held([swapped(one) for one in world], truce())
    assert [face(one) for one in held(world, truce())] == [face(one) for one in mirrored]


@FEW
@given(worlds(), st.randoms())
def test_the_order_of_incidents_claims_and_reports_does_not_count(world: list[Told], chance: object) -> None:
    incidents, claims = [one for one, _ in world], [claim for _, group in world for claim in group]
    reports: list[Report] = [*REPORTS, a_report("r_2", published="2031-04-03")]
    before = findings(incidents, claims, reports, [truce()], valid=NOW, known=NOW, profile=PROFILE)
    for things in (incidents, claims, reports):
        chance.shuffle(things)  # type: ignore[attr-defined]
    assert findings(incidents, claims, reports, [truce()], valid=NOW, known=NOW, profile=PROFILE) == before


@FEW
@given(worlds(), told(number=9))
def test_what_is_merged_into_another_incident_counts_no_more(world: list[Told], extra: Told) -> None:
    merged = dataclasses.replace(extra[0], merged_into="i_0"), ()
    assert [face(one) for one in held([*world, merged], truce())] == [face(one) for one in held(world, truce())]


@FEW
@given(places().filter(lambda place: place is not None), st.floats(0, 360), st.floats(0, 1), st.sampled_from(["calm"]))
def test_a_more_exact_place_only_settles_what_was_open(place: object, way: float, share: float, rule: str) -> None:
    case = Case(truce(), PROFILE, NOW, NOW)
    where = next(item.where for item in truce().provisions if item.id == rule)
    (lat, lon), radius = place.middle, place.radius_km  # type: ignore[attr-defined]
    smaller = radius * (1 - share) * 0.999
    shift = radius * share * 0.98
    moved = a_place(
        "Village",
        lon=lon + shift * math.cos(way) / 111.4 / math.cos(math.radians(lat)),
        lat=lat + shift * math.sin(way) / 111.2,
        radius_km=smaller,
    )
    before = in_reach(place, where, case).facet.value  # type: ignore[arg-type]
    after = in_reach(moved, where, case).facet.value
    assert after == before or before == "N"


@FEW
@given(worlds(), st.integers(10, 20))
def test_a_later_deadline_never_makes_overdue_what_was_fulfilled(world: list[Told], day: int) -> None:
    later = load(SOUND.read_text(encoding="utf-8").replace('end_of: "2031-04-10"', f'end_of: "2031-04-{day}"'))
    label = {one.provision: one.label for one in held(world, truce(symmetric=False), "2031-05-01T00:00:00Z")}
    after = {one.provision: one.label for one in held(world, later, "2031-05-01T00:00:00Z")}
    if label["patrols"] == "fulfilled":
        assert after["patrols"] == "fulfilled"


@FEW
@given(worlds())
def test_an_exception_never_makes_a_potential_violation_of_what_was_none(world: list[Told]) -> None:
    text = SOUND.read_text(encoding="utf-8").replace("    unless: [bands]\n", "")
    bare = load(text[: text.index("  - id: bands")])
    none = {"outside", "not_evaluable", "excepted"}
    before = {one.incident: one.label for one in held(world, bare) if one.provision == "calm" and one.incident}
    after = {one.incident: one.label for one in held(world, truce(symmetric=False)) if one.provision == "calm"}
    assert all(after[incident] in none for incident, label in before.items() if label in none)


@FEW
@given(worlds())
def test_every_finding_names_its_reason_and_what_it_is_a_function_of(world: list[Told]) -> None:
    for one in held(world, truce()):
        assert one.why
        assert all(facet.why for facet in one.facets.values())
        assert one.as_of == {"valid": NOW, "known": NOW}
        assert (one.agreement_hash, one.profile_hash) == (truce().hash, PROFILE.hash)
    assert len({one.id for one in held(world, truce())}) == len(held(world, truce()))
