"""Who asserts and who denies, counted by root."""

from __future__ import annotations

from tests.factories import a_claim, an_incident
from trucewatch.assess.evidence import Evidence


def test_one_agency_under_two_of_its_names_is_one_root() -> None:
    claims = (
        a_claim("c_1", root="ANADOLU"),
        a_claim("c_2", root="Anadolu"),
        a_claim("c_3", root="Monitor A", modality="denied"),
    )
    told = Evidence(an_incident("i_1", claims=("c_1", "c_2", "c_3")), claims)
    assert told.asserting_roots == ("Anadolu Agency",)
    assert told.denying_roots == ("Monitor A",)


def test_a_claim_without_a_root_counts_by_the_outlet_of_its_report_and_else_alone() -> None:
    first, second = a_claim("c_1", root=None, report="r_1"), a_claim("c_2", root=None, report="r_2")
    told = Evidence(an_incident("i_1", claims=("c_1", "c_2")), (first, second), {"r_1": "The Gazette of Nowhere"})
    assert [told.root(claim) for claim in told.claims] == ["The Gazette of Nowhere", "not stated: r_2"]
