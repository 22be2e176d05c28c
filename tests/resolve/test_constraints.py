"""resolve: what is never about one thing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_place, a_time, an_actor
from trucewatch.resolve.constraints import apart
from trucewatch.resolve.subject import Subject, subject

TOTAL = {"background": True, "figures": [a_figure(40)], "place": IDLIB}


def told(id_: str, type_: str = "kin.air_strike", **fields: Any) -> Subject:
    return subject(a_claim(id_, type_, **fields), "2020-03-06", "root")


def test_each_rule_says_its_reason() -> None:
    strike = told("a", figures=[a_figure(34)])
    week = told("b", "harm.killed", time=a_time("2020-02-24", "2020-03-02", "week"), **TOTAL)
    month = told("c", "harm.killed", time=a_time("2020-02-01", "2020-03-01", "month"), **TOTAL)
    more = told("d", "harm.killed", figures=[a_figure(2, more=True)])
    elsewhere = told("e", place=a_place("Nayrab"))
    second = told("f", figures=[a_figure(12)])
    assert "period" in apart(strike, week)
    assert "different length" in apart(week, month)
    assert "after" in apart(strike, more)
    assert "two places" in apart(strike, elsewhere)
    assert "two numbers" in apart(strike, second)
    assert "act is not halt" in apart(strike, told("g", polarity="-"))
    assert "act is not talk" in apart(strike, told("h", modality="demanded"))


def test_a_village_and_its_province_in_one_report_may_be_one_place() -> None:
    assert apart(told("a", place=IDLIB), told("b", place=SARAQIB)) == ""


@given(
    st.sampled_from(["planned", "hoped", "demanded", "threatened"]),
    st.sampled_from(["happened", "planned", "possible"]),
)
def test_rules_are_mutual(one: str, other: str) -> None:
    left, right = told("a", modality=one), told("b", modality=other)
    assert bool(apart(left, right)) == bool(apart(right, left))


def test_an_answer_is_not_what_it_answers_and_its_losses_are_its_own() -> None:
    attack = told("a", actors=[an_actor("SYR.army")])
    answer = told("b", "kin.shelling", response_to="the attack", actors=[an_actor("TUR.army")])
    assert "answer" in apart(attack, answer)
    assert not apart(told("c", "harm.killed"), answer)
    assert not apart(told("d", "kin.shelling", actors=[an_actor("TUR")]), answer)


def test_dozens_without_a_date_are_a_total_and_some_others_are_not() -> None:
    strike = subject(a_claim("a", figures=[a_figure(4)]), "2020-03-06", "root")
    undated = {"report": "r_2", "time": a_time(None, "2020-03-07", "open", basis="published")}
    dozens = told("b", "harm.killed", figures=[a_figure(None, low=24, high=99, approximator="vague")], **undated)
    others = told("c", "harm.injured", figures=[a_figure(None, low=2, high=None, approximator="vague")], **undated)
    assert "vague total" in apart(strike, dozens)
    assert apart(strike, others) == ""
