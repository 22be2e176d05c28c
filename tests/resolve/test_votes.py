"""resolve: which counts still stand."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_claim, a_figure, a_speaker
from trucewatch.model import Figure, IncidentFigure
from trucewatch.resolve.figures import incident_figures
from trucewatch.resolve.subject import Subject, subject

GOVERNOR = a_speaker("the governor of the border province", "official")


def said(root: str, figure: Figure, published: str, **fields: Any) -> Subject:
    id_ = f"c_{root}_{published}_{figure.low}_{figure.measure}"
    return subject(a_claim(id_, report=f"r_{root}_{published}", figures=[figure], **fields), published, root)


def only(*members: Subject) -> IncidentFigure:
    (figure,) = incident_figures(members)
    return figure


def left(figure: IncidentFigure) -> dict[float | None, bool]:
    return {value.low: value.superseded_by is not None for value in figure.values}


def test_a_governor_who_counts_on_is_one_counter_whatever_house_relays_him() -> None:
    steps = ((9, "A", "2020-02-27T21:00"), (22, "B", "2020-02-27T23:00"), (29, "A", "2020-02-28T01:00"),
             (33, "C", "2020-02-28T04:00"))  # fmt: skip
    figure = only(*(said(root, a_figure(n), told, attribution=[GOVERNOR]) for n, root, told in steps))
    assert left(figure) == {9: True, 22: True, 29: True, 33: False}
    assert (figure.low, figure.high) == (33, 33)
    assert "counted on: 22, then 33" in figure.why


def test_a_first_count_gives_way_to_a_higher_one_of_a_later_day() -> None:
    figure = only(said("A", a_figure(22), "2020-02-27"), said("B", a_figure(33), "2020-02-29"))
    assert figure.relation != "disagree"
    assert (figure.low, left(figure)) == (33, {22: True, 33: False})
    assert "while the toll was rising" in figure.why


def test_a_lower_count_of_a_later_day_is_no_update_and_disagrees() -> None:
    figure = only(said("A", a_figure(33), "2020-02-27"), said("B", a_figure(22), "2020-02-29"))
    assert (figure.relation, figure.low, figure.high) == ("disagree", 22, 33)


def test_long_after_the_event_a_higher_count_disagrees() -> None:
    figure = only(said("A", a_figure(33), "2020-03-05"), said("B", a_figure(34), "2020-03-07"))
    assert (figure.relation, figure.low, figure.high) == ("disagree", 33, 34)


def test_two_counters_in_one_house_both_stand() -> None:
    other = a_speaker("the hospital", "institution")
    figure = only(
        said("A", a_figure(12), "2020-03-05", attribution=[GOVERNOR]),
        said("A", a_figure(15), "2020-03-06", attribution=[other]),
    )
    assert (figure.relation, figure.low, figure.high, figure.best) == ("disagree", 12, 15, None)


def test_a_count_that_is_only_repeated_is_no_update() -> None:
    figure = only(*(said("A", a_figure(34), f"2020-03-0{day}", attribution=[GOVERNOR]) for day in (5, 6)))
    assert (figure.relation, left(figure)) == ("single", {34: False})
    assert "counted on" not in figure.why


def test_totals_over_different_periods_are_not_compared() -> None:
    one = said("A", a_figure(470, period=("2019-12-01", "2020-03-01")), "2020-03-05", background=True)
    other = said("B", a_figure(60, period=("2020-02-20", "2020-03-01")), "2020-03-05", background=True)
    assert [f.period for f in incident_figures([one, other])] == [
        ("2019-12-01", "2020-03-01"), ("2020-02-20", "2020-03-01"),
    ]  # fmt: skip


def test_bulletins_of_two_counters_are_never_merged() -> None:
    counts = ((19, "the Russian centre"), (18, "the Turkish centre"))
    members = [
        said(who, a_figure(n, "violations", counted_by=who), "2020-03-08", type="dip.report") for n, who in counts
    ]
    figures = incident_figures(members)
    assert sorted((f.low, f.high) for f in figures) == [(18, 18), (19, 19)]


def test_what_one_claim_counts_twice_is_no_disagreement() -> None:
    claim = a_claim(figures=[a_figure(2, population="TUR.army"), a_figure(29, population="TUR.army")])
    assert only(subject(claim, "2020-03-05", "A")).relation == "single"


def told_in(report: str, *figures: Figure, **fields: Any) -> list[Subject]:
    return [
        subject(a_claim(f"c_{report}_{n}", report=report, figures=[figure], **fields), "2020-03-05", report)
        for n, figure in enumerate(figures)
    ]


def test_people_told_of_one_by_one_are_parts_of_their_reports_total() -> None:
    total, boy = a_figure(3, text="3"), a_figure(1, text="a boy")
    figure = only(*told_in("A", total, boy), *told_in("B", a_figure(3, text="three")))
    assert (figure.relation, figure.low, figure.high, figure.best) == ("agree", 3, 3, 3)


def test_one_person_told_of_leaves_room_for_others_and_a_count_of_one_does_not() -> None:
    two = told_in("A", a_figure(2, text="two soldiers"))
    assert only(*two, *told_in("B", a_figure(1, text="a soldier"))).relation == "compatible"
    counted = only(*two, *told_in("B", a_figure(1, text="one soldier")))
    assert (counted.relation, counted.low, counted.high) == ("disagree", 1, 2)


def test_two_sides_that_one_report_quotes_against_each_other_count_apart() -> None:
    sides = [a_speaker("Ankara", "party", "TUR"), a_speaker("Damascus", "party", "SYR.gov")]
    cast = [told_in("A", a_figure(n), attribution=[side])[0] for n, side in zip((40, 5), sides, strict=True)]
    apart = [subject(a_claim(f"c_{n}", figures=s.claim.figures, attribution=s.claim.attribution), "2020-03-05", "A")
             for n, s in enumerate(cast)]  # fmt: skip
    assert (only(*apart).relation, only(*apart).low) == ("disagree", 5)


def test_a_vague_word_leaves_room_for_what_is_near_it_and_not_for_what_is_far() -> None:
    dozens = told_in("A", a_figure(None, low=24, high=99, approximator="vague", text="dozens"))
    assert only(*dozens, *told_in("B", a_figure(18))).relation == "compatible"
    assert only(*dozens, *told_in("B", a_figure(3))).relation == "disagree"


Told = tuple[int, str, int, str]


def _counts() -> st.SearchStrategy[list[Told]]:
    """Counts of killed by one house, in two reports of two days, in any order: report, day, number, word for one."""
    days = st.sampled_from(["2020-02-27", "2020-02-28"])
    one = st.tuples(st.integers(1, 2), days, st.sampled_from([1, 1, 2, 27]), st.sampled_from(["the boy", "one"]))
    return st.lists(one, min_size=1, max_size=6)


def _count(number: int, told: Told) -> Subject:
    report, day, count, word = told
    figure = a_figure(count, text=word if count == 1 else str(count))
    return subject(a_claim(f"c_{number}", report=f"r_{report}_{day}", figures=[figure]), day, "A")


@given(_counts())
@settings(max_examples=300, deadline=None)
def test_whatever_is_counted_one_count_stands(told: list[Told]) -> None:
    figures = incident_figures([_count(number, one) for number, one in enumerate(told)])
    assert figures
    assert all(any(value.superseded_by is None for value in figure.values) for figure in figures)


def test_a_count_revised_to_one_who_is_part_of_another_report_leaves_the_greater_standing() -> None:
    day = "2020-02-27"
    told = [(1, day, 27, ""), (2, day, 2, ""), (1, day, 1, "the boy")]
    (figure,) = incident_figures([_count(number, one) for number, one in enumerate(told)])
    assert left(figure)[27] is False
