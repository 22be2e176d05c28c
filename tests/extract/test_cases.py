"""The runner of the cases beside a language pack: what counts as a miss, and how it is told."""

from __future__ import annotations

import dataclasses

from tests.extract.reading import knowledge
from tests.factories import a_claim, a_figure, a_speaker, a_time, an_actor
from trucewatch.extract.cases import is_fact, misses, report_of, run_cases
from trucewatch.languages.cases import Case, Unwanted, Wanted, WantedFigure

CASE = Case("en/cases.yaml:1", "en", "The army shelled Ariha.", "2020-03-05", (Wanted(("kin.shelling",)),))
CLAIM = a_claim(
    type="kin.shelling",
    figures=[a_figure(3)],
    actors=[an_actor("TUR")],
    attribution=[a_speaker("the ministry of defence", id="TUR.mod")],
)


def _misses(wanted: Wanted, *found: object, **fields: object) -> tuple[str, ...]:
    case = dataclasses.replace(CASE, claims=(wanted,), **fields)  # type: ignore[arg-type]
    return misses(case, list(found) or [CLAIM])  # type: ignore[arg-type]


def test_a_claim_that_fits_is_no_miss() -> None:
    assert _misses(Wanted(("kin.shelling",), ("happened",), "+", actors=("TUR",), speaker="TUR.mod")) == ()
    assert _misses(Wanted(("kin.missile", "kin.shelling"), speaker="Ministry")) == ()
    assert _misses(Wanted(("kin.*",), start="2020-02", end="2020-02-28")) == ()


def test_each_difference_is_named() -> None:
    (why,) = _misses(Wanted(("kin.missile",), ("planned",), "-", actors=("RUS",), speaker="Putin", start="2021"))
    assert all(part in why for part in ("type", "modality", "polarity", "actor RUS", "speaker", "start"))


def test_how_it_ended_is_asked_for_where_a_case_names_it() -> None:
    done = dataclasses.replace(CLAIM, outcome="completed")
    assert _misses(Wanted(outcome="completed"), done) == ()
    assert _misses(Wanted(outcome="open")) == ()
    assert "outcome (open)" in _misses(Wanted(outcome="completed"))[0]
    assert "outcome (completed)" in _misses(Wanted(outcome="open"), done)[0]


def test_nothing_found_is_said() -> None:
    assert "nothing was found" in misses(CASE, [])[0]


def test_figures_must_be_the_same_interval() -> None:
    assert _misses(Wanted(figures=(WantedFigure("killed", 3.0, 3.0),))) == ()
    assert _misses(Wanted(figures=(WantedFigure("killed", 3.0),))) == ()
    assert _misses(Wanted(figures=(WantedFigure("killed", 3.0, None),)))
    assert _misses(Wanted(figures=(WantedFigure("injured", 3.0),)))


def test_an_empty_list_of_figures_asks_for_none() -> None:
    assert "figures" in _misses(Wanted(figures=()))[0]
    assert _misses(Wanted(figures=()), dataclasses.replace(CLAIM, figures=())) == ()


def test_two_wanted_claims_need_two_claims() -> None:
    twice = dataclasses.replace(CASE, claims=CASE.claims * 2)
    assert len(misses(twice, [CLAIM])) == 1
    assert misses(twice, [CLAIM, dataclasses.replace(CLAIM, id="c_2")]) == ()


def test_where_nothing_is_wanted_no_fact_may_be_told() -> None:
    quiet = dataclasses.replace(CASE, claims=())
    assert "nothing happens here" in misses(quiet, [CLAIM])[0]
    assert misses(quiet, [dataclasses.replace(CLAIM, modality="demanded")]) == ()
    assert misses(quiet, [dataclasses.replace(CLAIM, polarity="-")]) == ()
    assert misses(quiet, [dataclasses.replace(CLAIM, type="dip.talks")]) == ()


def test_what_must_not_be_found_is_found_out() -> None:
    wanted = Wanted()
    assert _misses(wanted, unwanted=(Unwanted("event"),))
    assert _misses(wanted, unwanted=(Unwanted("kin.*", "happened"),))
    assert _misses(wanted, unwanted=(Unwanted("kin.*", "planned"), Unwanted("civ.attack"))) == ()


def test_the_number_of_happenings_may_be_asked_for() -> None:
    assert _misses(Wanted(), events=1) == ()
    assert "2 happenings wanted" in _misses(Wanted(), events=2)[0]


def test_a_fact_is_a_happening_told_as_done() -> None:
    assert is_fact(CLAIM)
    assert not is_fact(a_claim(type="state.alliance", time=a_time("2020-02-27")))


def test_a_title_stands_as_the_headline() -> None:
    report = report_of(dataclasses.replace(CASE, title="Ariha shelled"))
    assert report.text.startswith("Ariha shelled\n\nThe army")
    assert report.meta["title_span"] == [0, 13]


def test_results_name_file_and_line() -> None:
    wrong = dataclasses.replace(CASE, claims=(Wanted(("dip.talks",)),))
    right, missed = run_cases([CASE, wrong], knowledge())
    assert right.passed
    assert not missed.passed
    assert str(missed).startswith("en/cases.yaml:1: The army shelled Ariha.\n  wanted dip.talks")
