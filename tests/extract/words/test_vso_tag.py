"""Forms that may be a verb, a verbal noun or a noun, told apart by what stands around them."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge
from trucewatch.extract.words.token import Marker
from trucewatch.extract.words.vso_tag import VerbFirstTagger
from trucewatch.languages.fold import fold


def _tags(text: str) -> list[str]:
    pack, folded = knowledge().packs["ar"], fold(text)
    return VerbFirstTagger(Marker(pack, knowledge()).marks(folded, 0, len(folded.text)), pack).run()


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("قصف الجيش البلدة", "verb"),
        ("قصف على البلدة", "noun"),
        ("القصف على البلدة", "noun"),
        ("مقتل ثلاثة مدنيين", "verb"),
        ("إصابة في الرأس", "noun"),
    ],
)
def test_the_first_word_is_tagged_by_what_follows_it(text: str, tag: str) -> None:
    assert _tags(text)[0] == tag
