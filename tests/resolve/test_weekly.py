"""resolve: an undated report finds its day by the day of the week that it names and by others of its village."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import SARAQIB, a_claim, a_figure, a_place, a_report, a_time
from trucewatch.resolve import incidents
from trucewatch.resolve.subject import Subject, subject
from trucewatch.resolve.weekly import MOST_DAYS, Likeness, weekly

THURSDAY, FRIDAY = 3, 4
KEY = SARAQIB.id or ""


def alike(*pairs: str) -> Likeness:
    """Reports are alike whose letters stand in one of the pairs."""
    return lambda one, other: 0.3 if one[-1] + other[-1] in pairs or other[-1] + one[-1] in pairs else 0.0


def told(id_: str, *weekdays: int, **fields: Any) -> Subject:
    """A strike of report `r_<id>`: on Thursday 27 February 2020, or undated where days of the week are given."""
    fields.setdefault("time", None if weekdays else a_time("2020-02-27", "2020-02-28"))
    return subject(a_claim(id_, report=f"r_{id_}", **fields), "2020-02-28", "root", frozenset(weekdays))


def day_of(*subjects: Subject, like: Likeness | None = None) -> frozenset[int] | None:
    """The days for which the undated report `u` is taken."""
    return weekly(subjects, like or alike()).days["r_u", KEY]


def any_day(id_: str, **fields: Any) -> Subject:
    """The same without a date, where no day of the week is named either."""
    claim = a_claim(id_, report=f"r_{id_}", **{"time": None, **fields})
    return subject(claim, "9999", "root", undated=True)


def later(id_: str, weeks: int) -> Subject:
    """A strike on the same village on a Thursday some weeks later."""
    days = ["2020-02-27", "2020-03-05", "2020-03-12"]
    return told(id_, time=a_time(days[weeks]))


def test_it_is_of_the_one_such_day_of_which_its_village_is_told() -> None:
    found = weekly([told("u", THURSDAY), told("a")], alike())
    assert found.share_a_day(told("u", THURSDAY), told("a"))
    assert found.share_a_day(told("a"), told("u", THURSDAY))


def test_another_day_of_the_week_is_another_day() -> None:
    assert day_of(told("u", FRIDAY), told("a")) == frozenset()
    assert not weekly([told("u", FRIDAY), told("a")], alike()).share_a_day(told("u", FRIDAY), told("a"))


def test_another_village_says_nothing() -> None:
    far = a_place("Kell Dorsa", lat=36.9, lon=40.1)
    assert day_of(told("u", THURSDAY), told("a", place=far)) == frozenset()


def test_of_several_days_the_one_is_taken_whose_reports_are_clearly_the_most_like_it() -> None:
    days = [told("u", THURSDAY), later("a", 0), later("b", 1), later("c", 2)]
    second = day_of(told("u", THURSDAY), later("b", 1))
    assert day_of(*days) is None
    assert day_of(*days, like=alike("ub")) == second
    assert day_of(*days, like=alike("ub", "uc")) is None


def test_a_loss_that_both_count_alike_may_choose_the_day() -> None:
    lost = {"figures": (a_figure(4),)}
    undated, same = told("u", THURSDAY, **lost), told("a", **lost)
    assert day_of(undated, same, later("b", 1)) == day_of(undated, same)
    assert day_of(undated, told("a"), later("b", 1)) is None


def test_between_two_scripts_the_kind_of_the_act_may_choose_the_day() -> None:
    undated = told("u", THURSDAY, type="kin.drone_strike", quote="drone struck market")
    drone = told("a", type="kin.drone_strike", quote="مسيرة استهدفت السوق")
    assert day_of(undated, drone, later("b", 1)) == day_of(undated, drone)
    same_script = told("a", type="kin.drone_strike", quote="a drone hit the market")
    assert day_of(undated, same_script, later("b", 1)) is None


def test_news_is_of_the_day_of_its_report_or_of_the_day_before() -> None:
    news = told("a", time=a_time(None, "2020-02-29", basis="published"))  # told on Friday 28 February
    assert day_of(told("u", THURSDAY), news)
    assert day_of(told("u", FRIDAY), news)
    assert not day_of(told("u", 2), news)


def test_a_village_that_is_hit_every_week_tells_nothing() -> None:
    months = [f"{2000 + n // 12}-{n % 12 + 1:02d}-10" for n in range(MOST_DAYS * 2)]
    struck = [told(f"x{n}", time=a_time(day)) for n, day in enumerate(months)]
    every = frozenset(range(7))
    assert day_of(told("u", *every), *struck, like=alike("u0")) is None


def test_two_undated_accounts_of_a_village_are_of_one_day_where_their_weekdays_meet() -> None:
    one, other = told("u", THURSDAY), told("v", THURSDAY)
    assert weekly([one, other], alike()).share_a_day(one, other)
    assert not weekly([one, other], alike()).share_a_day(one, told("v", FRIDAY))
    torn = [one, other, later("a", 0), later("b", 1)]
    assert not weekly(torn, alike("ua")).share_a_day(one, other)
    assert weekly(torn, alike("ua", "va")).share_a_day(one, other)


def test_without_a_day_of_the_week_a_village_of_one_day_alone_is_not_enough() -> None:
    assert ("r_u", KEY) not in weekly([any_day("u"), told("a")], alike()).days
    assert day_of(any_day("u"), told("a"), like=alike("ua"))


def test_what_several_reports_of_a_day_share_with_it_may_choose_the_day() -> None:
    act = {"type": "kin.drone_strike", "figures": (a_figure(4),)}
    undated = any_day("u", quote="a drone struck the market", **act)
    others = [told(id_, quote="مسيرة استهدفت السوق", **act) for id_ in "abc"]
    assert ("r_u", KEY) not in weekly([undated, others[0]], alike()).days
    found = weekly([undated, *others, later("d", 2)], alike())
    assert found.taken(undated) == day_of(told("u", THURSDAY), others[0])
    assert found.share_a_day(undated, others[1])
    assert not found.share_a_day(undated, later("d", 2))


def test_what_a_report_counts_elsewhere_chooses_no_day_of_a_village() -> None:
    act = {"type": "kin.drone_strike", "figures": (a_figure(4),)}
    far = a_place("Kell Dorsa", lat=36.9, lon=40.1)
    undated = [any_day("u"), any_day("u", place=far, **act)]
    assert ("r_u", KEY) not in weekly([*undated, *(told(id_, **act) for id_ in "abc")], alike()).days


def test_two_reports_without_any_day_are_of_one_where_both_are_taken_for_it() -> None:
    one, other, dated = any_day("u"), any_day("v"), told("a")
    assert weekly([one, other, dated], alike("ua", "va")).share_a_day(one, other)
    assert not weekly([one, other, dated], alike("ua")).share_a_day(one, other)


@given(st.permutations("uabc"))
def test_the_order_of_claims_is_no_matter(order: list[str]) -> None:
    made = {"u": told("u", THURSDAY), "a": later("a", 0), "b": later("b", 1), "c": later("c", 2)}
    assert weekly((made[id_] for id_ in order), alike("ua")) == weekly(made.values(), alike("ua"))


def test_an_undated_report_joins_the_dated_one_of_its_weekday_and_no_other() -> None:
    claims = [
        a_claim("c_1", report="r_1"),
        a_claim("c_2", report="r_2", time=None),
        a_claim("c_3", report="r_3", time=None),
    ]
    reports = [
        a_report("r_1"),
        a_report("r_2", published=None, meta={"weekdays": [THURSDAY]}),
        a_report("r_3", published=None, meta={"weekdays": [FRIDAY]}),
    ]
    assert {one.claims for one in incidents(claims, reports)} == {("c_1", "c_2"), ("c_3",)}
