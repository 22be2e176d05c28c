"""resolve: who took it from whom, and why we think so."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import SARAQIB, a_claim, a_figure, a_report, a_speaker, an_actor
from trucewatch.model import Claim, Lineage, Report
from trucewatch.resolve.lineage import lineage
from trucewatch.resolve.roots import roots

STORY = " ".join(f"Sentence {n} tells of the {n} shells that fell by the road to the north." for n in range(30))
SAID = "we will keep the posts where they stand today and nobody is going to move a single one of them"


def links(reports: list[Report], *claims: Claim) -> dict[tuple[str, str], Lineage]:
    return {(link.report, link.basis): link for link in lineage(claims, reports)}


def test_every_report_has_one_link_for_the_whole_of_it() -> None:
    reports = [a_report("r_1", credit=("AFP",)), a_report("r_2"), a_report("r_3", source=None)]
    found = lineage([], reports)
    assert [(link.report, link.basis, link.root) for link in found] == [
        ("r_1", "credit", "AFP"), ("r_2", "outlet", "Outlet r_2"), ("r_3", "unstated", "not stated: r_3"),
    ]  # fmt: skip


def test_a_copy_names_what_it_was_taken_from_with_the_share_and_words_of_both() -> None:
    first = a_report("r_9", text=STORY, published="2020-03-05", credit=("AFP",))
    copy = a_report("r_1", text="A new first line of our own. " + STORY[: len(STORY) * 3 // 4], published="2020-03-04")
    link = links([first, copy])["r_1", "copy"]
    assert (link.taken_from, link.root) == ("r_9", "AFP")
    assert link.share is not None
    assert link.share > 0.9
    assert link.span is not None
    assert copy.text[slice(*link.span)] == link.quote
    assert link.quote in STORY
    assert "nearly the same text as r_9" in link.why


def test_a_copy_that_signs_another_agency_keeps_its_own() -> None:
    reports = [a_report("r_1", text=STORY, credit=("AFP",)), a_report("r_2", text=STORY, credit=("Reuters",))]
    assert links(reports)["r_2", "credit"].root == "Reuters"


def test_a_story_told_anew_is_no_copy() -> None:
    other = " ".join(f"On day {n} the road was hit again and people left." for n in range(30))
    assert {basis for _, basis in links([a_report("r_1", text=STORY), a_report("r_2", text=other)])} == {"outlet"}


def test_many_copies_are_one_family_whatever_the_order_of_the_reports() -> None:
    reports = [a_report(f"r_{n:02}", text=f"Opening {n}. " + STORY, published=f"2020-03-{n + 1:02}") for n in range(12)]
    found = lineage([], reports)
    assert {link.root for link in found} == {"Outlet r_00"}
    random.Random(1).shuffle(reports)
    assert lineage([], reports) == found


def test_a_house_that_is_cited_has_the_claims_for_which_it_is() -> None:
    cited = a_claim("c_1", attribution=[a_speaker("the agency Bloomberg", "agency", "BLOOMBERG")])
    link = links([a_report("r_1")], cited, a_claim("c_2"))["r_1", "cites"]
    assert (link.root, link.claims) == ("Bloomberg", ("c_1",))
    assert link.why == "cites the agency Bloomberg"


def quoting(id_: str, published: str, lead: str) -> tuple[Report, Claim]:
    own = " ".join(f"{lead} {id_} {n}, {id_} {n + 50}." for n in range(12))
    text = f'{own} {lead}: "{SAID}".'
    at = text.index(SAID)
    report = a_report(id_, text=text, published=published)
    return report, a_claim(f"c_{id_}", "dip.position", report=id_, quote=SAID, spans=((at, at + len(SAID)),))


def test_words_that_two_reports_quote_alike_are_linked_to_the_earlier() -> None:
    one, first = quoting("r_b", "2020-03-04", "The envoy told us")
    other, later = quoting("r_a", "2020-03-05", "According to the envoy of the party")
    link = links([one, other], first, later)["r_a", "quotation"]
    assert (link.taken_from, link.claims, link.root) == ("r_b", ("c_r_a",), "Outlet r_b")
    assert link.quote == SAID
    assert ("r_b", "quotation") not in links([one, other], first, later)


def test_claims_on_words_quoted_before_know_whose_they_are() -> None:
    one, first = quoting("r_b", "2020-03-04", "The envoy told us")
    other, later = quoting("r_a", "2020-03-05", "According to the envoy of the party")
    found = roots([first, later], [one, other])
    assert (found["c_r_a"].name, found["c_r_a"].said) == ("Outlet r_a", "Outlet r_b")
    assert found["c_r_b"].said is None


def test_a_few_words_quoted_alike_are_anybodys() -> None:
    reports = [a_report(f"r_{n}", text=f'He spoke of "a very hard day for us" number {n}.') for n in (1, 2)]
    assert {basis for _, basis in links(reports)} == {"outlet"}


def statements(report: str, language: str, *skip: int) -> list[Claim]:
    return [
        a_claim(f"c_{report}_{n}", report=report, figures=[a_figure(10 + n)], actors=[an_actor("SYR.army")],
                place=SARAQIB, quote=f"{language} {n}", spans=((40 * n, 40 * n + 4),))
        for n in range(8) if n not in skip
    ]  # fmt: skip


def test_the_same_statements_in_the_same_order_in_another_language_are_a_translation() -> None:
    reports = [
        a_report("r_1", published="2020-03-05", credit=("AFP",)),
        a_report("r_2", published="2020-03-06", language="fr", text="Autre texte."),
    ]
    link = links(reports, *statements("r_1", "en"), *statements("r_2", "fr", 3))["r_2", "translation"]
    assert (link.taken_from, link.root, link.share) == ("r_1", "AFP", 1.0)
    assert "7 of 7 statements in the same order" in link.why


def test_what_tells_the_same_in_another_order_or_another_week_is_no_translation() -> None:
    turned = [
        a_claim(c.id, report="r_2", figures=c.figures, actors=c.actors, spans=((400 - c.spans[0][0], 401),))
        for c in statements("r_2", "fr")
    ]
    early, late = a_report("r_1", published="2020-03-05"), a_report("r_2", published="2020-03-12", language="fr")
    near = a_report("r_2", published="2020-03-06", language="fr")
    assert ("r_2", "translation") not in links([early, near], *statements("r_1", "en"), *turned)
    assert ("r_2", "translation") not in links([early, late], *statements("r_1", "en"), *statements("r_2", "fr"))


@given(st.lists(st.text(alphabet='abc "“”.', max_size=60), max_size=5))
def test_any_texts_have_a_link_each_and_their_words_are_verbatim(texts: list[str]) -> None:
    reports = [a_report(f"r_{n}", text=text) for n, text in enumerate(texts)]
    found = lineage([], reports)
    assert sorted(link.report for link in found if link.whole) == sorted(report.id for report in reports)
    known = {report.id: report.text for report in reports}
    assert all(link.span is None or known[link.report][slice(*link.span)] == link.quote for link in found)
