"""resolve: what the columns see through: no pair goes that would have joined, and each comparison is asked once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.grouping.truce import truce
from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_place, a_speaker, a_time, an_actor
from trucewatch.model import Claim
from trucewatch.resolve.candidates import in_order, pairs
from trucewatch.resolve.cluster import Edge, edge, edges
from trucewatch.resolve.columns import ASKED, Columns, column
from trucewatch.resolve.compare.fit import Fit
from trucewatch.resolve.ready import ready
from trucewatch.resolve.roots import roots
from trucewatch.resolve.stories import Stories, stories
from trucewatch.resolve.subject import Subject, subject
from trucewatch.resolve.weigh import COMPARE

claims = st.builds(
    a_claim,
    st.uuids().map(str),
    st.sampled_from(
        [
            "kin.air_strike",
            "kin.shelling",
            "harm.killed",
            "mon.patrol",
            "dip.talks",
            "dip.demand",
            "term.zone",
            "state.refugee_stock",
            "civ.attack",
        ]
    ),
    report=st.sampled_from(["r_1", "r_2", "r_3"]),
    modality=st.sampled_from(["happened", "planned", "denied", "ongoing"]),
    polarity=st.sampled_from(["+", "-"]),
    place=st.sampled_from([None, IDLIB, SARAQIB, a_place("Kell Dorsa", lat=36.9, lon=40.1)]),
    time=st.sampled_from(
        [
            None,
            a_time("2020-02-27", "2020-02-28"),
            a_time(None, "2020-03-01", "open", basis="published"),
            a_time("2020-02-24", "2020-03-02", "week"),
            a_time("2020-02-27T18:00", "2020-02-27T19:00", "hour"),
        ]
    ),
    actors=st.lists(
        st.sampled_from([an_actor("SYR.army"), an_actor("TUR.army", "target"), an_actor("TUR", "party")]), max_size=2
    ),
    figures=st.lists(
        st.sampled_from([a_figure(12), a_figure(34, population="TUR.army"), a_figure(3, "injured")]), max_size=2
    ),
    attribution=st.lists(st.sampled_from([a_speaker("Ankara", id="TUR"), a_speaker("Damascus", id="SYR")]), max_size=1),
    quote=st.sampled_from(
        ["The army struck the market of the town at noon.", "Talks were held.", "Thirty four dead there"]
    ),
    background=st.booleans(),
)


def one_by_one(ordered: list[Subject], told: Stories) -> list[Edge]:
    """Every candidate pair weighed for itself."""
    found = (edge(one, other, told) for one, other in pairs(ordered, told))
    return [one for one in found if one is not None]


@settings(deadline=None, max_examples=60)
@given(st.lists(claims, max_size=24))
def test_the_edges_are_those_of_all_pairs_weighed_one_by_one(made: list[Claim]) -> None:
    ordered = in_order(subject(claim, "2020-02-28", "root", undated=claim.time is None) for claim in made)
    assert edges(ordered, Stories()) == one_by_one(ordered, Stories())


@settings(deadline=None, max_examples=5)
@given(st.integers(1, 50))
def test_so_they_are_where_reports_share_stories_and_quiet_days(seed: int) -> None:
    made = truce(200, seed)
    known, origin = {report.id: report for report in made.reports}, roots(made.claims, made.reports)
    ordered = in_order(ready(claim, known[claim.report], origin[claim.id]) for claim in made.claims)
    told = stories(made.reports, ordered)
    found = edges(ordered, told)
    assert found
    assert found == one_by_one(ordered, told)


@settings(deadline=None, max_examples=60)
@given(st.lists(claims, min_size=2, max_size=12))
def test_a_remembered_comparison_says_what_it_says_of_the_pair_itself(made: list[Claim]) -> None:
    ordered = in_order(subject(claim, "2020-02-28", "root") for claim in made)
    remembering = Columns(ordered).compare
    for name in ASKED:
        for one in ordered:
            for other in (ordered[0], ordered[-1]):
                if one.lane == other.lane:
                    assert remembering[name](one, other) == COMPARE[name](one, other), name


def test_what_gives_a_comparison_the_same_is_compared_once() -> None:
    asked: list[tuple[str, str]] = []

    def compare(left: Subject, right: Subject) -> Fit:
        asked.append((left.id, right.id))
        return Fit(0.5, "")

    ordered = [
        subject(a_claim(id_, place=place), "", "") for id_, place in zip("abcd", [IDLIB, SARAQIB] * 2, strict=True)
    ]
    made = column(ordered, ASKED["place"], compare)
    for pair in (0 * 2 + 1, 0 * 2 + 1, 1 * 2 + 0):
        made.fit(pair)
    assert made.codes == [0, 1, 0, 1]
    assert asked == [("a", "b"), ("b", "a")]
