"""A store says when what it holds was read otherwise than it would be read now."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from tests.store.conftest import SHELLING, STRIKE
from trucewatch import __version__
from trucewatch.store import Adding, Store, add, other_versions


def test_what_was_read_by_this_program_with_these_words_needs_no_remark(
    store: Store, write: Callable[..., str]
) -> None:
    add(store, [write("first", strike=STRIKE)])
    assert other_versions(store) == ()


def test_another_version_and_other_words_are_told_until_all_is_read_again(
    store: Store, write: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("trucewatch.store.store.__version__", "0.0.9")
        adding = importlib.import_module("trucewatch.store.add")  # the package's name for it is the function
        earlier.setattr(adding, "hashes", lambda *_: {"data languages": "other", "data gazetteer": "other"})
        add(store, [write("first", strike=STRIKE)])
    said = other_versions(store)
    assert said[0] == f"Version 0.0.9 of the program read some of it; this is {__version__}."
    assert "read with other" in said[1]
    assert "languages" in said[1]
    add(store, [write("second", shelling=SHELLING)])
    assert other_versions(store) == said
    add(store, [], Adding(again=True))
    assert other_versions(store) == ()
    assert other_versions(store, 2) == said
