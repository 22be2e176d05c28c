"""Confidence: from named features, between its bounds, by weights that were fitted and not felt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import told
from trucewatch.extract.drafts.confidence import LEAST, MOST, confidence, weights


@given(st.lists(st.sampled_from(sorted(weights())), max_size=12))
def test_confidence_never_is_certain_or_nothing(features: list[str]) -> None:
    assert LEAST <= confidence(features) <= MOST


def test_a_headline_a_hedge_and_a_translation_cost_confidence() -> None:
    plain = confidence(["own_clause", "by_act"])
    assert all(confidence(["own_clause", "by_act", name]) < plain for name in ("headline", "hedged", "translated"))


def test_a_feature_without_a_weight_changes_nothing() -> None:
    assert confidence(["own_clause", "never_heard_of"]) == confidence(["own_clause"])


def test_every_feature_that_a_claim_names_has_a_weight() -> None:
    text = "The army reportedly shelled Ariha on Wednesday, killing two people. Turkey said that the truce would hold."
    named = {why.removeprefix("feature ") for claim in told(text) for why in claim.why if why.startswith("feature ")}
    assert named
    assert named <= set(weights())
