"""What the extractor knows before it reads."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extract.reading import knowledge, told
from trucewatch.errors import LanguageError
from trucewatch.extract import load_knowledge


def test_a_pack_is_found_by_its_code_alone() -> None:
    assert knowledge().pack("en") is knowledge().packs["en"]
    assert knowledge().pack("xx") is None
    assert knowledge().pack(None) is None


def test_only_the_languages_asked_for_are_loaded() -> None:
    assert set(load_knowledge(languages=["fr"]).packs) == {"fr"}


def test_a_language_without_a_pack_is_an_error_when_asked_for_by_name() -> None:
    with pytest.raises(LanguageError, match="no pack"):
        load_knowledge(languages=["xx"])


def test_offices_are_looked_up_for_the_day_of_the_report() -> None:
    assert knowledge().at(dt.date(2020, 3, 5)).on == dt.date(2020, 3, 5)
    text = "The French president met Vladimir Putin on Monday."
    then = {a.id for c in told(text, published="2020-03-05") for a in c.actors}
    before = {a.id for c in told(text, published="2016-03-05") for a in c.actors}
    assert "RUS.putin" in then & before
    assert not ("FRA.macron" in before and "FRA.hollande" in then)
