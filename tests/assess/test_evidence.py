"""Who asserts and who denies, counted by root."""

from __future__ import annotations

from tests.factories import a_claim, a_report, an_incident
from trucewatch.assess.evidence import Evidence, gather
from trucewatch.model import Lineage
from trucewatch.model.lineage import origins


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


def test_two_outlets_that_print_one_text_are_the_root_that_lineage_gives_them() -> None:
    claims = (
        a_claim("c_1", root=None, report="r_1"),
        a_claim("c_2", root=None, report="r_2"),
        a_claim("c_3", root=None, report="r_3", modality="denied"),
    )
    links = (
        Lineage("r_1", "outlet", "The Gazette of Nowhere", "its outlet"),
        Lineage("r_2", "copy", "The Gazette of Nowhere", "nearly the same text", "r_1"),
        Lineage("r_3", "outlet", "The Herald of Nowhere", "its outlet"),
    )
    reports = [a_report(id_, source=f"Paper {id_}") for id_ in ("r_1", "r_2", "r_3")]
    incident = an_incident("i_1", claims=("c_1", "c_2", "c_3"))
    (told,) = gather([incident], claims, reports, origins(claims, links))
    assert told.asserting_roots == ("The Gazette of Nowhere",)
    assert told.denying_roots == ("The Herald of Nowhere",)
    (untold,) = gather([incident], claims, reports)
    assert untold.asserting_roots == ("Paper r_1", "Paper r_2")


def test_a_house_cited_for_one_claim_stands_before_the_root_of_its_report() -> None:
    claims = (a_claim("c_1", report="r_1"), a_claim("c_2", report="r_1"), a_claim("c_3", report="r_9"))
    links = (
        Lineage("r_1", "outlet", "Herald", "its outlet"),
        Lineage("r_1", "cites", "Agency", "cites it", claims=("c_2",)),
        Lineage("r_1", "quotation", "Gazette", "quotes alike", "r_2", ("c_1",)),
    )
    assert origins(claims, links) == {"c_1": "Herald", "c_2": "Agency"}
