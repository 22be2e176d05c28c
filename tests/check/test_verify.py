"""Findings as they are made pass; a changed figure, date, actor, label, text or hash is refused with its reason."""

from __future__ import annotations

import dataclasses
import math
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.worlds import Told, truce, worlds
from tests.check.given import of_cases, of_record, of_world
from trucewatch import pipeline
from trucewatch.assess import available, load_agreement
from trucewatch.assess.text.load import PACKAGED
from trucewatch.check import Given, verify
from trucewatch.cli.demo import sample_record
from trucewatch.model import Claim, Facet, Finding, Incident, Instance


@pytest.fixture(scope="module")
def sample() -> Given:
    """The sample's findings with all that they name."""
    return of_record(sample_record())


def refused(told: Given, **changes: Any) -> str:
    """Why what was changed is refused, all reasons in one text; empty where it passes."""
    return " | ".join(f"{one.where}: {one.why}" for one in verify(dataclasses.replace(told, **changes)))


def with_finding(told: Given, old: Finding, **fields: Any) -> list[Finding]:
    """All findings, one of them changed."""
    return [dataclasses.replace(one, **fields) if one is old else one for one in told.findings]


def first(told: Given, which: Callable[[Finding], object]) -> Finding:
    """The first finding of a kind."""
    return next(one for one in told.findings if which(one))


def test_all_findings_of_the_sample_pass(sample: Given) -> None:
    assert len(sample.findings) > 80
    assert refused(sample) == ""


@pytest.mark.parametrize("name", available())
def test_all_findings_of_the_cases_beside_an_agreement_pass(name: str) -> None:
    told = dict(of_cases(name))
    assert sum(len(one.findings) for one in told.values()) > 50
    assert {case: why for case, one in told.items() if (why := refused(one))} == {}


@pytest.mark.seeds
@pytest.mark.parametrize("as_of", ["2020-03-06T12:00Z", None])
def test_all_findings_of_the_five_articles_pass(shared: Path, as_of: str | None) -> None:
    record = pipeline.run([str(shared / "seeds")], pipeline.Options(agreements=("idlib-2020",), as_of=as_of))
    assert record.findings
    assert refused(of_record(record)) == ""


@settings(max_examples=80, deadline=None)
@given(worlds(), st.booleans())
def test_whatever_is_told_both_ways_of_working_it_out_agree(world: list[Told], symmetric: bool) -> None:
    assert refused(of_world(world, truce(symmetric))) == ""


@settings(max_examples=80, deadline=None)
@given(worlds(), st.data())
def test_no_finding_passes_with_another_label(world: list[Told], data: st.DataObject) -> None:
    told = of_world(world, truce())
    one = data.draw(st.sampled_from(told.findings))
    label = data.draw(st.sampled_from(["possible", "supported", "outside", "fulfilled", "overdue", "excepted"]))
    changed = refused(told, findings=with_finding(told, one, label=label))
    assert (f"label says {label}, the claims give {one.label}" in changed) == (label != one.label)


def test_another_label_is_refused_with_what_the_claims_give(sample: Given) -> None:
    one = first(sample, lambda f: f.label == "possible")
    assert "label says supported, the claims give possible" in refused(
        sample, findings=with_finding(sample, one, label="supported")
    )
    overdue = first(sample, lambda f: f.label == "overdue")
    assert "label says fulfilled, the claims give overdue" in refused(
        sample, findings=with_finding(sample, overdue, label="fulfilled")
    )


def test_another_answer_or_share_is_refused(sample: Given) -> None:
    one = first(sample, lambda f: f.label == "possible" and f.facets["place"].value == "N")
    facets = {**one.facets, "place": Facet("T", "deep inside")}
    assert "place says T, the claims give N" in refused(sample, findings=with_finding(sample, one, facets=facets))
    share = {**one.facets, "place": dataclasses.replace(one.facets["place"], p=(0.0, 0.001))}
    assert "the share of place says" in refused(sample, findings=with_finding(sample, one, facets=share))


def test_another_figure_of_a_finding_is_refused() -> None:
    told = dict(of_cases("gaza-2025"))["Trucks of one day counted at three points are three counts"]
    one = first(told, lambda f: f.provision == "trucks" and f.label == "disputed" and f.readings)
    assert one.instance is not None
    changed = Instance(one.instance.due, {**(one.instance.count or {}), "low": 400.0})
    assert "count says low: 400.0, high: 630.0, of: 600.0, the claims give low: 210.0" in refused(
        told, findings=with_finding(told, one, instance=changed)
    )
    moved = Instance(("2025-02-02T00:00:00Z", "2025-02-02T23:59:59Z"), one.instance.count)
    assert "due says 2025-02-02T00:00:00Z" in refused(told, findings=with_finding(told, one, instance=moved))


