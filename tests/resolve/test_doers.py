"""resolve: who is named as the doer."""

from __future__ import annotations

from tests.factories import a_claim, an_actor
from trucewatch.model import ActorRole
from trucewatch.resolve.doers import named_doers, rivals
from trucewatch.resolve.subject import subject


def doers(*actors: ActorRole) -> frozenset[str]:
    return named_doers(subject(a_claim(actors=list(actors)), "2020-03-05", "A"))


def test_a_common_word_names_nobody_and_a_proper_name_somebody() -> None:
    assert doers(ActorRole("perpetrator", "armed men")) == frozenset()
    assert doers(ActorRole("perpetrator", "the Falcon Brigade"))


def test_a_word_in_a_script_without_capitals_is_taken_for_a_name() -> None:
    assert doers(ActorRole("perpetrator", "لواء الصقر"))


def test_an_agency_whose_reporter_saw_it_did_not_do_it() -> None:
    assert doers(an_actor("AFP")) == frozenset()
    assert doers(an_actor("SYR.army")) == {"SYR"}


def test_only_listed_sides_are_rivals() -> None:
    assert rivals(frozenset({"SYR"}), frozenset({"TUR"}))
    assert not rivals(frozenset({"SYR"}), frozenset({"SYR", "RUS"}))
    assert not rivals(frozenset({"SYR"}), frozenset({"falcon brigade"}))
