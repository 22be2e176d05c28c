"""The Turkish pack: suffix chains with vowel harmony, names with endings, and the verb at the end."""

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
    return load_knowledge(languages=["tr"])


@pytest.mark.parametrize("case", load_cases("tr"), ids=lambda case: case.where)
def test_a_turkish_sentence_gives_its_claims_and_no_others(case: Case, knowledge: Knowledge) -> None:
    (result,) = run_cases([case], knowledge)
    assert result.passed, str(result)


def test_there_are_at_least_150_cases_and_a_third_of_them_tell_no_event() -> None:
    cases = load_cases("tr")
    quiet = [
        case
        for case in cases
        if "event" in {unwanted.type for unwanted in case.unwanted}
        or all(set(wanted.modalities) & UNREAL or wanted.polarity == "-" for wanted in case.claims)
    ]
    assert len(cases) >= 150
    assert 3 * len(quiet) >= len(cases)


@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("öldürüldü", "öldürmek", {"past", "passive"}),
        ("etkisiz hale getirildiğini", "etkisiz hale getirmek", {"past", "passive", "nominal"}),
        ("bombalamadı", "bombalamak", {"past", "negative"}),
        ("ateş açılması", "ateş açmak", {"inf", "passive", "nominal"}),
        ("saldırırsa", "saldırmak", {"condition"}),
        ("uçaklarının", "uçak", {"gen", "plural", "poss"}),
        ("köye", "köy", {"dat"}),
        ("çocuğu", "çocuk", {"acc", "poss"}),
        ("hava saldırılarında", "hava saldırı-sı", {"loc", "plural"}),
    ],
)
def test_words_have_the_forms_of_their_vowels(form: str, lemma: str, tags: set[str]) -> None:
    senses = load_pack("tr").phrases[match_key(form)]
    assert any(sense.lemma == lemma and tags <= sense.forms for sense in senses)


def _facts(text: str, knowledge: Knowledge) -> list[Claim]:
    report = Report(id="r", text=text, language="tr", published="2020-03-06")
    return [claim for claim in claims(report, knowledge) if is_fact(claim)]


def test_dotted_and_dotless_letters_tell_words_apart(knowledge: Knowledge) -> None:
    assert [c.type for c in _facts("Köyde 5 kişi öldü.", knowledge)] == ["harm.killed"]
    assert _facts("Köyde 5 kişi oldu.", knowledge) == []


@pytest.mark.parametrize(
    "text",
    [
        "Suriye ordusunun saldırısında iki sivil öldü.",
        "Suriye ordusu tarafından düzenlenen saldırıda iki sivil öldü.",
        "Saldırıda iki sivil Suriye ordusu tarafından öldürüldü.",
        "Bakanlık, Suriye ordusunun iki sivili öldürdüğünü açıkladı.",
    ],
)
def test_who_did_it_is_told_by_endings_and_postpositions(text: str, knowledge: Knowledge) -> None:
    found = _facts(text, knowledge)
    assert any(actor.id == "SYR.army" for claim in found for actor in claim.actors), found
    assert any(f.measure == "killed" and f.low == 2 for claim in found for f in claim.figures)


@pytest.mark.parametrize("name", ["İdlib'de", "Idlib'de", "İdlib’de"])
def test_a_name_is_found_whatever_its_apostrophe(name: str, knowledge: Knowledge) -> None:
    (claim,) = _facts(f"{name} bir asker öldürüldü.", knowledge)
    assert claim.place is not None
    assert claim.place.name == "Idlib province"


def test_a_name_is_found_with_an_ending_written_in_one_word(knowledge: Knowledge) -> None:
    report = Report(
        id="r",
        text="Milli Savunma Bakanlığından yapılan açıklamada 3 askerin yaralandığı bildirildi.",
        language="tr",
        published="2020-03-06",
    )
    (claim,) = claims(report, knowledge)
    assert [link.id for link in claim.attribution] == ["TUR.mod"]
