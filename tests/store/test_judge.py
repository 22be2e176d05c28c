"""What people decide stands from then on, whatever is added later, and can be taken back; claims never change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.conftest import DENIED, SHELLING, STRIKE
from trucewatch.errors import SettingsError
from trucewatch.model import Claim, Incident
from trucewatch.publish.report import html
from trucewatch.store import (
    Store,
    Word,
    acts,
    add,
    correct,
    held,
    judge,
    merge,
    queue,
    record,
    split,
    undo,
)

WORD = Word("Leyla", "I read both reports")
OTHER_STRIKE = "On 5 March 2020 government aircraft bombed Saraqeb, killing four civilians, a monitor said."


@pytest.fixture
def full(store: Store, write: Callable[..., str]) -> Store:
    add(store, [write("first", strike=STRIKE, shelling=SHELLING)])
    return store


def _claim(store: Store, type_: str) -> Claim:
    return next(claim for claim in held(store).claims() if claim.type == type_)


def _home(store: Store, claim: str) -> Incident:
    return next(one for one in held(store).incidents() if claim in one.claims)


def test_claims_judged_the_same_lie_in_one_incident_also_after_more_is_added(
    full: Store, write: Callable[..., str]
) -> None:
    strike, shelling = _claim(full, "kin.air_strike"), _claim(full, "kin.shelling")
    assert _home(full, strike.id) != _home(full, shelling.id)
    judge(full, "same", [strike.id, shelling.id], WORD)
    add(full, [write("second", denied=DENIED)])
    home = _home(full, strike.id)
    assert shelling.id in home.claims
    assert any("Leyla judged same on 2020-03-06" in why and "I read both reports" in why for why in home.why)


def test_claims_judged_not_the_same_stay_apart_and_come_together_when_it_is_undone(
    full: Store, write: Callable[..., str]
) -> None:
    add(full, [write("second", other=OTHER_STRIKE)])
    one, other = (c.id for c in held(full).claims() if c.type == "kin.air_strike")
    assert _home(full, one) == _home(full, other)
    act = judge(full, "not_same", [one, other], WORD).act
    assert _home(full, one) != _home(full, other)
    undo(full, act, Word("Omar", "it was one strike after all"))
    assert _home(full, one) == _home(full, other)
    listed = acts(held(full))
    assert [(act.what, act.who, act.undone) for act in listed] == [
        ("not_same", "Leyla", listed[0].undone),
        ("undo", "Omar", None),
    ]
    assert listed[0].undone == held(full).n


def test_what_stood_before_a_judgement_can_still_be_asked_for(full: Store) -> None:
    before, n = held(full).incidents(), held(full).n
    merge(full, [one.id for one in before[:2]], WORD)
    assert len(held(full).incidents()) == len(before) - 1
    assert held(full, n).incidents() == before
    assert held(full, n).judgements() == ()


def test_a_merge_and_a_split_are_each_others_reverse(full: Store) -> None:
    strike, shelling = _claim(full, "kin.air_strike"), _claim(full, "kin.shelling")
    before = {one.claims for one in held(full).incidents()}
    merge(full, [_home(full, strike.id).id, _home(full, shelling.id).id], WORD)
    whole = _home(full, strike.id)
    assert shelling.id in whole.claims
    apart = [claim for claim in whole.claims if claim == shelling.id]
    split(full, whole.id, apart, WORD)
    assert {one.claims for one in held(full).incidents()} == before


def test_a_rejected_claim_is_left_out_of_findings_and_says_who_rejected_it(full: Store) -> None:
    strike = _claim(full, "kin.air_strike")
    judge(full, "reject", [strike.id], WORD)
    home = _home(full, strike.id)
    assert home.occurrence == "insufficient"
    assert any("Leyla judged reject" in why for why in home.why)


def test_a_correction_is_laid_over_the_claim_and_shown_with_what_was_read(full: Store) -> None:
    strike = _claim(full, "kin.air_strike")
    correct(full, strike.id, {"figures.0.low": 5, "figures.0.high": 5, "modality": "possible"}, WORD)
    laid = next(claim for claim in record(full).claims if claim.id == strike.id)
    assert (laid.figures[0].low, laid.modality) == (5, "possible")
    assert [(one.field, one.was, one.now, one.who) for one in laid.corrections] == [
        ("figures.0.high", 4, 5, "Leyla"),
        ("figures.0.low", 4, 5, "Leyla"),
        ("modality", "happened", "possible", "Leyla"),
    ]
    assert _claim(full, "kin.air_strike") == strike
    page = html(record(full))
    assert "Corrected by a person" in page
    assert "<bdi>4</bdi>, now <bdi>5</bdi>" in page
    assert "I read both reports" in page


def test_a_correction_changes_what_stands_and_undoing_it_brings_it_back(full: Store) -> None:
    strike = _claim(full, "kin.air_strike")
    before = held(full).incidents()
    act = correct(full, strike.id, {"type": "kin.shelling"}, WORD).act
    assert _home(full, strike.id).type == "kin.shelling"
    undo(full, act, WORD)
    assert held(full).incidents() == before


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"quote": "Other words."}, "quote: this cannot be corrected"),
        ({"type": "kin.sheling"}, 'Did you mean "kin.shelling"'),
        ({"modality": "surely"}, "modality: "),
        ({"figures.9.low": 1}, "counted from 0; 9 is none"),
        ({"joint.deep": 1}, "joint has no parts"),
        ({"figures": "many"}, "figures"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_leaves_no_trace(
    full: Store, values: dict[str, object], said: str
) -> None:
    strike, n = _claim(full, "kin.air_strike"), held(full).n
    if "joint.deep" in values:
        correct(full, strike.id, {"joint": True}, WORD)
        n = held(full).n
    with pytest.raises(SettingsError, match=said):
        correct(full, strike.id, values, WORD)
    assert held(full).n == n


def test_judgements_that_contradict_each_other_are_refused_with_both_named(
    full: Store, write: Callable[..., str]
) -> None:
    add(full, [write("second", other=OTHER_STRIKE)])
    one, two, three = (claim.id for claim in held(full).claims()[:3])
    judge(full, "same", [one, two], WORD)
    judge(full, "same", [two, three], WORD)
    with pytest.raises(SettingsError, match=r"held apart .* held to be the same"):
        judge(full, "not_same", [one, three], WORD)


@pytest.mark.parametrize("claims", [("c_none", "c_nobody"), ("c_none", "c_none")])
def test_a_judgement_on_what_is_not_there_is_refused(full: Store, claims: tuple[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"holds no claim c_none|name two claims"):
        judge(full, "same", claims, WORD)


def test_a_judgement_without_a_name_or_a_reason_is_refused(full: Store) -> None:
    strike = _claim(full, "kin.air_strike")
    with pytest.raises(SettingsError, match="needs both"):
        judge(full, "accept", [strike.id], Word("Leyla", " "))


def test_the_queue_holds_what_nobody_has_looked_at_and_what_was_left_unsure(full: Store) -> None:
    waiting = queue(held(full))
    assert waiting.violations
    first = waiting.violations[0]
    assert {claim.id for claim in first.claims} == set(_home(full, first.claims[0].id).claims)
    judge(full, "accept", [first.claims[0].id], WORD)
    one, two = (claim.id for claim in held(full).claims()[:2])
    judge(full, "unsure", [one, two], WORD)
    after = queue(held(full))
    assert first.incident not in {one.incident for one in after.violations}
    assert [judged.claims for judged in after.unsure] == [(one, two)]
    judge(full, "not_same", [one, two], WORD)
    assert queue(held(full)).unsure == ()
