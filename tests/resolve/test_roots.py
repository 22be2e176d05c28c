"""resolve: whose word a claim is."""

from __future__ import annotations

from tests.factories import a_claim, a_report, a_speaker
from trucewatch.model import Report
from trucewatch.resolve.near_copies import copies
from trucewatch.resolve.roots import roots

STORY = " ".join(f"word{n} tells of the shelling near the road" for n in range(40))


def copied(*reports: Report) -> dict[str, str]:
    found = copies({r.id: r for r in reports}, {r.id: (r.published, r.id) for r in reports})
    return {id_: copy.taken_from for id_, copy in found.items()}


def test_the_root_named_with_a_claim_comes_first() -> None:
    found = roots([a_claim(root="Agence France-Presse")], [a_report(credit=("Reuters",))])
    assert found["c_1"].name == "AFP"


def test_an_agency_credit_comes_before_the_outlet() -> None:
    found = roots([a_claim()], [a_report(source="The Daily", credit=("AFP",))])
    assert (found["c_1"].name, found["c_1"].why) == ("AFP", "the report's agency credit")


def test_an_outlet_that_cites_another_house_has_its_root() -> None:
    cited = a_claim(attribution=[a_speaker("officials", "anonymous"), a_speaker("Bloomberg", "outlet")])
    assert roots([cited], [a_report(source="RTS")])["c_1"].name == "Bloomberg"


def test_an_outlet_that_names_itself_cites_nobody() -> None:
    own = a_claim(attribution=[a_speaker("RTS", "outlet")])
    assert roots([own], [a_report(source="RTS")])["c_1"].why == "the report's outlet"


def test_a_report_without_a_source_is_its_own_and_says_so() -> None:
    assert roots([a_claim()], [a_report(source=None)])["c_1"].name == "not stated: r_1"


def test_near_copies_share_the_root_of_the_first() -> None:
    reports = [
        a_report("r_1", text=STORY, published="2020-03-06", source="B"),
        a_report("r_2", text=STORY + " An added line of the second house.", published="2020-03-05", source="A"),
        a_report("r_3", text="Quite another story.", source="C"),
    ]
    found = roots([a_claim("c_1", report="r_1"), a_claim("c_2", report="r_2"), a_claim("c_3", report="r_3")], reports)
    assert [found[id_].name for id_ in ("c_1", "c_2", "c_3")] == ["A", "A", "C"]
    assert "nearly the same text as r_2" in found["c_1"].why


def test_short_texts_are_not_told_to_be_copies() -> None:
    assert copied(a_report("r_1", text="A patrol passed."), a_report("r_2", text="A patrol passed.")) == {}


def test_furniture_does_not_make_copies() -> None:
    links = " ".join(f"related link number {n} of the day" for n in range(40))
    reports = [a_report(f"r_{n}", text=links + f" Story {n}.", furniture=((0, len(links)),)) for n in (1, 2)]
    assert copied(*reports) == {}


def test_a_claim_whose_root_is_its_own_outlet_may_still_be_a_near_copy() -> None:
    reports = [a_report("r_1", text=STORY, source="A"), a_report("r_2", text=STORY, published="2020-02-01", source="B")]
    assert roots([a_claim(report="r_1", root="A")], reports)["c_1"].name == "B"


def test_the_agencies_of_a_report_are_not_cited_by_it() -> None:
    links = [a_speaker("AFP", "agency", "AFP"), a_speaker("France 24", "outlet")]
    report = a_report(source="France 24", credit=("Reuters", "AFP"))
    assert roots([a_claim(attribution=links, root="Reuters")], [report])["c_1"].name == "AFP + Reuters"


def test_the_frame_of_a_page_that_comes_again_for_months_makes_no_copies() -> None:
    frame = " ".join(f"menu entry {n} of the site" for n in range(30))
    reports = [
        a_report(f"r_{n}", text=f"{frame} " + " ".join(f"story{n} word{m} of it" for m in range(12)),
                 published=f"2020-0{n + 1}-05")
        for n in range(5)
    ]  # fmt: skip
    assert copied(*reports) == {}
    within_days = [a_report(f"r_{n}", text=f"{STORY} Line {n}.", published=f"2020-03-0{n + 1}") for n in range(5)]
    assert len(copied(*within_days)) == 4


def test_a_copy_hangs_on_the_likest_of_those_that_came_before() -> None:
    half = " ".join(f"part{n} of the second half told later" for n in range(40))
    first = a_report("r_1", text=STORY, published="2020-03-01")
    longer = a_report("r_2", text=f"{STORY} {half}", published="2020-03-02")
    rest = a_report("r_3", text=f"{half} {' '.join(STORY.split()[:40])}", published="2020-03-03")
    assert copied(first, longer, rest) == {"r_2": "r_1", "r_3": "r_2"}
