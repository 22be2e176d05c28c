"""Subjects that participles and gerunds part from their verbs."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, words


def _who(text: str, lemma: str) -> str | None:
    sentence = parsed_one(text)
    return words(clause(sentence, lemma).subject, sentence)


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("A man suspected of shooting a guard was arrested.", "arrest", "A man"),
        ("A man suspected of shooting a guard and wounding two traders was arrested.", "arrest", "A man"),
        ("A boy hurt after a shooting has died.", "die", "A boy"),
    ],
)
def test_the_subject_stands_before_what_hangs_on_it(text: str, lemma: str, who: str) -> None:
    assert _who(text, lemma) == who


def test_a_man_who_died_after_a_shooting_is_the_nearest_that_can_die() -> None:
    assert _who("After a shooting a man died.", "die") == "a man"
