"""People whom no list knows: the kind that a word says, in the language of the page; other words as a quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.publish.sample_record import record
from trucewatch.publish.page import Page, page
from trucewatch.publish.people import is_name, kind_of
from trucewatch.publish.wording import LANGUAGES, load_words


def tools(language: str) -> Page:
    """A page on which somebody is named in words of a report in English."""
    held = record()
    claim = next(one for one in held.claims if one.actors)
    reports = tuple(replace(one, language="en") if one.id == claim.report else one for one in held.reports)
    named = replace(claim, actors=(replace(claim.actors[0], text="keepers of the old weir", id=None),))
    claims = tuple(named if one.id == claim.id else one for one in held.claims)
    return page(replace(held, claims=claims, reports=reports), language, unmask=False)


@pytest.mark.parametrize(
    ("language", "word", "told"),
    [
        ("ar", "Protesters", "متظاهرون"),
        ("en", "civils", "civilians"),
        ("ru", "men", "мужчины"),
        ("tr", "lives", "kişiler"),
    ],
)
def test_a_word_for_people_is_said_in_the_language_of_the_page(language: str, word: str, told: str) -> None:
    said = tools(language)
    assert str(said.actor(None, word)) == told or kind_of(word) == "persons"
    assert said.plain_actor(None, word) == str(said.actor(None, word))


def test_other_words_are_a_quotation_in_the_language_of_their_report() -> None:
    words = "keepers of the old weir"
    assert str(tools("fr").actor(None, words)) == f'«\u00a0<bdi lang="en" dir="ltr">{words}</bdi>\u00a0»'
    assert str(tools("en").actor(None, words)) == f"<bdi>{words}</bdi>"
    assert str(tools("ar").actor(None, "Mill Post")) == "<bdi>Mill Post</bdi>"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Mill Post", True), ("Agence du Port", True), ("two keepers", False), ("unités", False), ("شهود عيان", False)],
)
def test_a_name_is_known_by_its_capitals(text: str, name: bool) -> None:
    assert is_name(text) is name


def test_every_kind_has_a_word_in_every_language() -> None:
    from trucewatch.publish.people import _kinds

    kinds = set(_kinds().values())
    assert len(kinds) > 20
    assert [
        (code, kind) for code in LANGUAGES for kind in kinds if not load_words(code).named("actor_names", kind)
    ] == []
