"""Findings as a whole: what is held against a term, and what never is."""

from __future__ import annotations

import pytest

from tests.assess.worlds import truce
from tests.factories import a_claim, a_place, a_report, a_time, an_incident
from trucewatch.assess import findings, load_stack
from trucewatch.model import Claim, Finding, Incident, IncidentActor
from trucewatch.model.claim import Modality
from trucewatch.model.finding import POTENTIAL
from trucewatch.model.incident import IncidentKind

WHEN = a_time("2031-04-03", "2031-04-04")
WHERE = a_place("Village", lon=36.25, lat=35.0, radius_km=0.5)
NORTH = (IncidentActor("perpetrator", "North", "NOR.army"), IncidentActor("target", "South", "SOU.army"))


def shelling(
    kind: IncidentKind = "event", modality: Modality = "happened", polarity: str = "+"
) -> tuple[Incident, Claim]:
    """Shelling in the corridor while the truce holds, told in one way."""
    claim = a_claim(type="kin.shelling", modality=modality, polarity=polarity, time=WHEN, place=WHERE, root="A")
    return an_incident(kind=kind, type="kin.shelling", time=WHEN, place=WHERE, actors=NORTH, roots=("A",)), claim


def calm(incident: Incident, *claims: Claim) -> list[Finding]:
    """What the prohibition of the sample makes of one incident."""
    made = findings([incident], claims, [a_report()], [truce()], valid="2031-04-20", known="2031-04-20")
    return [finding for finding in made if finding.provision == "calm"]


@pytest.mark.parametrize("kind", ["figure", "statement", "term", "state"])
def test_only_an_event_is_held_against_a_prohibition(kind: IncidentKind) -> None:
    assert [f.label for f in calm(*shelling(kind))] == ["no_violation_seen"]
    assert [f.label for f in calm(*shelling("event"))] == ["alleged"]


@pytest.mark.parametrize("modality", ["planned", "demanded", "threatened", "predicted", "accused", "possible", "hoped"])
def test_what_nobody_tells_as_done_is_not_held_against_anybody(modality: Modality) -> None:
    assert [(f.label, f.incident) for f in calm(*shelling(modality=modality))] == [("no_violation_seen", None)]


def test_what_is_only_denied_is_outside() -> None:
    finding, standing = calm(*shelling(modality="denied", polarity="-"))
    assert (finding.label, finding.decisive) == ("outside", ("occurrence",))
    assert (standing.label, standing.incident) == ("no_violation_seen", None)


def test_acts_told_to_have_stopped_support_the_term_with_their_claims() -> None:
    (finding,) = calm(*shelling(polarity="-"))
    assert (finding.label, finding.supports) == ("no_violation_seen", ("c_1",))
    assert "no proof" in " ".join(finding.why)


def test_nothing_told_is_not_the_same_as_nothing_happened() -> None:
    made = findings([], [], [a_report()], [truce()], valid="2031-04-20")
    (finding,) = [one for one in made if one.provision == "calm"]
    assert (finding.label, finding.incident) == ("no_violation_seen", None)
    assert "None reported is not the same as none happened." in " ".join(finding.why)


def test_an_act_that_no_term_names_gets_no_finding_of_its_own() -> None:
    incident = an_incident(type="dip.talks", time=WHEN, place=WHERE, actors=NORTH)
    assert [f.incident for f in calm(incident, a_claim(type="dip.talks"))] == [None]


def test_without_any_date_a_deadline_is_unknown() -> None:
    made = findings([], [], [a_report(published=None)], [truce()])
    (finding,) = [one for one in made if one.provision == "patrols"]
    assert finding.label == "unknown"
    assert finding.as_of == {"valid": None, "known": None}


def test_the_last_date_of_the_reports_stands_in_for_an_instant() -> None:
    made = findings([], [], [a_report(published="2031-04-05"), a_report("r_2", published="2031-04-07")], [truce()])
    assert {finding.as_of["valid"] for finding in made} == {"2031-04-07T00:00:00Z"}
    assert {finding.label for finding in made if finding.provision == "patrols"} == {"pending"}


def test_each_text_of_a_stack_speaks_for_itself() -> None:
    strike = an_incident(
        time=a_time("2020-02-27", "2020-02-28"),
        place=a_place("Village", lon=36.7, lat=35.8, radius_km=3.0),
        actors=(
            IncidentActor("perpetrator", "Syrian air force", "SYR.airforce"),
            IncidentActor("target", "x", "TUR.army"),
        ),
    )
    made = findings([strike], [a_claim(root="A")], [a_report()], load_stack(["idlib-2020"]), valid="2020-03-06T12:00Z")
    about = {(finding.agreement, finding.label) for finding in made if finding.incident}
    assert about == {("idlib-2020", "outside"), ("idlib-2018", "alleged"), ("astana-2017", "outside")}
    assert [f for f in made if f.agreement == "idlib-2020" and f.label in POTENTIAL] == []


@pytest.mark.parametrize(
    ("day", "now", "labels"),
    [
        ("2018-01-10", "2018-02-01", {"astana-2017": "alleged", "idlib-2018": "outside", "idlib-2020": "outside"}),
        ("2018-10-10", "2018-11-01", {"astana-2017": "outside", "idlib-2018": "alleged", "idlib-2020": "outside"}),
        ("2020-03-08", "2020-03-10", {"astana-2017": "outside", "idlib-2018": "alleged", "idlib-2020": "alleged"}),
    ],
)
def test_texts_that_stand_on_each_other_are_in_force_together_each_for_its_own_time(
    day: str, now: str, labels: dict[str, str]
) -> None:
    village = a_place("Village", lon=36.7, lat=35.85, radius_km=1.0)
    doer = (IncidentActor("perpetrator", "Syrian air force", "SYR.airforce"), IncidentActor("target", "x", "TUR.army"))
    strike = an_incident(time=a_time(day, day[:-2] + f"{int(day[-2:]) + 1:02}"), place=village, actors=doer)
    stack = load_stack(["idlib-2020"])
    made = findings([strike], [a_claim(root="A")], [a_report(published=now)], stack, valid=now, known=now)
    assert {finding.agreement: finding.label for finding in made if finding.incident} == labels
