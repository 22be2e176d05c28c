"""The Ukrainian pack: data alone, with the same code that reads Russian."""

from __future__ import annotations

import pytest

from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.cases import run_cases
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import Case, load_cases
from trucewatch.languages.fold import match_key
from trucewatch.languages.load import load_pack
from trucewatch.model import Report


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["uk"])


@pytest.mark.parametrize("case", load_cases("uk"), ids=lambda case: case.where)
def test_a_ukrainian_sentence_gives_its_claims_and_no_others(case: Case, knowledge: Knowledge) -> None:
    (result,) = run_cases([case], knowledge)
    assert result.passed, str(result)


def test_there_are_at_least_forty_cases_and_a_third_of_them_tell_no_event() -> None:
    cases = load_cases("uk")
    quiet = [case for case in cases if not case.claims or any(u.type == "event" for u in case.unwanted)]
    assert len(cases) >= 40
    assert 3 * len(quiet) >= len(cases)


@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("обстріляно", "обстріляти", {"past", "passive"}),
        ("обстрілами", "обстріл", {"ins", "plural"}),
        ("порушень", "порушення", {"gen", "plural"}),
        ("військовослужбовців", "військовослужбовець", {"gen", "plural"}),
        ("ракетною атакою", "ракетна атака", {"ins", "sg"}),
    ],
)
def test_words_have_the_forms_of_their_declension(form: str, lemma: str, tags: set[str]) -> None:
    senses = load_pack("uk").phrases[match_key(form)]
    assert any(sense.lemma == lemma and tags <= sense.forms for sense in senses)


def test_a_name_inside_an_apostrophe_word_is_one_word(knowledge: Knowledge) -> None:
    report = Report(id="r", text="Перемир'я рухнуло в п'ятницю.", language="uk", published="2021-08-25")
    (claim,) = claims(report, knowledge)
    assert claim.type == "state.breakdown"
    assert claim.time is not None
    assert (claim.time.start or "").startswith("2021-08-20")


def test_a_name_listed_once_is_found_in_every_case(knowledge: Knowledge) -> None:
    for name in ("Володимира Зеленського", "Зеленському", "Володимиром Зеленським"):
        assert [n.id for n in knowledge.actors.lookup(match_key(name), "uk")] == ["UKR.zelensky"]


@pytest.mark.parametrize(("name", "place"), [("Одесі", "Odesa"), ("Миколаєві", "Mykolayiv"), ("Харкові", "Kharkiv")])
def test_a_place_is_found_by_the_first_form_of_its_name(name: str, place: str, knowledge: Knowledge) -> None:
    report = Report(id="r", text=f"У {name} загинули двоє солдатів.", language="uk", published="2022-03-05")
    (claim,) = claims(report, knowledge)
    assert claim.place is not None
    assert claim.place.name == place


def test_a_strange_name_stays_a_stranger(knowledge: Knowledge) -> None:
    report = Report(id="r", text="У Абракадабрі загинули двоє солдатів.", language="uk", published="2022-03-05")
    (claim,) = claims(report, knowledge)
    assert claim.place is None or claim.place.lat is None
