"""Words are found however they are written, and shown where they stand in the text as it was received."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.conftest import ARABIC, DENIED, SHELLING, STRIKE
from trucewatch.errors import SettingsError
from trucewatch.store import Store, add, held, search

TEXTS = {
    "arabic": ARABIC,
    "french": "Idlib, 7 mars 2020 - L'armée a été « neutralisée » à Saraqeb, a annoncé la Défense turque.",
    "turkish": "İdlib'de ILICA bölgesine 6 Mart 2020 günü ateş açıldı, Suriye ordusu geri çekildi.",
    "russian": "Идлиб, 6 марта 2020 - Обстрелян посёлок Серакиб, ещё один удар нанесён вечером.",
    "ukrainian": "Ідліб, 6 березня 2020 - У місті Саракіб пролунали вибухи, повідомили спостерігачі.",
    "spanish": "Idlib, 6 de marzo de 2020 - Según los vecinos, la explosión dañó una panadería en Saraqeb.",
    "english": STRIKE,
    "chinese": "2020年3月6日，伊德利卜停火协议生效。",
}


@pytest.fixture
def full(store: Store, write: Callable[..., str]) -> Store:
    add(store, [write("first", **TEXTS)])
    return store


@pytest.mark.parametrize(
    ("asked", "name", "shown"),
    [
        ("اطلاق", "arabic", "إطلاق"),
        ("الإطلاق", "arabic", None),
        ("مرصد", "arabic", "المرصد"),
        ("طايرات حربيه", "arabic", "الطائرات"),
        ("ARMEE", "french", "armée"),
        ('"neutralisee a saraqeb"', "french", "neutralisée » à Saraqeb"),
        ("idlib ılıca", "turkish", "ILICA"),
        ("açil*", "turkish", "açıldı"),
        ("еще поселок", "russian", "посёлок"),
        ("вибух*", "ukrainian", "вибухи"),
        ("explosion panaderia", "spanish", "explosión"),
        ("AIRCRAFT bombed", "english", "aircraft bombed"),
        ("停火", "chinese", "停火"),
    ],
)
def test_words_are_found_in_every_language_whatever_their_letters(
    full: Store, asked: str, name: str, shown: str | None
) -> None:
    found = {
        str(one.report.meta["origin"]).removeprefix("first/").removesuffix(".txt"): one
        for one in search(held(full), asked)
    }
    if shown is None:
        assert name not in found
        return
    excerpt = found[name].excerpts[0]
    marked = excerpt.text[excerpt.found[0][0] : excerpt.found[-1][1]]
    assert shown in marked
    assert found[name].report.text[slice(*excerpt.span)] == excerpt.text


def test_all_words_must_be_there_and_words_in_a_row_in_that_row(full: Store) -> None:
    assert search(held(full), "aircraft Moscow") == ()
    assert search(held(full), '"bombed aircraft"') == ()
    assert len(search(held(full), '"aircraft bombed"')) == 1


def test_the_claims_read_from_the_words_are_named(full: Store) -> None:
    (found,) = search(held(full), "civilians observatory")
    assert found.claims
    assert set(found.claims) <= {claim.id for claim in held(full).claims() if claim.report == found.report.id}


def test_what_came_later_is_not_found_in_what_was_held_before(full: Store, write: Callable[..., str]) -> None:
    before = held(full)
    add(full, [write("second", denied=DENIED, shelling=SHELLING)])
    assert search(before, "ministry") == ()
    assert len(search(held(full), "ministry")) == 1


@pytest.mark.parametrize("asked", ["", "—", '""', "*"])
def test_a_question_without_words_is_refused(full: Store, asked: str) -> None:
    with pytest.raises(SettingsError, match="holds no word"):
        search(held(full), asked)


@pytest.mark.parametrize("asked", ['a" OR "b', "words:x", "NEAR(a b)", "{words} : x", "x^2 AND", "x';--", "a*b*"])
def test_signs_of_the_index_are_words_like_any_other(full: Store, asked: str) -> None:
    assert search(held(full), asked) == ()
