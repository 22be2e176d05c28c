"""Clauses: who does what to whom, in which voice, and how a clause hangs on another."""

from __future__ import annotations

from tests.extract.reading import clause, parsed_one, words
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.sentence import Parsed


def _of(text: str, lemma: str) -> tuple[Clause, Parsed]:
    sentence = parsed_one(text)
    return clause(sentence, lemma), sentence


def test_subject_and_object_stand_around_an_active_verb() -> None:
    found, sentence = _of("Government troops shelled the old market.", "shell")
    assert not found.passive
    assert words(found.subject, sentence) == "Government troops"
    assert [words(o, sentence) for o in found.objects] == ["the old market"]


def test_in_the_passive_the_doer_stands_behind_by() -> None:
    found, sentence = _of("The old market was shelled by government troops.", "shell")
    assert found.passive
    assert words(found.subject, sentence) == "The old market"
    assert [words(np, sentence) for np in found.pp("by")] == ["government troops"]


def test_prepositional_phrases_keep_their_preposition() -> None:
    found, sentence = _of("The rebels clashed with the army near Sarmin.", "clash")
    assert [words(np, sentence) for np in found.pp("with")] == ["the army"]
    assert [words(np, sentence) for np in found.pp("near")] == ["Sarmin"]


def test_a_relative_clause_takes_the_noun_before_it_as_its_subject() -> None:
    found, sentence = _of("The soldiers who shelled the market fled.", "shell")
    assert found.kind == "relative"
    assert words(found.subject, sentence) == "The soldiers"
    main, _ = _of("The soldiers who shelled the market fled.", "flee")
    assert main.kind != "relative"


def test_a_complement_hangs_on_the_verb_of_saying() -> None:
    found, _ = _of("The ministry said that two soldiers had died.", "die")
    assert found.kind == "complement"
    assert found.parent is not None
    assert "say" in found.parent.verb.classes


def test_an_infinitive_hangs_on_its_verb() -> None:
    found, _ = _of("The army plans to shell the town.", "shell")
    assert found.kind == "infinitive"
    assert found.parent is not None
    assert "plan" in found.parent.verb.classes


def test_a_gerund_after_a_comma_shares_its_subject() -> None:
    found, sentence = _of("Warplanes bombed the town, killing three people.", "kill")
    assert found.kind == "gerund"
    assert words(found.subject, sentence) == "Warplanes"
    assert [words(o, sentence) for o in found.objects] == ["three people"]


def test_if_and_when_say_how_a_clause_hangs() -> None:
    condition, _ = _of("If the rebels leave, the army will return.", "leave")
    assert "condition" in condition.link
    time, _ = _of("Two men died when the bomb exploded.", "explode")
    assert "time" in time.link
    assert time.kind == "sub"


def test_the_speaker_may_stand_behind_the_verb() -> None:
    found, sentence = _of('"The village is empty," said Vladimir Putin.', "say")
    assert words(found.subject, sentence) == "Vladimir Putin"


def test_two_joined_verbs_share_one_subject() -> None:
    found, sentence = _of("The rebels attacked the base and captured ten soldiers.", "capture")
    assert found.kind == "coordinate"
    assert words(found.subject, sentence) == "The rebels"


def test_a_participle_behind_its_noun_is_passive() -> None:
    found, sentence = _of("A truce announced by Russia took effect on Friday.", "announce")
    assert found.passive
    assert [words(np, sentence) for np in found.pp("by")] == ["Russia"]
