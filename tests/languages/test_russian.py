"""The Russian pack: its forms, its cases, and the order that cases allow."""

from __future__ import annotations

import pytest

from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.cases import is_fact, run_cases
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.meaning.mode import UNREAL
from trucewatch.languages.cases import Case, load_cases
from trucewatch.languages.fold import match_key
from trucewatch.languages.load import load_pack
from trucewatch.model import Claim, Report


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["ru"])


@pytest.mark.parametrize("case", load_cases("ru"), ids=lambda case: case.where)
def test_a_russian_sentence_gives_its_claims_and_no_others(case: Case, knowledge: Knowledge) -> None:
    (result,) = run_cases([case], knowledge)
    assert result.passed, str(result)


def test_a_third_of_the_russian_cases_tell_no_event() -> None:
    cases = load_cases("ru")
    quiet = [
        case
        for case in cases
        if "event" in {unwanted.type for unwanted in case.unwanted}
        or all(set(wanted.modalities) & UNREAL or wanted.polarity == "-" for wanted in case.claims)
    ]
    assert 3 * len(quiet) >= len(cases)


@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("обстрелян", "обстрелять", {"past", "passive"}),
        ("наносятся", "наносить", {"pres", "passive"}),
        ("нанесёт", "нанести", {"fut"}),
        ("захваченного", "захватить", {"part", "attr", "gen"}),
        ("уничтожив", "уничтожить", {"ger"}),
        ("авиационными ударами", "авиационный удар", {"ins", "plural"}),
        ("дорожно-транспортных происшествий", "дорожно-транспортное происшествие", {"gen", "plural"}),
        ("бойцам", "боец", {"dat", "plural"}),
        ("нарушение перемирия", "нарушение перемирия", {"nom", "acc"}),
    ],
)
def test_words_have_the_forms_of_their_declension_and_aspect(form: str, lemma: str, tags: set[str]) -> None:
    senses = load_pack("ru").phrases[match_key(form)]
    assert any(sense.lemma == lemma and tags <= sense.forms for sense in senses)


def test_an_explicit_reflexive_verb_is_no_passive() -> None:
    (sense,) = (s for s in load_pack("ru").phrases[match_key("встречались")] if s.kind == "verb")
    assert "passive" not in sense.forms


def _facts(text: str, knowledge: Knowledge) -> list[Claim]:
    report = Report(id="r", text=text, language="ru", published="2020-03-06")
    return [claim for claim in claims(report, knowledge) if is_fact(claim)]


@pytest.mark.parametrize(
    "text",
    [
        "Турецкая армия обстреляла позиции боевиков.",
        "Позиции боевиков обстреляла турецкая армия.",
        "Обстреляла турецкая армия позиции боевиков.",
        "Позиции боевиков были обстреляны турецкой армией.",
    ],
)
def test_who_does_what_is_told_by_case_and_not_by_order(text: str, knowledge: Knowledge) -> None:
    (claim,) = _facts(text, knowledge)
    assert {(actor.role, actor.id) for actor in claim.actors} >= {("perpetrator", "TUR.army")}
    assert ("target", "TUR.army") not in {(actor.role, actor.id) for actor in claim.actors}
