"""resolve: what stands of what people decided."""

from __future__ import annotations

from trucewatch.resolve.judgement import Judgement, decided


def test_a_judgement_on_three_claims_is_on_every_pair() -> None:
    people = decided([Judgement("same", ("c", "a", "b"), "A. Monitor")])
    assert set(people.same) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_the_latest_word_stands_and_says_who_when_and_why() -> None:
    people = decided([
        Judgement("not_same", ("a", "b"), "B", "2020-03-07T10:00Z", "two villages"),
        Judgement("same", ("b", "a"), "A", "2020-03-06T10:00Z"),
    ])  # fmt: skip
    assert people.same == {}
    assert people.not_same == {("a", "b"): "B judged not same on 2020-03-07T10:00Z: two villages"}


def test_a_claim_is_accepted_or_rejected_by_the_last_word_on_it() -> None:
    people = decided([Judgement("accept", ("a",), "A", "2020-03-06"), Judgement("reject", ("a",), "B", "2020-03-07")])
    assert people.accepted == {}
    assert list(people.rejected) == ["a"]
