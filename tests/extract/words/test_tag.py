"""One grammatical tag for every word, from what it may be and what stands beside it."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, marks, told
from trucewatch.extract.words.tag import Tagger


def _tags(text: str, language: str = "en") -> dict[str, str]:
    found = marks(text, language)
    tags = Tagger(found, knowledge().packs[language]).run()
    return {mark.key: tag for mark, tag in zip(found, tags, strict=True)}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The army attacks the base.", "attacks", "verb"),
        ("The attacks continued.", "attacks", "noun"),
        ("They strike the base.", "strike", "verb"),
        ("The strike hit the base.", "strike", "noun"),
        ("The army plans to leave.", "plans", "verb"),
        ("The plans failed.", "plans", "noun"),
        ("The shelling stopped.", "shelling", "noun"),
        ("The army is shelling the base.", "shelling", "verb"),
        ("The wounded soldiers left.", "wounded", "adj"),
        ("The shell wounded two men.", "wounded", "verb"),
        ("They target the base.", "target", "verb"),
        ("Two men were shot.", "shot", "verb"),
    ],
)
def test_a_word_of_two_kinds_is_read_by_its_neighbours(text: str, word: str, tag: str) -> None:
    assert _tags(text)[word] == tag


def test_a_stranger_with_a_capital_is_a_name() -> None:
    assert _tags("Yesterday Xyzzyq spoke.")["xyzzyq"] == "name"


def test_every_mark_has_a_tag() -> None:
    text = 'On Friday, "20 to 30" of the U.N. monitors -- reportedly -- didn\'t leave; who knows?'
    found = marks(text)
    assert len(Tagger(found, knowledge().packs["en"]).run()) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "One soldier was killed and another wounded in a drone strike.",
        "A soldier was killed and another wounded by shelling.",
    ],
)
def test_one_more_who_was_wounded_is_counted(text: str) -> None:
    (claim,) = told(text)
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 1, 1), ("injured", 1, 1)]
