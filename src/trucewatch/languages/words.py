"""languages: the words of a text, folded, each with where it stands in the text as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.model.report import Span

_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words: each letter is found by itself, and words as letters in a row."""
WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the text as written."""

    key: str
    span: Span


def words_of(text: str) -> list[Word]:
    """The words of a text in their order."""
    folded = fold(text)
    return [Word(hit.group(), folded.span(hit.start(), hit.end())) for hit in WORD.finditer(folded.text)]


def keys_of(text: str) -> list[str]:
    """The same words without where they stand."""
    return WORD.findall(fold(text).text)