def claims_with(told: Given, old: Claim, **fields: Any) -> list[Claim]:
    """All claims, one of them changed."""
    return [dataclasses.replace(one, **fields) if one is old else one for one in told.claims]


def test_another_figure_of_a_claim_is_refused(sample: Given) -> None:
    told = {one for f in sample.findings if f.incident for one in _claims_of(sample, f)}
    claim = next(c for c in sample.claims if c.id in told and c.figures and c.figures[0].low)
    figure = dataclasses.replace(claim.figures[0], low=claim.figures[0].low * 10)  # type: ignore[operator]
    why = refused(sample, claims=claims_with(sample, claim, figures=(figure, *claim.figures[1:])))
    assert re.search(rf"of claim {claim.id}, which gives", why)
    assert "are not those that it was made from" in why


def _claims_of(told: Given, finding: Finding) -> tuple[str, ...]:
    return next(one.claims for one in told.incidents if one.id == finding.incident)


def _event(told: Given) -> tuple[Finding, Incident, Claim]:
    """A finding on an event with a day of its own, its incident, and the claim that gives the day."""
    for finding in told.findings:
        for incident in told.incidents:
            if (
                incident.id == finding.incident
                and incident.time
                and incident.time.basis == "stated"
                and incident.actors
            ):
                claims = [one for one in told.claims if one.id in incident.claims and one.time == incident.time]
                if claims and len(incident.claims) == 1:
                    return finding, incident, claims[0]
    raise AssertionError("the sample has no such finding")


def test_another_date_is_refused_in_the_claim_in_the_incident_and_in_both(sample: Given) -> None:
    _, incident, claim = _event(sample)
    time = dataclasses.replace(incident.time, start="2021-07-01", end="2021-07-02")  # type: ignore[type-var]
    claims = claims_with(sample, claim, time=time)
    incidents = [dataclasses.replace(one, time=time) if one is incident else one for one in sample.incidents]
    assert f"incident {incident.id}: its time is" in refused(sample, claims=claims)
    assert f"incident {incident.id}: its time is 2021-07-01 to 2021-07-02, its claims give" in refused(
        sample, incidents=incidents
    )
    # In both alike: what is worked out from them is no longer what the findings say.
    why = refused(sample, claims=claims, incidents=incidents)
    assert "time says" in why or "label says" in why
    assert "are not those that it was made from" in why


def test_another_actor_is_refused_in_the_claim_in_the_incident_and_in_both(sample: Given) -> None:
    _, incident, claim = _event(sample)
    cast = tuple(dataclasses.replace(one, id="CHL.army") for one in incident.actors)
    own = tuple(dataclasses.replace(one, id="CHL.army") for one in claim.actors)
    claims = claims_with(sample, claim, actors=own)
    incidents = [dataclasses.replace(one, actors=cast) if one is incident else one for one in sample.incidents]
    assert "which none of its claims does" in refused(sample, claims=claims)
    assert "it names CHL.army" in refused(sample, incidents=incidents)
    assert "are not those that it was made from" in refused(sample, claims=claims, incidents=incidents)


def test_other_words_are_refused(sample: Given) -> None:
    claim = next(one for one in sample.claims if one.spans)
    assert f"claim {claim.id}: its words are not those of report" in refused(
        sample, claims=claims_with(sample, claim, quote="Nothing of the kind was said.")
    )
    report = next(one for one in sample.reports if one.id == claim.report)
    reports = [dataclasses.replace(one, text="x" + one.text) if one is report else one for one in sample.reports]
    assert f"its words are not those of report {report.id}" in refused(sample, reports=reports)
    one = first(sample, lambda f: f.label == "possible")
    said = ("place: deep inside the corridor.",)
    assert "its hash does not fit what it says" in refused(sample, findings=with_finding(sample, one, why=said))


def test_another_hash_is_refused(sample: Given) -> None:
    one = sample.findings[0]
    for name, words in (
        ("agreement_hash", "it was made under the text 000"),
        ("profile_hash", "it was made under the profile 000"),
        ("evidence_hash", "are not those that it was made from"),
        ("hash", "its hash does not fit"),
    ):
        assert words in refused(sample, findings=with_finding(sample, one, **{name: "0" * 64}))


def test_another_text_of_the_agreement_is_refused(sample: Given, tmp_path: Path) -> None:
    for name in ("idlib-2020", "idlib-2018", "astana-2017"):
        shutil.copytree(PACKAGED / name, tmp_path / name)
    path = tmp_path / "idlib-2020" / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("distance: 6 km", "distance: 16 km"), encoding="utf-8")
    texts = [load_agreement(str(tmp_path / "idlib-2020")), *sample.agreements[1:]]
    assert "it was made under the text" in refused(sample, agreements=texts)


