"""What single words are, remembered over reports."""

from __future__ import annotations

from tests.extract.reading import english, knowledge
from trucewatch.extract.words.alone import Alone, words_of
from trucewatch.extract.words.cut import tokenize
from trucewatch.languages.fold import fold


def _alone(text: str) -> Alone | None:
    folded = fold(text)
    (token,) = tokenize(folded, 0, len(folded.text), english())
    return words_of(english(), knowledge()).alone(token)


def test_a_word_of_the_pack_is_what_the_pack_says() -> None:
    found = _alone("shelled")
    assert found is not None
    assert found.key == "shelled"
    assert found.senses == english().phrases["shelled"]


def test_a_stranger_is_nothing_and_is_kept_as_that() -> None:
    assert _alone("zzyxq") == Alone("", named=False)


def test_what_names_an_actor_is_not_settled_by_itself() -> None:
    assert _alone("Turkey") is None


def test_the_words_that_may_follow_in_a_phrase_are_known() -> None:
    found = _alone("according")
    assert found is not None
    assert "to" in found.then


def test_the_words_of_a_run_are_the_same_for_every_report() -> None:
    assert words_of(english(), knowledge()) is words_of(english(), knowledge().at(None))
