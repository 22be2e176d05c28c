"""The word order that a pack names chooses how items and clauses are found."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge
from trucewatch.extract.clauses.wordorder import chunker_of
from trucewatch.extract.phrases.vso_chunk import VerbFirstChunker
from trucewatch.languages.fold import fold


@pytest.mark.parametrize(("code", "first"), [("ar", True), ("en", False), ("fr", False)])
def test_only_a_pack_that_puts_the_verb_first_is_cut_so(code: str, first: bool) -> None:
    found = chunker_of([], knowledge().packs[code], fold(""), knowledge())
    assert isinstance(found, VerbFirstChunker) is first
