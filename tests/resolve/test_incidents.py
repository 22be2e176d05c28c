"""resolve: claims into incidents, from outside: what joins, what stays apart, and what order does not change."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_place, a_report, a_speaker, a_time, an_actor
from trucewatch.model import Claim, Incident, Report
from trucewatch.resolve import Judgement, incidents

TURKS = an_actor("TUR.army", "target")
DAMASCUS = an_actor("SYR.airforce", basis="blamed")


def of(found: list[Incident], claim: str) -> Incident:
    """The incident that holds a claim."""
    return next(incident for incident in found if claim in incident.claims)


def together(found: list[Incident], *claims: str) -> bool:
    return len({of(found, claim).id for claim in claims}) == 1


def the_strike() -> tuple[list[Claim], list[Report]]:
    """One strike told by four reports in two languages: 33, 34, about 30 and 34 on another day."""
    reports = [
        a_report("r_1", published="2020-03-05", credit=("AFP",)),
        a_report("r_2", published="2020-03-05", source="Bloomberg"),
        a_report("r_3", published="2020-03-05", source=None, language="fr"),
        a_report("r_4", published="2020-03-06", source=None),
    ]
    killed = "TUR.army"
    claims = [
        a_claim("c_1", report="r_1", place=IDLIB, time=a_time("2020-02-24", "2020-03-02", "week"),
                actors=[TURKS, DAMASCUS], figures=[a_figure(34, population=killed)]),
        a_claim("c_2", report="r_2", place=IDLIB, actors=[TURKS], figures=[a_figure(33, population=killed)]),
        a_claim("c_3", "harm.killed", report="r_3", place=IDLIB, time=a_time(None, "2020-03-06", "open"),
                background=True, quote="la mort d'une trentaine de soldats",
                actors=[an_actor("TUR.army", "affected")],
                figures=[a_figure(30, population=killed, approximator="about", text="une trentaine")]),
        a_claim("c_4", "harm.killed", report="r_4", place=IDLIB, time=a_time("2020-02-29", "2020-03-02"),
                actors=[an_actor("TUR.army", "affected")], figures=[a_figure(34, population=killed)]),
    ]  # fmt: skip
    return claims, reports


def test_one_strike_told_four_ways_is_one_event() -> None:
    (found,) = incidents(*the_strike())
    assert (found.kind, found.type, found.claims) == ("event", "kin.air_strike", ("c_1", "c_2", "c_3", "c_4"))


def test_33_and_34_disagree_and_about_30_is_compatible() -> None:
    (found,) = incidents(*the_strike())
    (figure,) = found.figures
    assert (figure.relation, figure.low, figure.high, figure.best) == ("disagree", 33, 34, None)
    (row,) = [row for row in found.disagreements if row.field == "figure"]
    assert row.kind == "disagree"
    said = {side.claims[0]: side.said for side in row.sides}
    assert said == {"c_1": "34", "c_2": "33", "c_3": '"une trentaine" (30)'}


def test_the_time_is_the_narrowest_that_most_roots_allow_and_the_other_is_in_the_ledger() -> None:
    (found,) = incidents(*the_strike())
    assert found.time is not None
    assert (found.time.start, found.time.end) == ("2020-02-27", "2020-02-28")
    assert [(r.kind, r.claims) for r in found.disagreements if r.field == "time"] == [("disagree", ("c_2", "c_4"))]


def test_a_blamed_perpetrator_is_only_alleged() -> None:
    (found,) = incidents(*the_strike())
    assert (found.occurrence, found.responsibility) == ("corroborated", "alleged")
    assert next(a for a in found.actors if a.role == "perpetrator").basis == "blamed"


def test_every_join_and_every_step_has_a_reason() -> None:
    (found,) = incidents(*the_strike())
    assert sum(why.startswith("joined ") for why in found.why) == 3
    assert any(why.startswith("4 reports, 4 roots") for why in found.why)
    assert all(row.why for row in found.disagreements)


def test_a_week_and_a_month_and_a_strike_stay_apart() -> None:
    claims = [
        a_claim("c_1", report="r_1", place=IDLIB, figures=[a_figure(34, population="TUR.army")]),
        a_claim("c_2", "harm.killed", report="r_2", place=IDLIB, background=True,
                time=a_time("2020-02-28", "2020-03-06", "week"), figures=[a_figure(36, population="TUR.army")]),
        a_claim("c_3", "harm.killed", report="r_3", place=IDLIB, background=True,
                time=a_time("2020-02-01", "2020-03-06", "month"),
                figures=[a_figure(None, low=24, high=99, approximator="vague", population="TUR.army")]),
    ]  # fmt: skip
    found = incidents(claims, [a_report(f"r_{n}") for n in (1, 2, 3)])
    assert len(found) == 3
    assert {incident.kind for incident in found if "c_1" not in incident.claims} == {"figure"}


def test_a_background_mention_joins_its_event_and_makes_none() -> None:
    mention = a_claim("c_2", report="r_2", place=IDLIB, background=True, actors=[TURKS],
                      time=a_time("2020-02-24", "2020-03-02", "week"), figures=[a_figure(34)])  # fmt: skip
    strike = a_claim("c_1", report="r_1", place=IDLIB, actors=[TURKS], figures=[a_figure(33)])
    reports = [a_report("r_1"), a_report("r_2")]
    assert [incident.kind for incident in incidents([mention], reports)] == ["figure"]
    assert [incident.kind for incident in incidents([strike, mention], reports)] == ["event"]


def test_dozens_of_no_date_join_no_strike_and_a_rounded_number_does() -> None:
    strike = a_claim("c_1", report="r_1", place=IDLIB, actors=[TURKS], figures=[a_figure(33)])
    undated = {"time": a_time(None, "2020-03-06", "open", basis="published"), "place": None, "actors": [TURKS]}
    for high, incidents_made in ((35, 1), (99, 2)):
        figure = a_figure(None, low=27, high=high, approximator="vague")
        told = a_claim("c_2", "harm.killed", report="r_2", figures=[figure], **undated)
        assert len(incidents([strike, told], [a_report("r_1"), a_report("r_2")])) == incidents_made


def test_two_more_killed_are_not_among_those_killed_before() -> None:
    more = a_claim(
        "c_2",
        "harm.killed",
        report="r_1",
        place=IDLIB,
        figures=[a_figure(2, high=None, approximator="at_least", population="TUR.army", more=True)],
    )
    first = a_claim("c_1", report="r_1", place=IDLIB, figures=[a_figure(34, population="TUR.army")], actors=[TURKS])
    other = a_claim("c_3", report="r_2", place=IDLIB, figures=[a_figure(2, population="TUR.army")], actors=[TURKS])
    found = incidents([first, more, other], [a_report("r_1"), a_report("r_2")])
    assert not together(found, "c_1", "c_2")
    assert not together(found, "c_2", "c_3")


def test_strikes_that_stopped_are_an_event_of_their_own() -> None:
    on = a_claim("c_1", report="r_1", actors=[an_actor("SYR.airforce")])
    off = a_claim("c_2", report="r_2", actors=[an_actor("SYR.airforce")], polarity="-")
    found = incidents([on, off], [a_report("r_1"), a_report("r_2")])
    assert len(found) == 2
    assert {incident.kind for incident in found} == {"event"}


@pytest.mark.parametrize(
    "modality", ["planned", "threatened", "demanded", "hoped", "predicted", "possible", "promised"]
)
def test_what_is_only_spoken_of_is_never_an_event(modality: str) -> None:
    spoken = a_claim("c_1", report="r_1", modality=modality)
    done = a_claim("c_2", report="r_2")
    found = incidents([spoken, done], [a_report("r_1"), a_report("r_2")])
    assert of(found, "c_1").kind == "statement"
    assert not together(found, "c_1", "c_2")


def test_a_patrol_is_not_a_strike() -> None:
    patrol, strike = a_claim("c_1", "mon.patrol"), a_claim("c_2", report="r_2")
    assert len(incidents([patrol, strike], [a_report("r_1"), a_report("r_2")])) == 2


def test_two_villages_named_in_one_sentence_are_two_places() -> None:
    near = a_place("Nayrab", lat=35.87, lon=36.79, radius_km=3.0)
    claims = [a_claim("c_1"), a_claim("c_2", place=near)]
    assert len(incidents(claims, [a_report()])) == 2


def test_the_same_village_on_the_same_day_is_one_event_across_languages() -> None:
    english = a_claim("c_1", report="r_1", quote="Shells hit the market of Saraqib", type="kin.shelling")
    french = a_claim("c_2", report="r_2", quote="Des obus sont tombés sur le marché", type="kin.shelling")
    assert len(incidents([english, french], [a_report("r_1"), a_report("r_2", language="fr")])) == 1


def test_the_same_village_on_the_next_day_is_another_event() -> None:
    claims = [a_claim("c_1"), a_claim("c_2", report="r_2", time=a_time("2020-02-28", "2020-02-29"))]
    assert len(incidents(claims, [a_report("r_1"), a_report("r_2")])) == 2


def test_the_same_losses_of_one_side_on_one_day_are_one_event() -> None:
    claims = [
        a_claim("c_1", report="r_1", place=IDLIB, actors=[TURKS], figures=[a_figure(2)]),
        a_claim("c_2", report="r_2", place=None, actors=[TURKS], figures=[a_figure(2)]),
        a_claim("c_3", report="r_3", place=None, actors=[an_actor("SYR.army", "target")], figures=[a_figure(2)]),
    ]
    found = incidents(claims, [a_report(f"r_{n}") for n in (1, 2, 3)])
    assert together(found, "c_1", "c_2")
    assert not together(found, "c_1", "c_3")


def test_a_number_alone_is_no_reason_to_join() -> None:
    claims = [
        a_claim("c_1", report="r_1", place=None, time=None, figures=[a_figure(24)]),
        a_claim("c_2", report="r_2", place=None, time=None, figures=[a_figure(23)]),
    ]
    assert len(incidents(claims, [a_report("r_1"), a_report("r_2")])) == 2


def test_a_day_and_a_province_alone_are_no_reason_to_join() -> None:
    claims = [a_claim("c_1", place=IDLIB), a_claim("c_2", report="r_2", place=IDLIB)]
    assert len(incidents(claims, [a_report("r_1"), a_report("r_2")])) == 2


def refugees(id_: str, report: str, value: float, population: str, approximator: str = "exact") -> Claim:
    figure = a_figure(value, "refugees", population, approximator=approximator)
    turkey = a_place("Turkey", "TR", "country")
    return a_claim(id_, "state.refugee_stock", report=report, modality="state", place=turkey, figures=[figure],
                   time=a_time("2020-03-05", "2020-03-06"))  # fmt: skip


def test_stocks_of_one_population_disagree_and_another_differs_in_scope() -> None:
    claims = [
        refugees("c_1", "r_1", 3_700_000, "refugees of SYR"),
        refugees("c_2", "r_2", 3_600_000, "refugees of SYR"),
        refugees("c_3", "r_3", 4_000_000, "refugees", "about"),
    ]
    (found,) = incidents(claims, [a_report(f"r_{n}") for n in (1, 2, 3)])
    assert found.kind == "figure"
    assert {figure.population: figure.relation for figure in found.figures} == {
        "refugees of SYR": "disagree",
        "refugees": "differs_in_scope",
    }


def test_six_hours_of_talks_and_three_face_to_face_only_seem_to_disagree() -> None:
    leaders = [an_actor("RUS.putin", "party"), an_actor("TUR.erdogan", "party")]
    claims = [
        a_claim(id_, "dip.talks", report=report, actors=leaders, place=None, figures=[a_figure(hours, "duration_h")])
        for id_, report, hours in (("c_1", "r_1", 6), ("c_2", "r_2", 3))
    ]
    (found,) = incidents(claims, [a_report("r_1"), a_report("r_2")])
    assert (found.kind, found.figures[0].relation) == ("statement", "compatible")
    assert [(row.field, row.kind) for row in found.disagreements] == [("figure", "apparent_only")]


def test_talks_foretold_and_held_are_one_and_the_difference_is_of_vantage() -> None:
    leaders = [an_actor("RUS.putin", "party"), an_actor("TUR.erdogan", "party")]
    claims = [
        a_claim("c_1", "dip.talks", report="r_1", actors=leaders, modality="planned"),
        a_claim("c_2", "dip.talks", report="r_2", actors=leaders),
    ]
    (found,) = incidents(claims, [a_report("r_1"), a_report("r_2")])
    assert [(row.field, row.kind) for row in found.disagreements] == [("modality", "apparent_only")]


def test_demands_of_one_day_to_two_addressees_stay_apart() -> None:
    ankara = [a_speaker("Ankara", "party", "TUR")]
    said = (("RUS", "asks Moscow for a truce"), ("EUR", "wants support from Brussels"), ("EUR", "exige leur soutien"))
    claims = [
        a_claim(f"c_{n}", "dip.demand", report=f"r_{n}", quote=quote, actors=[an_actor(whom, "target")],
                modality="demanded", place=None, attribution=ankara)
        for n, (whom, quote) in enumerate(said, 1)
    ]  # fmt: skip
    found = incidents(claims, [a_report(f"r_{n}") for n in (1, 2, 3)])
    assert together(found, "c_2", "c_3")
    assert not together(found, "c_1", "c_2")


def test_one_party_relayed_by_two_houses_is_one_voice() -> None:
    said = [a_speaker("the ministry", "official", "TUR.mod")]
    claims = [a_claim("c_1", report="r_1", attribution=said), a_claim("c_2", report="r_2", attribution=said)]
    (found,) = incidents(claims, [a_report("r_1"), a_report("r_2")])
    assert (found.occurrence, len(found.roots)) == ("reported", 2)


def test_people_may_join_what_rules_part_and_part_what_scores_join() -> None:
    claims = [a_claim("c_1"), a_claim("c_2", report="r_2"), a_claim("c_3", "mon.patrol", report="r_3")]
    reports = [a_report(f"r_{n}") for n in (1, 2, 3)]
    judged = [Judgement("not_same", ("c_1", "c_2"), "A"), Judgement("same", ("c_1", "c_3"), "B", why="seen on site")]
    found = incidents(claims, reports, judged)
    assert together(found, "c_1", "c_3")
    assert not together(found, "c_1", "c_2")
    assert any("seen on site" in why for why in of(found, "c_1").why)


def test_the_latest_judgement_on_a_pair_stands() -> None:
    claims, reports = [a_claim("c_1"), a_claim("c_2", report="r_2")], [a_report("r_1"), a_report("r_2")]
    first = Judgement("not_same", ("c_1", "c_2"), "A", "2020-03-06")
    undone = Judgement("unsure", ("c_2", "c_1"), "A", "2020-03-07")
    assert len(incidents(claims, reports, [first])) == 2
    assert len(incidents(claims, reports, [undone, first])) == 1


def test_a_rejected_claim_stands_alone_and_counts_for_nothing() -> None:
    claims, reports = [a_claim("c_1"), a_claim("c_2", report="r_2")], [a_report("r_1"), a_report("r_2")]
    found = incidents(claims, reports, [Judgement("reject", ("c_2",), "A", why="satire")])
    assert of(found, "c_1").occurrence == "reported"
    assert of(found, "c_2").occurrence == "insufficient"


def test_the_id_is_made_from_the_earliest_claim() -> None:
    claims, reports = (
        [a_claim("c_9", report="r_1"), a_claim("c_1", report="r_2")],
        [
            a_report("r_1", published="2020-02-28"),
            a_report("r_2", published="2020-02-29"),
        ],
    )
    (both,), (first,) = incidents(claims, reports), incidents(claims[:1], reports)
    assert both.id == first.id


# laws

days = st.integers(1, 6).map(lambda day: a_time(f"2020-03-0{day}", f"2020-03-0{day + 1}"))
SARMIN = a_place("Sarmin", lat=35.90, lon=36.72, radius_km=3.0, within=("SY-IDLIB",))
places = st.sampled_from([None, IDLIB, SARAQIB, SARMIN])
figures = st.lists(
    st.builds(a_figure, st.sampled_from([2.0, 5.0, 33.0, 34.0]),
              population=st.sampled_from([None, "TUR.army", "civilians"]),
              approximator=st.sampled_from(["exact", "about", "at_least"]), more=st.booleans()),
    max_size=2,
).map(tuple)  # fmt: skip
drawn = st.builds(
    a_claim,
    type=st.sampled_from(["kin.air_strike", "kin.shelling", "harm.killed", "mon.patrol", "dip.talks", "term.zone"]),
    report=st.sampled_from(["r_1", "r_2", "r_3", "r_4"]),
    spans=st.integers(0, 900).map(lambda at: ((at, at + 9),)),
    modality=st.sampled_from(["happened", "denied", "planned", "accused"]),
    polarity=st.sampled_from(["+", "-"]),
    time=st.none() | days,
    place=places,
    actors=st.lists(st.sampled_from([TURKS, DAMASCUS, an_actor("TUR")]), max_size=2, unique=True).map(tuple),
    figures=figures,
    background=st.booleans(),
)
many = st.lists(drawn, max_size=12).map(lambda cs: [_named(c, f"c_{n}") for n, c in enumerate(cs)])
STORY = "By the mill of Tell Zeitoun, said Nadir Belkacem and Omar Haddouche, 47 houses near Wadi Karam burnt."
TEXTS = [f"{STORY} So {n}." if n < 4 else "Nothing of it." for n in (1, 2, 3, 4)]
REPORTS = [a_report(f"r_{n}", published=f"2020-03-0{n + 2}", text=text) for n, text in enumerate(TEXTS, 1)]


def _named(claim: Claim, id_: str) -> Claim:
    return dataclasses.replace(claim, id=id_)


@settings(deadline=None, max_examples=60)
@given(many, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_reports_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled, reports = list(claims), list(REPORTS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(reports)  # type: ignore[attr-defined]
    assert incidents(claims, REPORTS) == incidents(shuffled, reports)


@settings(deadline=None, max_examples=60)
@given(many)
def test_every_claim_lies_in_exactly_one_incident(claims: list[Claim]) -> None:
    held = [claim for incident in incidents(claims, REPORTS) for claim in incident.claims]
    assert sorted(held) == sorted(claim.id for claim in claims)


@settings(deadline=None, max_examples=40)
@given(many)
def test_only_what_is_told_as_an_act_is_an_event(claims: list[Claim]) -> None:
    by_id = {claim.id: claim for claim in claims}
    for incident in incidents(claims, REPORTS):
        if incident.kind == "event":
            assert {by_id[c].modality for c in incident.claims} <= {"happened", "ongoing", "state", "accused", "denied"}
            assert len({by_id[c].polarity for c in incident.claims}) == 1


MIRROR = {"TUR.army": "SYR.airforce", "SYR.airforce": "TUR.army", "TUR": "SYR", "SYR": "TUR"}


def _mirrored(claim: Claim) -> Claim:
    actors = tuple(dataclasses.replace(actor, id=MIRROR[actor.id or ""]) for actor in claim.actors)
    counted = tuple(
        dataclasses.replace(f, population=MIRROR.get(f.population or "", f.population)) for f in claim.figures
    )
    return dataclasses.replace(claim, actors=actors, figures=counted)


@settings(deadline=None, max_examples=60)
@given(many)
def test_swapping_the_parties_mirrors_the_incidents(claims: list[Claim]) -> None:
    def outline(found: list[Incident]) -> list[object]:
        return [
            (i.id, i.kind, i.type, i.claims, i.occurrence, i.responsibility, i.time, i.place,
             sorted((f.measure, f.relation, f.low or -1, f.high or -1, f.best or -1) for f in i.figures),
             sorted((d.field, d.kind, d.claims) for d in i.disagreements))
            for i in found
        ]  # fmt: skip

    assert outline(incidents(claims, REPORTS)) == outline(incidents([_mirrored(c) for c in claims], REPORTS))


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 5))
def test_copies_of_one_root_never_raise_the_occurrence(copies: int) -> None:
    claims = [a_claim(f"c_{n}", report=f"r_{n}") for n in range(copies)]
    reports = [a_report(f"r_{n}", credit=("AFP",)) for n in range(copies)]
    (found,) = incidents(claims, reports)
    assert (found.occurrence, found.roots) == ("reported", ("AFP",))
