"""Where one noun phrase ends and the next begins in languages that put the verb first."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge
from trucewatch.extract.clauses.wordorder import chunker_of
from trucewatch.extract.words.token import Marker
from trucewatch.languages.fold import fold


def _phrases(text: str) -> list[str]:
    pack, folded = knowledge().packs["ar"], fold(text)
    marks = Marker(pack, knowledge()).marks(folded, 0, len(folded.text))
    items = chunker_of(marks, pack, folded, knowledge()).items()
    return [text[slice(*folded.span(i.start, i.end))] for i in items if i.kind == "np"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("استهدف الجيش السيارة", ["الجيش", "السيارة"]),
        ("استهدف قصف مدفعي بلدة سرمين", ["قصف مدفعي", "بلدة سرمين"]),
        ("قصفت قوات النظام سرمين", ["قوات النظام", "سرمين"]),
        ("قتل 4 عناصر من قوات النظام", ["4 عناصر من قوات النظام"]),
        ("أصيب مدنيان اثنان", ["مدنيان اثنان"]),
    ],
)
def test_a_definite_noun_or_an_adjective_closes_a_phrase(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases
