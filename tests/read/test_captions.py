"""Captions of this story and of others."""

from __future__ import annotations

import pytest

from trucewatch.read.captions import agencies_in, caption_of, content_words, tells_of_this_story
from trucewatch.read.layout import lines_of


@pytest.mark.parametrize(
    ("line", "words", "agencies"),
    [
        ("Soldiers stand by the road. **Ann Example / TASS**", "Soldiers stand by the road.", ("TASS",)),
        ("Leaders meet on March 1. - Bo Example / POOL / AFP", "Leaders meet on March 1.", ("AFP",)),
        ("A pipeline is opened. (Photographer: Cy Example/Bloomberg)", "A pipeline is opened.", ("BLOOMBERG",)),
        ("Des soldats près de la route. Crédit photo : Example/AFP", "Des soldats près de la route.", ("AFP",)),
        ("Di Example / Reuters", None, ("REUTERS",)),
        ("Soldiers on parade in the town, 3 May 2021 (TASS)", "Soldiers on parade in the town", ("TASS",)),
        ("دمار منزل جراء القصف - 18 تموز 2021 (شبكة مثال)", "دمار منزل جراء القصف", ()),
        ("مقاتلون في التدريب-1 من آب 2023 (مثال)", "مقاتلون في التدريب", ()),
    ],
)  # fmt: skip
def test_a_credit_makes_a_caption(line: str, words: str | None, agencies: tuple[str, ...]) -> None:
    caption = caption_of(lines_of(line)[0])
    assert caption is not None
    assert (line[slice(*caption.words)] if caption.words else None) == words
    assert caption.agencies == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Shelling was heard near the town on Friday, a resident told AFP.",
        "The ratio was 3/4 in the north.",
        "Officials from Turkey and Russia met in Moscow.",
        "The truce began at midnight on 6 March (it was broken within the hour).",
        "Shells fell on the town, 3 May 2021 (2 killed, 4 injured).",
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    assert caption_of(lines_of(line)[0]) is None


def test_a_caption_of_another_story_shares_few_words_with_the_text() -> None:
    rest = content_words(
        " ".join(f"{a}{b}ing" for a in ("shell", "patroll", "driv", "walk") for b in "abcdefghijklmnopq")
    )
    rest |= content_words("Soldiers stand beside the road near the town while drivers wait")
    assert tells_of_this_story("Soldiers stand beside the road", rest)
    assert not tells_of_this_story("A gas pipeline opened during a ceremony in Istanbul", rest)


def test_in_a_short_text_a_caption_is_the_story() -> None:
    assert tells_of_this_story("Two bombs went off in the market", set())


def test_agencies_are_named_once_and_only_as_whole_words() -> None:
    assert agencies_in("AFP, Reuters and AFP") == ("AFP", "REUTERS")
    assert agencies_in("APPROVED") == ()
