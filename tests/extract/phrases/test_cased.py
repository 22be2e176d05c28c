"""Noun phrases in languages with cases."""

from __future__ import annotations

import pytest

from trucewatch.extract import load_knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.extract.phrases.item import Item
from trucewatch.model import Report

KNOWLEDGE = load_knowledge(languages=["ru", "tr"])


def _phrases(text: str, language: str) -> list[Item]:
    report = Report(id="r", text=text, language=language, published="2020-03-06")
    (parsed,) = _Reader(report, KNOWLEDGE, KNOWLEDGE.packs[language]).parsed()
    return [item for item in parsed.items if item.kind == "np"]


def test_a_genitive_hangs_on_the_noun_before() -> None:
    (phrase,) = _phrases("обстрел позиций боевиков", "ru")
    assert phrase.head is not None
    assert phrase.head.lemma == "обстрел"
    assert [part.head.lemma for part in phrase.of if part.head] == ["позиция"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [("армия Турции", "TUR.army"), ("президент Турции", "TUR.erdogan"), ("турецкие солдаты", "TUR.army")],
)
def test_a_part_or_office_and_its_state_are_one_actor(text: str, actor: str) -> None:
    assert [a.id for a in _phrases(text, "ru")[0].actors][:1] == [actor]


def test_a_case_parts_two_phrases() -> None:
    assert len(_phrases("террористы деревню", "ru")) == 2
    assert len(_phrases("ordunun köyü", "tr")) == 1  # the army's village
    assert len(_phrases("orduyu köye", "tr")) == 2


def test_a_possessor_is_taken_up_by_the_noun_behind_it() -> None:
    (phrase,) = _phrases("Suriye ordusunun saldırısı", "tr")
    assert phrase.owner is not None
    assert [a.id for a in phrase.owner.actors] == ["SYR.army"]
