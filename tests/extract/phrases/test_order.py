"""Who does what in free order, by case."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract import load_knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Report

KNOWLEDGE = load_knowledge(languages=["ru"])


def _clause(text: str) -> tuple[Clause, Parsed]:
    report = Report(id="r", text=text, language="ru", published="2020-03-06")
    (parsed,) = _Reader(report, KNOWLEDGE, KNOWLEDGE.packs["ru"]).parsed()
    return parsed.clauses[0], parsed


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Боевики обстреляли деревню.", "Боевики"),
        ("Деревню обстреляли боевики.", "боевики"),
        ("Произошёл взрыв.", "взрыв"),
        ("Были убиты трое солдат.", "трое солдат"),
        ("Об этом сообщили в министерстве.", "министерстве"),
    ],
)
def test_the_subject_is_found_on_either_side(text: str, subject: str) -> None:
    clause, parsed = _clause(text)
    assert clause.subject is not None
    assert parsed.original[slice(*parsed.span(clause.subject.start, clause.subject.end))] == subject


def test_an_instrumental_stands_behind_a_passive_as_by() -> None:
    clause, _ = _clause("Деревня обстреляна боевиками.")
    assert [np.head.lemma for np in clause.pp("by") if np.head] == ["боевик"]


def test_what_stands_before_the_verb_belongs_to_it() -> None:
    clause, _ = _clause("В результате обстрела погибли трое солдат.")
    assert [np.head.lemma for np in clause.pp("by") if np.head] == ["обстрел"]


@pytest.mark.parametrize("text", ["Обстрелов не зафиксировано.", "Обстрелов не зафиксировано третьи сутки подряд."])
def test_what_was_not_recorded_stands_in_the_genitive(text: str) -> None:
    (claim,) = told(text, "ru")
    assert (claim.type, claim.polarity) == ("kin.shelling", "-")


def test_a_pronoun_beside_a_noun_is_what_it_is_done_to() -> None:
    (claim,) = told("Армия это отрицает.", "ru")
    assert claim.type == "dip.denial"
    assert [link.who for link in claim.attribution] == ["Армия"]
