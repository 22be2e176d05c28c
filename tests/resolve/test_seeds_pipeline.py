"""resolve: the five articles read, extracted and grouped by the program itself. Runs where the articles lie."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from bench.seeds_oracle import SHARED
from trucewatch.extract import claims, load_knowledge
from trucewatch.model import Claim, Incident, Report
from trucewatch.read import reports
from trucewatch.resolve import incidents

pytestmark = pytest.mark.seeds


@functools.cache
def run() -> tuple[dict[str, Claim], list[Incident], list[Report]]:
    """Claims by id, incidents and reports of the five articles, as a folder of files without any date."""
    read = [report for report in reports([str(SHARED / "seeds")]) if isinstance(report, Report)]
    knowledge = load_knowledge()
    found = [claim for report in read for claim in claims(report, knowledge)]
    return {claim.id: claim for claim in found}, incidents(found, read), read


def holding(fits: Callable[[Claim], bool]) -> list[Incident]:
    """The incidents that hold the claims wanted, each once."""
    by_id, made, _ = run()
    wanted = {claim.id for claim in by_id.values() if fits(claim)}
    assert wanted
    return [incident for incident in made if wanted & set(incident.claims)]


def counting(measure: str, low: float, **fields: object) -> list[Incident]:
    """The incidents with a figure of this measure from this number on, and with these fields."""
    return holding(
        lambda claim: any(
            (f.measure, f.low) == (measure, low) and all(getattr(f, name) == value for name, value in fields.items())
            for f in claim.figures
        )
    )


def of_type(type_: str) -> list[Incident]:
    return holding(lambda claim: claim.type == type_)


def rows(incident: Incident, field: str) -> set[str]:
    return {row.kind for row in incident.disagreements if row.field == field}


def test_33_and_34_killed_are_one_event_of_27_february_with_about_thirty() -> None:
    (strike,) = counting("killed", 33)
    assert [strike] == counting("killed", 34) == counting("killed", 27)
    assert strike.time is not None
    assert (strike.kind, strike.time.start, strike.time.end) == ("event", "2020-02-27", "2020-02-28")
    (figure,) = strike.figures
    assert (figure.relation, figure.low, figure.high, figure.best) == ("disagree", 33, 34, None)
    assert {value.low for value in figure.values} == {27, 33, 34}
    assert len(strike.roots) == 4
    assert strike.responsibility == "alleged"


def test_dozens_in_weeks_two_more_and_500_civilians_are_facts_of_their_own() -> None:
    (dozens,) = counting("killed", 24, population="TUR.army")
    (more,) = counting("killed", 2, more=True)
    (civilians,) = counting("killed", 450, population="civilians")
    (strike,) = counting("killed", 33)
    assert len({dozens.id, more.id, civilians.id, strike.id}) == 4
    assert {dozens.kind, more.kind, civilians.kind} == {"figure"}


def test_3_6_and_3_7_million_disagree_and_four_million_differ_in_scope() -> None:
    (hosted,) = of_type("state.refugee_stock")
    assert [figure.relation for figure in hosted.figures] == ["disagree", "differs_in_scope"]
    assert {value.low for value in hosted.figures[0].values} == {3_600_000, 3_700_000}


def test_six_hours_of_talks_hold_three_face_to_face() -> None:
    (talks,) = counting("duration_h", 6)
    assert [talks] == counting("duration_h", 3)
    assert (talks.kind, rows(talks, "figure")) == ("statement", {"apparent_only"})


def test_the_midnights_and_the_morning_are_one_entry_into_force() -> None:
    (entry,) = of_type("term.entry_into_force")
    assert len(entry.claims) >= 2
    assert len(entry.reports) == 2
    assert rows(entry, "time") == {"apparent_only"}


def test_twelve_kilometres_and_six_on_each_side_are_one_corridor() -> None:
    (corridor,) = counting("width_km", 12)
    assert [corridor] == holding(lambda claim: any(f.low == 6 and f.measure.endswith("_km") for f in claim.figures))
    assert rows(corridor, "figure") == {"apparent_only"}


def test_the_english_and_the_french_account_of_a_call_are_one() -> None:
    michel = "EU.council.michel"
    (call,) = holding(lambda claim: claim.type == "dip.call" and any(actor.id == michel for actor in claim.actors))
    by_report = {report.id: report for report in run()[2]}
    assert {by_report[id_].language for id_ in call.reports} == {"en", "fr"}


def test_the_stop_of_air_strikes_is_an_event_apart_from_all_strikes() -> None:
    (halt,) = holding(lambda claim: claim.type == "kin.air_strike" and claim.polarity == "-")
    assert (halt.kind, len(halt.claims)) == ("event", 1)


def test_the_21_are_an_event_before_the_truce_and_counted_apart_from_the_killed() -> None:
    (strike,) = counting("neutralised", 21)
    assert strike.time is not None
    assert (strike.kind, strike.time.start) == ("event", "2020-03-05T16:00")
    assert [(figure.measure, figure.best) for figure in strike.figures] == [("neutralised", None)]


def test_nothing_is_told_of_qatar() -> None:
    by_id, made, _ = run()
    named = {actor.id or "" for incident in made for actor in incident.actors}
    places = {claim.place.country for claim in by_id.values() if claim.place}
    assert not any(id_.startswith("QAT") for id_ in named)
    assert "QA" not in places


def test_what_is_demanded_threatened_hoped_or_foreseen_is_no_event() -> None:
    by_id, made, _ = run()
    spoken = {"planned", "promised", "hoped", "predicted", "possible", "demanded", "threatened", "opined", "term"}
    for incident in made:
        if incident.kind == "event":
            assert not {by_id[claim].modality for claim in incident.claims} & spoken


def test_what_the_french_report_takes_from_another_house_is_that_houses_word() -> None:
    french = {report.id for report in run()[2] if report.language == "fr"}
    cited = holding(lambda claim: claim.report in french and claim.root == "BLOOMBERG")
    assert {incident.roots for incident in cited} == {("Bloomberg",)}


def test_accusations_of_breach_are_statements_and_evidence_of_nothing() -> None:
    accusations = of_type("dip.accusation")
    assert len(accusations) >= 4
    assert {incident.kind for incident in accusations} == {"statement"}
    assert {(incident.occurrence, incident.responsibility) for incident in accusations} == {("insufficient", "none")}


def test_what_one_house_says_is_left_out_of_the_deal_is_that_houses_word_in_both_languages() -> None:
    by_id, _, _ = run()
    languages = {report.id: report.language for report in run()[2]}
    wished = holding(
        lambda claim: (
            claim.root == "BLOOMBERG" and claim.modality == "hoped" and claim.type in ("dip.hope", "dip.demand")
        )
    )
    told_in = {languages[by_id[claim].report] for one in wished for claim in one.claims}
    assert {"en", "fr"} <= told_in
    assert {root for one in wished for root in one.roots} == {"Bloomberg"}
    assert {one.kind for one in wished} == {"statement"}


def test_refugees_of_one_country_and_of_all_are_two_series_of_which_one_alone_disagrees() -> None:
    (hosted,) = of_type("state.refugee_stock")
    assert rows(hosted, "figure") == {"disagree", "apparent_only"}
    (figure,) = [one for one in hosted.figures if one.relation == "disagree"]
    assert figure.best is None


def test_no_apparent_disagreement_is_raised_as_real() -> None:
    """Midnights of one night, a width by side or in all, a part of the talks beside the whole of them."""
    apparent = [
        (of_type("term.entry_into_force"), "time"),
        (counting("width_km", 12), "figure"),
        (counting("duration_h", 6), "figure"),
    ]
    for found, field in apparent:
        assert [rows(one, field) - {"apparent_only"} for one in found] == [set()]


def test_an_accusation_of_breach_lies_with_no_claim_that_tells_of_an_act() -> None:
    by_id, _, _ = run()
    beside = {by_id[claim].type.partition(".")[0] for one in of_type("dip.accusation") for claim in one.claims}
    assert beside == {"dip"}