def test_a_finding_left_out_added_or_told_twice_is_refused(sample: Given) -> None:
    one = first(sample, lambda f: f.incident and f.label == "possible")
    without = [other for other in sample.findings if other is not one]
    assert f"a finding on incident {one.incident} is missing: the claims give possible" in refused(
        sample, findings=without
    )
    term = first(sample, lambda f: f.incident is None and f.provision == "art2-params")
    gone = [other for other in sample.findings if other is not term]
    assert "a finding on the term as a whole is missing: the claims give overdue" in refused(sample, findings=gone)
    assert "it is there twice" in refused(sample, findings=[*sample.findings, one])
    strange = dataclasses.replace(one, id="f_000000000000", incident="i_1")
    assert "call for no such finding" in refused(sample, findings=[*sample.findings, strange])


def test_what_the_instants_are_changes_what_must_be_found(sample: Given) -> None:
    early = [dataclasses.replace(one, as_of={"valid": "2020-03-06", "known": "2020-03-06"}) for one in sample.findings]
    assert "label says overdue, the claims give pending" in refused(sample, findings=early)
    one = [dataclasses.replace(f, as_of={"valid": "2020-03-06", "known": None}) for f in sample.findings[:1]]
    assert "they are a function of different instants" in refused(sample, findings=[*one, *sample.findings[1:]])


def test_a_stricter_profile_is_another_profile_and_gives_other_labels() -> None:
    told = dict(of_cases("idlib-2020"))["Shelling on the line of contact told by two roots meets the standard of proof"]
    strict = dataclasses.replace(told.standard, min_roots=3, hash="another")
    why = refused(told, standard=strict)
    assert "it was made under the profile" in why
    assert "label says supported, the claims give alleged" in why


def mutations(one: Finding) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every single thing that a finding says, changed."""
    yield "id", {"id": "f_" + "0" * 12}
    yield "provision", {"provision": "art0"}
    yield "kind", {"kind": "permission"}
    yield "label", {"label": "waived"}
    yield "incident", {"incident": "i_0"}
    yield "decisive", {"decisive": (*one.decisive, "weather")}
    yield "would_change", {"would_change": ("nothing",)}
    yield "why", {"why": ("It is so.",)}
    yield "readings", {"readings": {**one.readings, "ours": "supported"}}
    yield "supports", {"supports": ("c_0",)}
    yield "grades", {"grades": {"AFP": "A1"}}
    yield "instance", {"instance": Instance(("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), {"low": 1.0})}
    yield "facets", {"facets": {**one.facets, "occurrence": Facet("B", "told and denied")}}


def test_every_single_thing_that_a_finding_says_is_held(sample: Given) -> None:
    kinds = {(one.agreement, one.kind, one.label): one for one in sample.findings}
    passed = [
        (name, one.provision, one.label)
        for one in kinds.values()
        for name, fields in mutations(one)
        if refused(sample, findings=with_finding(sample, one, **fields)) == ""
    ]
    assert len(kinds) > 10
    assert passed == []


def test_places_are_measured_apart_from_shapely_and_agree_with_it() -> None:
    import numpy as np

    from trucewatch.assess.facets.ground import Ground
    from trucewatch.check import ground
    from trucewatch.check.scene import EDGE, EDGE_KM

    chance, worst, looked = np.random.default_rng(6), 0.0, 0
    for name in available():
        text = load_agreement(name)
        plane = Ground(text)
        for term in text.provisions:
            if term.where is None:
                continue
            pairs = zip(plane.reaches(term.where), ground.shapes(term.where, text), strict=True)
            for reach, shape in pairs:
                assert (reach.name, reach.tolerance_km, reach.shape is None) == (
                    shape.name, shape.tolerance_km, not shape.defined,
                )  # fmt: skip
                if reach.shape is None:
                    continue
                edge = np.array([*shape.line, *(point for ring in shape.rings for point in ring)])
                picked = edge[chance.integers(0, len(edge), 6)] + chance.normal(0, 0.15, (6, 2))
                for lon, lat in picked:
                    one = plane.depth_km(reach, float(lon), float(lat))
                    other = ground.depth_km(shape, float(lon), float(lat))
                    looked += 1
                    worst = max(worst, abs(one - other) / (EDGE_KM + EDGE * abs(one)))
    assert looked > 100
    assert math.isfinite(worst)
    assert worst <= 1.0
