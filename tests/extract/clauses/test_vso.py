"""Clauses of languages that put the verb first."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, told
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.wordorder import chunker_of, clauses_of
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.words.token import Marker
from trucewatch.languages.fold import fold


def _clauses(text: str) -> list[tuple[Clause, str, list[str]]]:
    """The clauses with the words of their subject and objects."""
    pack, folded = knowledge().packs["ar"], fold(text)
    marks = Marker(pack, knowledge()).marks(folded, 0, len(folded.text))
    found = clauses_of(chunker_of(marks, pack, folded, knowledge()).items(), pack, notes=True)

    def words(item: Item | None) -> str:
        return "" if item is None else text[slice(*folded.span(item.start, item.end))]

    return [(clause, words(clause.subject), [words(o) for o in clause.objects]) for clause in found]


def test_doer_and_object_stand_behind_the_verb() -> None:
    ((clause, subject, objects),) = _clauses("قصفت قوات النظام بلدة سرمين")
    assert (subject, objects, clause.passive) == ("قوات النظام", ["بلدة سرمين"], False)


def test_a_phrase_before_the_verb_is_its_subject_where_it_opens_the_sentence() -> None:
    ((_, subject, objects),) = _clauses("قوات النظام تقصف بلدة سرمين")
    assert (subject, objects) == ("قوات النظام", ["بلدة سرمين"])


@pytest.mark.parametrize(("text", "passive"), [("قتل ثلاثة مدنيين", True), ("قتلت الغارة ثلاثة مدنيين", False)])
def test_a_verb_of_harm_with_one_phrase_behind_it_tells_who_was_harmed(text: str, passive: bool) -> None:
    ((clause, _, _),) = _clauses(text)
    assert clause.passive is passive


def test_a_verbal_noun_with_its_victims_behind_it_is_a_clause() -> None:
    (first, subject, _), (second, other, _) = _clauses("مقتل 3 مدنيين وإصابة 5 آخرين")
    assert (first.kind, second.kind, second.parent) == ("main", "coordinate", first)
    assert (subject, other) == ("3 مدنيين", "5 آخرين")


def test_what_led_to_a_killing_is_its_cause() -> None:
    clause, _, _ = _clauses("أسفر القصف عن مقتل ثلاثة مدنيين")[-1]
    assert [np.head.lemma for np in clause.pp("by") if np.head] == ["قصف"]


def test_victims_without_a_verb_make_a_clause() -> None:
    ((clause, subject, _),) = _clauses("3 قتلى بقصف مدفعي")
    assert (subject, clause.passive, bool(clause.pp("by"))) == ("3 قتلى", True, True)


def test_a_second_that_hangs_on_whoever_announced_the_first() -> None:
    claims = told("أعلن الجيش الإسرائيلي مقتل جنديين في رفح وأنه قصف أهدافا عسكرية.", "ar")
    (shelling,) = [claim for claim in claims if claim.type == "kin.shelling"]
    assert [(actor.role, actor.id) for actor in shelling.actors] == [("perpetrator", "ISR.army")]


def test_a_place_behind_the_dead_is_nobody_whom_they_killed() -> None:
    (claim,) = told("قتل جنديان تركيان بانفجار لغم شمال سوريا.", "ar")
    assert [(actor.role, actor.id) for actor in claim.actors] == [("target", "TUR.army")]
