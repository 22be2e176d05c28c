"""How strictly evidence is looked at: apart from the text, and the same for every party."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.assess.test_laws import held
from tests.assess.worlds import Told, truce, worlds
from tests.factories import a_claim, a_place, a_speaker, a_time, an_incident
from trucewatch.assess import findings, load_profile
from trucewatch.assess.profile import DEFAULT
from trucewatch.errors import AgreementError
from trucewatch.model import Claim, Finding, Incident, IncidentActor

TEXT = DEFAULT.read_text(encoding="utf-8")
WHEN = a_time("2031-04-03", "2031-04-04")
WHERE = a_place("Village", lon=36.25, lat=35.0, radius_km=0.5)


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """The default profile with one line changed."""
    assert old in TEXT
    path = tmp_path / "profile.yaml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    return path


def shelling(*claims: Claim) -> Incident:
    """Shelling of the south by the north in the corridor, while the truce holds."""
    actors = (IncidentActor("perpetrator", "North", "NOR.army"), IncidentActor("target", "South", "SOU.army"))
    names = tuple(claim.id for claim in claims)
    roots = tuple(sorted({str(claim.root) for claim in claims}))
    return an_incident(type="kin.shelling", time=WHEN, place=WHERE, actors=actors, claims=names, roots=roots)


def account(id_: str, root: str, **fields: Any) -> Claim:
    """One account of it."""
    return a_claim(id_, "kin.shelling", time=WHEN, place=WHERE, root=root, **fields)


def test_one_root_is_alleged_two_are_supported_and_five_copies_are_one() -> None:
    one, two = account("c_1", "A"), account("c_2", "B")
    copies = tuple(account(f"c_{n}", "A", report=f"r_{n}") for n in range(1, 6))
    assert [f.label for f in held([(shelling(one), (one,))], truce()) if f.incident] == ["alleged"]
    assert [f.label for f in held([(shelling(one, two), (one, two))], truce()) if f.incident] == ["supported"]
    assert [f.label for f in held([(shelling(*copies), copies)], truce()) if f.incident] == ["alleged"]


def test_pictures_alone_meet_the_standard_and_parties_alone_never_do() -> None:
    seen = account("c_1", "A", observed="imagery")
    assert [f.label for f in held([(shelling(seen), (seen,))], truce()) if f.incident] == ["supported"]
    party = tuple(account(f"c_{n}", root, attribution=(a_speaker(root, "party"),)) for n, root in enumerate("AB"))
    found = [f for f in held([(shelling(*party), party)], truce()) if f.incident]
    assert [f.label for f in found] == ["alleged"]
    assert "only parties tell of it" in " ".join(found[0].why)


def test_two_users_may_differ_on_the_profile_and_the_finding_says_so(tmp_path: Path) -> None:
    strict = load_profile(changed(tmp_path, 'min_roots: "2"', 'min_roots: "3"'))
    claims = (account("c_1", "A"), account("c_2", "B"))
    made = {
        profile.hash: next(
            f for f in findings([shelling(*claims)], claims, [], [truce()], valid="2031-04-20", profile=profile)
        )
        for profile in (load_profile(), strict)
    }
    assert [finding.label for finding in made.values()] == ["supported", "alleged"]
    assert [finding.profile_hash for finding in made.values()] == list(made)
    assert len({finding.agreement_hash for finding in made.values()}) == 1


def test_a_share_of_time_settles_the_time_only_where_the_profile_says_so(tmp_path: Path) -> None:
    from trucewatch.assess import load_agreement
    from trucewatch.assess.case import Case
    from trucewatch.assess.facets.when import in_window
    from trucewatch.model import Window

    lenient = load_profile(changed(tmp_path, 'time_share: "1"', 'time_share: "0.999"'))
    day, window, text = a_time("2020-03-06", "2020-03-07"), Window(from_="effective"), load_agreement("idlib-2020")
    assert in_window(day, window, Case(text, load_profile(), None, None)).facet.value == "N"
    promoted = in_window(day, window, Case(text, lenient, None, None)).facet
    assert promoted.value == "T"
    assert "0.9993" in promoted.why


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('min_roots: "2"', 'min_roots: "none"', "min_roots: Input should be a valid integer"),
        ("need_outsider:", "need_outsiders:", "profile.yaml:"),
        ('time_share: "1"', 'time_share: "2"', "less than or equal to 1"),
        ("reliability: {}", "reliability: {AFP: G}", "profile.yaml:"),
        (', insufficient: "6"', "", "credibility: insufficient has no grade"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(AgreementError, match=words):
        load_profile(changed(tmp_path, old, new))


def test_the_package_grades_nobody_and_says_nothing_of_grades() -> None:
    claims = (account("c_1", "A"), account("c_2", "B"))
    assert load_profile().reliability == {}
    assert [f.grades for f in held([(shelling(*claims), claims)], truce()) if f.incident] == [{}]


def graded(tmp_path: Path, least: str) -> Finding:
    text = changed(tmp_path, "reliability: {}", "reliability: {Agence France-Presse: B, B: E}").read_text(
        encoding="utf-8"
    )
    path = tmp_path / "profile.yaml"
    path.write_text(text.replace("least_reliability: E", f"least_reliability: {least}"), encoding="utf-8")
    claims = (account("c_1", "AFP"), account("c_2", "B"))
    incident = dataclasses.replace(shelling(*claims), occurrence="corroborated")
    return next(f for f in findings([incident], claims, [], [truce()], valid="2031-04-20", profile=load_profile(path)))


def test_reliability_and_credibility_stand_side_by_side(tmp_path: Path) -> None:
    found = graded(tmp_path, "E")
    assert found.grades == {"AFP": "B2", "B": "E2"}
    assert found.label == "supported"


def test_a_root_below_the_least_grade_does_not_count_and_the_finding_says_so(tmp_path: Path) -> None:
    found = graded(tmp_path, "D")
    assert found.label == "alleged"
    assert "not counted, as the profile grades them: B (E)" in " ".join(found.why)


def test_where_every_root_counts_the_finding_names_none_as_left_out() -> None:
    one = account("c_1", "A")
    (found,) = [f for f in held([(shelling(one), (one,))], truce()) if f.incident]
    told = " ".join((*found.why, *found.would_change))
    assert "1 independent root(s) of the 2 asked for, and nothing seen" in told
    assert "not counted" not in told
    assert "nobody." not in told


def test_what_cannot_be_judged_is_no_low_grade_and_of_two_houses_the_lower_counts() -> None:
    profile = dataclasses.replace(load_profile(), reliability={"AFP": "B", "Reuters": "C"}, least_reliability="B")
    assert profile.grade("Nobody Knows") == "F"
    assert profile.counts("Nobody Knows")
    assert profile.grade("AFP + Reuters") == "C"
    assert not profile.counts("AFP + Reuters")


SETTINGS = [
    ('min_roots: "2"', 'min_roots: "3"'),
    ('visual_alone: "true"', 'visual_alone: "false"'),
    ('need_outsider: "true"', 'need_outsider: "false"'),
    ('self_denial_disputes: "false"', 'self_denial_disputes: "true"'),
    ("defeating_bases: [operative, annex, preamble]", "defeating_bases: [operative]"),
    ('undated_within_days: "3"', 'undated_within_days: "9"'),
    ('settlement: "3"', 'settlement: "9"'),
    ("reliability: {}", 'reliability: {Monitor A: "E"}'),
]


@pytest.mark.parametrize(("old", "new"), SETTINGS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds())
def test_two_profiles_differ_on_labels_and_never_on_the_text(
    tmp_path: Path, old: str, new: str, world: list[Told]
) -> None:
    """What the text says of itself stays: its hash, which terms there are, deadlines, and how much is asked for."""
    claims = [claim for _, group in world for claim in group]
    made = [
        findings([one for one, _ in world], claims, [], [truce()], valid="2031-04-20", profile=profile)
        for profile in (load_profile(), load_profile(changed(tmp_path, old, new)))
    ]
    hashes = [{one.profile_hash for one in side} for side in made]
    assert hashes[0].isdisjoint(hashes[1])
    said = [
        {(one.agreement_hash, one.provision, one.kind, one.instance.due if one.instance else None) for one in side}
        for side in made
    ]
    assert said[0] == said[1]
    asked = [{(one.provision, (one.instance.count or {}).get("of")) for one in side if one.instance} for side in made]
    assert asked[0] == asked[1]


def test_the_report_names_the_hash_of_the_text_and_that_of_the_profile(tmp_path: Path) -> None:
    from trucewatch import pipeline
    from trucewatch.publish.report import html

    (tmp_path / "one.txt").write_text("On 8 March 2020 artillery shelled Kafr Nabl, AFP said.", encoding="utf-8")
    strict = changed(tmp_path, 'min_roots: "2"', 'min_roots: "3"')
    pages = []
    for profile in (None, strict):
        record = pipeline.run([str(tmp_path / "one.txt")], pipeline.Options(("idlib-2020",), profile=profile))
        page = html(record)
        pages.append(page)
        for one in record.findings[:1]:
            assert one.agreement_hash[:12] in page
            assert one.profile_hash[:12] in page
    assert pages[0] != pages[1]
