"""What stands around a mark, where that decides what it is."""

from __future__ import annotations

from tests.extract.reading import kinds, marks
from trucewatch.extract.words.around import clause_follows, next_word


def test_the_next_word_is_looked_for_over_adverbs() -> None:
    found = marks("They also shelled it.")
    following = next_word(found, 0)
    assert following is not None
    assert following.text == "shelled"


def test_a_word_like_after_opens_a_clause_only_before_a_full_verb() -> None:
    assert clause_follows(marks("after rebels attacked the town"), 0)
    assert not clause_follows(marks("after the attack on the town"), 0)


def test_a_participle_before_its_noun_is_no_verb() -> None:
    found = kinds("Two men were hurt when suspected militants hurled a grenade.")
    assert ("np", "suspected militants") in found
