"""Items: noun phrases, verb groups, prepositions, connectives, times."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.reading import kinds, parsed_one, words
from trucewatch.extract.phrases.item import Item


def _np(text: str, begins: str) -> Item:
    sentence = parsed_one(text)
    return next(i for i in sentence.items if i.kind == "np" and (words(i, sentence) or "").startswith(begins))


def _group(text: str) -> Item:
    return next(i for i in parsed_one(text).items if i.kind == "vg")


def test_a_plain_sentence_falls_into_its_parts() -> None:
    assert kinds("The army shelled two villages near Ariha on Monday.") == [
        ("np", "The army"),
        ("vg", "shelled"),
        ("np", "two villages"),
        ("prep", "near"),
        ("np", "Ariha"),
        ("prep", "on"),
        ("time", "Monday"),
    ]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The army has shelled the town.", "tense", "past"),
        ("The army will shell the town.", "modal", "future"),
        ("The army might shell the town.", "modal", "possible"),
        ("The army must leave the town.", "modal", "should"),
        ("The army would leave the town.", "modal", "would"),
        ("The town was shelled.", "passive", True),
        ("The army is shelling the town.", "progressive", True),
        ("The army did not shell the town.", "negated", True),
        ("The army didn't shell the town.", "negated", True),
        ("The army never shelled the town.", "negated", True),
        ("The army allegedly shelled the town.", "hedged", True),
        ("The army is expected to leave the town.", "modal", "future"),
    ],
)
def test_a_verb_group_knows_tense_voice_and_negation(text: str, field: str, value: object) -> None:
    assert getattr(_group(text), field) == value


def test_counts_keep_what_they_count() -> None:
    item = _np("At least two Turkish soldiers were killed.", "At least")
    (count,) = item.counts
    assert (count.number.low, count.number.high) == (2, None)
    assert count.population == "TUR.army"


def test_an_actor_in_a_phrase_is_listed_with_its_id() -> None:
    assert [a.id for a in _np("Turkish soldiers left the convoy.", "Turkish").actors] == ["TUR.army"]
    assert [a.id for a in _np("Vladimir Putin left.", "Vladimir").actors] == ["RUS.putin"]


def test_joined_names_become_one_phrase_of_several() -> None:
    item = _np("Russia and Turkey agreed on a truce.", "Russia")
    assert [a.id for a in item.actors] == ["RUS", "TUR"]
    assert item.plural


def test_of_attaches_and_a_possessor_owns() -> None:
    item = _np("The shelling of the town continued.", "The shelling")
    assert len(item.of) == 1
    owned = _np("Turkey's soldiers left the town.", "Turkey")
    assert owned.owner is not None
    assert [a.id for a in owned.owner.actors] == ["TUR"]


def test_no_makes_a_phrase_negative() -> None:
    assert _np("No soldier was hurt.", "No soldier").negated


def test_a_year_before_its_noun_is_part_of_the_phrase() -> None:
    item = _np("The 2018 deal fell apart.", "The 2018")
    assert "agreement" in item.classes
    assert item.time is not None


def test_items_cover_the_sentence_in_order() -> None:
    items = parsed_one('"We left," said the chief of the Turkish army, and 20 to 30 of his men followed.').items
    assert all(a.end <= b.start for a, b in itertools.pairwise(items))
