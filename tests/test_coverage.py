"""What the reports could see."""

from __future__ import annotations

from trucewatch.coverage import rows
from trucewatch.model import Attribution, Claim, Report
from trucewatch.model.claim import SpeakerKind


def _claim(report: str, kind: SpeakerKind = "narrator", root: str | None = None) -> Claim:
    return Claim(
        id=f"c_{report}_{kind}",
        report=report,
        spans=((0, 4),),
        quote="text",
        type="kin.shelling",
        attribution=(Attribution(who="somebody", kind=kind),),
        root=root,
    )


def test_a_report_without_a_claim_keeps_its_row() -> None:
    (row,) = rows([Report(id="r_1", text="Quiet.", published="2020-03-06", language="en")], [])
    assert (row.day, row.language, row.reports, row.claims, row.side) == ("2020-03-06", "en", 1, 0, None)


def test_claims_of_one_report_are_parted_by_root_and_side() -> None:
    report = Report(id="r_1", text="text", published="2020-03-06T10:00Z", source="Daily")
    found = rows([report], [_claim("r_1", "party", "Ankara"), _claim("r_1", "monitor"), _claim("r_1", "witness")])
    assert [(row.root, row.side, row.claims) for row in found] == [
        (None, "monitor", 1),
        (None, "outlet", 1),
        ("Ankara", "party", 1),
    ]


def test_reports_of_one_day_source_and_language_share_a_row() -> None:
    reports = [Report(id=name, text=name, published="2020-03-06", source="Daily") for name in ("r_1", "r_2")]
    (row,) = rows(reports, [_claim("r_1"), _claim("r_2")])
    assert (row.reports, row.claims) == (2, 2)


def test_a_month_or_an_interval_names_no_day() -> None:
    reports = [Report(id="r_1", text="a", published="2020-03"), Report(id="r_2", text="b", published="2020-03-01/..")]
    assert {row.day for row in rows(reports, [])} == {None}


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = [Report(id=f"r_{n}", text="t", published=f"2020-03-0{n}") for n in (3, 1, 2)]
    assert rows(reports, []) == rows(reports[::-1], [])
