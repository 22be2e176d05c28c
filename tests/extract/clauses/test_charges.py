"""Whoever is accused is the subject of what he is accused of."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Turkey accused the army of shelling the town.", "shell", "the army"),
        ("Turkey accused the army of shelling the town and killing six men.", "kill", "the army"),
        ("Turkey denied shelling the town.", "shell", "Turkey"),
    ],
)
def test_the_accused_does_it(text: str, lemma: str, subject: str) -> None:
    sentence = parsed_one(text)
    found = clause(sentence, lemma).subject
    assert found is not None
    assert text[found.start : found.end] == subject
