"""The identifier of languages as it is kept between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import cache
from trucewatch.read.identifier import load_identifier

TEXTS = ("Shelling stopped near the town.", "Les tirs ont cessé près de la ville.", "Обстрелы прекратились.", "12")


def test_the_kept_identifier_ranks_as_the_unpacked_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh = load_identifier(("en", "fr", "ru"))
    assert [path.suffix for path in cache.folder().iterdir()] == [".bin"]
    kept = load_identifier(("en", "fr", "ru"))
    for text in TEXTS:
        assert kept.rank(text) == fresh.rank(text)
