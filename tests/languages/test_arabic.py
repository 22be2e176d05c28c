"""Arabic: joined words, forms made when the pack is compiled, digits, and a pack that tells acts from talk of them."""

from __future__ import annotations

import pytest

from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import OPEN, load_cases
from trucewatch.languages.fold import fold, match_key
from trucewatch.languages.load import load_pack
from trucewatch.model import Claim, Report


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["ar"])


def _told(text: str, knowledge: Knowledge, published: str = "2020-03-05") -> list[Claim]:
    return claims(Report(id="r_1", text=text, language="ar", published=published), knowledge)


def test_there_are_enough_cases_and_a_third_of_them_tell_of_nothing_that_happened() -> None:
    cases = [*load_cases("ar"), *load_cases("ar", OPEN)]
    quiet = [c for c in cases if not c.claims or any(u.type == "event" for u in c.unwanted)]
    assert len(cases) >= 150
    assert len(quiet) >= len(cases) / 3


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("قتيلان", "قتيل"), ("القتلى", "قتيل"), ("أصيبت", "أصيب"), ("يستهدفون", "استهدف"), ("استهداف", "استهدف")],
)
def test_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    assert lemma in {sense.lemma for sense in load_pack("ar").phrases[match_key(form)]}


@pytest.mark.parametrize("loaded", ["شهيد", "قتيل"])
def test_honorifics_and_plain_words_give_the_same_type(loaded: str, knowledge: Knowledge) -> None:
    found = _told(f"{loaded} بقصف مدفعي على بلدة سرمين.", knowledge)
    assert [(c.type, [(f.measure, f.low) for f in c.figures]) for c in found] == [("kin.shelling", [("killed", 1.0)])]
    assert loaded in found[0].quote


@pytest.mark.parametrize("name", ["عدوان", "هجوم"])
def test_a_loaded_word_for_an_attack_is_no_type_of_its_own(name: str, knowledge: Knowledge) -> None:
    found = _told(f"{name} على بلدة سرمين يوقع ثلاثة قتلى.", knowledge)
    assert {c.type.partition(".")[0] for c in found} <= {"kin", "civ", "harm"}
    assert found


@pytest.mark.parametrize("digits", ["12", "١٢", "۱۲"])
def test_digits_of_three_kinds_count_alike(digits: str, knowledge: Knowledge) -> None:
    found = _told(f"مقتل {digits} مدنيا بغارة على أريحا.", knowledge)
    assert [(f.measure, f.low, f.high) for c in found for f in c.figures] == [("killed", 12.0, 12.0)]


@pytest.mark.parametrize("month", ["آذار", "مارس", "آذار/مارس", "مارس/آذار"])
def test_both_traditions_of_month_names_are_one_month(month: str, knowledge: Knowledge) -> None:
    found = _told(f"قتل مدني بقصف على سرمين في 3 {month} 2020.", knowledge)
    assert [c.time.start for c in found if c.time] == ["2020-03-03"]


def test_arabic_signs_and_the_underscore_of_hashtags_fold_to_plain_ones() -> None:
    assert fold("#تل_رفعت، ٣٫٥؛").text == "#تل رفعت, 3.5;"


def test_a_place_has_one_id_in_every_spelling(knowledge: Knowledge) -> None:
    found = [c.place for name in ("إدلب", "ادلب", "#إدلب") for c in _told(f"قصف على مدينة {name}.", knowledge)]
    assert len(found) == 3
    assert len({place.id for place in found if place}) == 1


def test_a_village_that_no_list_has_keeps_its_name_and_gets_no_point(knowledge: Knowledge) -> None:
    found = _told("قصف مدفعي على قرية العطشانة بريف حماة.", knowledge)
    assert [(c.place.text, c.place.lat) for c in found if c.place] == [("العطشانة", None)]
