"""Whether a rule of the pack fits a clause."""

from __future__ import annotations

import dataclasses

from tests.extract.reading import clause, parsed_one
from trucewatch.extract.meaning.framing import Told, frame_fits, governed_phrases
from trucewatch.languages.pack import Frame

RULE = Frame("a.rule", "civ.attack", verb=frozenset({"attack_generic"}), object=frozenset({"base"}))


def test_a_rule_asks_for_its_classes_where_it_says() -> None:
    attack = Told(clause(parsed_one("Rebels attacked the barracks."), "attack"))
    assert frame_fits(RULE, attack)
    assert not frame_fits(dataclasses.replace(RULE, subject=frozenset({"base"})), attack)
    assert not frame_fits(dataclasses.replace(RULE, without=frozenset({"fighter"})), attack)


def test_in_a_passive_the_subject_is_what_is_done_to() -> None:
    assert frame_fits(RULE, Told(clause(parsed_one("The barracks were attacked."), "attack")))


def test_a_rule_may_need_a_verb_that_hangs_on_the_clause() -> None:
    agree = clause(parsed_one("The two sides agreed to extend the truce."), "agree")
    rule = Frame("a.rule", "dip.extension", verb=frozenset({"agree"}), needs=frozenset({"child_extend"}))
    assert frame_fits(rule, Told(agree))
    assert frame_fits(dataclasses.replace(rule, needs=frozenset({"infinitive"})), Told(agree))
    assert not frame_fits(dataclasses.replace(rule, needs=frozenset({"child_flee"})), Told(agree))
    assert any("truce" in item.classes for item in governed_phrases(agree))
