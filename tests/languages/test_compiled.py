"""Compiled packs: what is kept gives the same pack, and a spoiled file of the cache is compiled over."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import cache
from trucewatch.languages import load
from trucewatch.languages.compiled import from_plain, kept, to_plain
from trucewatch.languages.pack import Pack


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.mark.parametrize("code", load.available())
def test_a_pack_comes_back_as_it_was_kept(code: str) -> None:
    pack = load.compile_pack(load.HOME / code)
    assert from_plain(to_plain(pack)) == pack


def test_a_pack_is_compiled_once_and_then_taken_from_the_cache() -> None:
    folder, calls = load.HOME / "en", []

    def compiled() -> Pack:
        calls.append(1)
        return load.compile_pack(folder)

    assert kept(folder, compiled) == kept(folder, compiled)
    assert calls == [1]


def test_a_spoiled_file_of_the_cache_is_compiled_over() -> None:
    folder = load.HOME / "en"
    pack = kept(folder, lambda: load.compile_pack(folder))
    (path,) = cache.folder().glob("language-en-*.json")
    for spoiled in ("{", "[1]", '{"senses": 3}', '{"senses": [], "phrases": []}'):
        path.write_text(spoiled, encoding="utf-8")
        assert kept(folder, lambda: load.compile_pack(folder)) == pack


def test_a_phrase_that_the_pack_has_not_is_missing() -> None:
    phrases = from_plain(to_plain(load.compile_pack(load.HOME / "en"))).phrases
    assert "ceasefire" in phrases
    assert "ceasefyre" not in phrases
    assert phrases.get("ceasefyre", ()) == ()
    assert len(list(phrases)) == len(phrases)
