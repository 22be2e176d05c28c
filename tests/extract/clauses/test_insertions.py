"""Subjects that insertions between commas, dashes and brackets part from their verbs."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, words
from trucewatch.extract.clauses.insertions import before_parts, opener_of


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("Four farmers - two of them named as Saber and Ahmed - were killed.", "kill", "Four farmers"),
        ("Ten men, including four guards and a cook, were killed.", "kill", "Ten men"),
        ("Ten men including four guards and a cook were killed.", "kill", "Ten men"),
        ("A lorry (a red one, said the driver) was destroyed.", "destroy", "A lorry"),
    ],
)
def test_the_subject_stands_before_the_insertion(text: str, lemma: str, who: str) -> None:
    sentence = parsed_one(text)
    assert words(clause(sentence, lemma).subject, sentence) == who


def test_a_dash_that_closes_nothing_opens_nothing() -> None:
    items = parsed_one("Four farmers were killed - two of them at home.").items
    dash = next(k for k, item in enumerate(items) if item.kind == "punct" and item.marks[0].text == "-")
    assert opener_of(items, dash) is None


def test_a_list_that_nothing_opens_is_no_part_of_what_stands_before() -> None:
    items = parsed_one("A guard and a cook were killed.").items
    assert before_parts(items, len(items) - 3) is None
