"""What a clause says, as a code of the vocabulary."""

from __future__ import annotations

import pytest

from tests.extract.reading import clause, parsed_one, told
from trucewatch.extract.meaning.classify import classify
from trucewatch.extract.phrases.acts import BY_WEAPON, exact_type


def _type(text: str, lemma: str) -> str | None:
    sentence = parsed_one(text)
    found = classify(clause(sentence, lemma), sentence.pack)
    return None if found is None else found.type


@pytest.mark.parametrize(
    ("text", "lemma", "code"),
    [
        ("The army shelled the town.", "shell", "kin.shelling"),
        ("Warplanes bombed the town.", "bomb", "kin.air_strike"),
        ("Rebels clashed with the army.", "clash", "kin.armed_clash"),
        ("The army captured the town.", "capture", "pos.territory_taken"),
        ("The army withdrew its tanks from the town.", "withdraw", "wd.withdrawal"),
        ("The police arrested ten men.", "arrest", "civ.arrest"),
        ("Gunmen kidnapped a doctor.", "kidnap", "civ.abduction"),
        ("The rebels launched an offensive.", "launch", "kin.ground_offensive"),
        ("Clashes broke out in the town.", "break out", "kin.armed_clash"),
        ("Two soldiers died.", "die", "harm.killed"),
        ("Two soldiers were wounded.", "wound", "harm.injured"),
        ("Ten thousand people were displaced.", "displace", "harm.displaced"),
        ("Two soldiers died in an air strike.", "die", "kin.air_strike"),
        ("The deal created a security corridor.", "create", "term.zone"),
        ("The truce took effect on Friday.", "take effect", "term.entry_into_force"),
        ("Russia backs the Syrian government.", "back", "state.alliance"),
        ("Turkey hosts two million refugees.", "host", "state.refugee_stock"),
    ],
)
def test_a_clause_gets_the_code_of_what_it_says(text: str, lemma: str, code: str) -> None:
    assert _type(text, lemma) == code


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The minister visited a school.", "visit"),
        ("The workers built a bridge.", "build"),
        ("A fireworks factory exploded.", "explode"),
    ],
)
def test_what_the_vocabulary_does_not_hold_gets_no_code(text: str, lemma: str) -> None:
    assert _type(text, lemma) is None


def test_acts_that_stop_are_told_with_a_minus() -> None:
    sentence = parsed_one("The air strikes stopped on Friday.")
    found = classify(clause(sentence, "stop"), sentence.pack)
    assert found is not None
    assert (found.type, found.polarity) == ("kin.air_strike", "-")


@pytest.mark.parametrize(("weapon", "code"), BY_WEAPON.items())
def test_the_weapon_makes_an_open_attack_exact(weapon: str, code: str) -> None:
    assert exact_type("civ.attack", weapon) == code


def test_a_weapon_does_not_change_what_is_exact_already() -> None:
    assert exact_type("kin.armed_clash", "artillery") == "kin.armed_clash"
    assert exact_type("kin.shelling", "tank") == "kin.shelling"
    assert exact_type("kin.air_strike", "drone") == "kin.drone_strike"
    assert exact_type("civ.attack", None) == "civ.attack"


def test_every_reading_names_its_rule() -> None:
    sentence = parsed_one("The army shelled the town.")
    found = classify(clause(sentence, "shell"), sentence.pack)
    assert found is not None
    assert found.rule.startswith("en.")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "A drone exploded over the parade.", "kin.drone_strike"),
        ("en", "A car exploded near the parade.", "kin.explosion_undetermined"),
        ("ru", "Боевики открыли огонь из миномётов.", "kin.shelling"),
        ("ru", "Боевики открыли огонь.", "kin.small_arms"),
        ("ar", "أعلن الجيش إسقاط طائرة مسيرة قرب القاعدة.", "kin.aircraft_downed"),
    ],
)
def test_the_weapon_that_did_it_makes_the_act_more_exact(language: str, text: str, kind: str) -> None:
    (claim,) = told(text, language)
    assert (claim.type, claim.modality) == (kind, "happened")
