"""Names that hold another name: schools, forces and villages called after a town are not in that town."""

from __future__ import annotations

import pytest

from tests.extract.reading import placed, told


@pytest.mark.parametrize(
    "text",
    [
        "Nine were killed in a strike on the Nablus School near a mosque in the Zaytoun neighbourhood of Gaza City.",
        "A strike hit the Muscat School, a shelter for many in the Zaytoun neighbourhood in the east of Gaza City.",
        "Three were killed in the Nablus School, which sheltered many in the Zaytoun neighbourhood of Gaza City.",
    ],
)
def test_a_school_is_in_the_quarter_in_which_its_sentence_goes_on_to_put_it(text: str) -> None:
    assert {claim.place.name for claim in told(text) if claim.place} == {"Gaza City"}


def test_a_school_is_not_in_the_quarter_of_what_happened_next() -> None:
    claims = told("Two were killed in shelling on Aleppo University, and others died in the Zaytoun quarter of Idlib.")
    assert claims[0].place is not None
    assert claims[0].place.id == "sy.aleppo"


def test_a_hospital_that_bears_the_name_of_a_country_is_not_that_country() -> None:
    place = placed("Two people were killed in a strike on the Kuwait Hospital in Ariha in Syria.")["Kuwait"]
    assert place.country != "KW"


def test_a_word_before_a_word_for_a_building_does_not_part_it_from_its_name() -> None:
    place = placed("A strike hit a flat in the Hamad Town residential complex in Khan Yunis.")["Hamad Town"]
    assert place.name == "Khan Younis"


@pytest.mark.parametrize(
    "text", ["Police in the Cincinnati suburb of West Chester shot a man.", "In the Hunan city of Yueyang two died."]
)
def test_what_a_city_or_a_province_holds_is_named_behind_it(text: str) -> None:
    held, holder = reversed(placed(text).values())
    assert held.name not in (None, holder.name)


def test_a_force_called_after_a_town_may_be_anywhere() -> None:
    (claim,) = told("Gunmen clashed with the Liberation Army of Manbij on the frontline of Sarmin.")
    assert claim.place is not None
    assert claim.place.name == "Sarmin"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Rebels captured the village of Abu Homs in Aleppo province.", "en", "Abu Homs"),
        ("Un bombardement a frappé le village d'Abou Homs dans la province d'Alep.", "fr", "Abou Homs"),
        ("قتل مدنيان بقصف على قرية أبو حمص في ريف حلب.", "ar", "أبو حمص"),
        ("قتل مدنيان بقصف على قرية أم الدلبوث بريف سرمين.", "ar", "أم الدلبوث"),
    ],
)
def test_what_abu_or_umm_opens_is_another_name(text: str, language: str, name: str) -> None:
    place = placed(text, language)[name]
    assert (place.id, place.level) in ((None, None), (None, "district"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجر لغم بسيارة تابعة للواء القدس قرب السخنة بريف حمص.", "Al-Sukhnah"),
        ("اشتبك لواء حلب مع مسلحين في بلدة تل رفعت.", "Tell Rifaat"),
        ("اشتباكات بين كتائب حمص وتنظيم الدولة في مدينة تدمر.", "Palmyra"),
    ],
)
def test_a_brigade_called_after_a_city_is_not_there(text: str, name: str) -> None:
    assert {claim.place.name for claim in told(text, "ar") if claim.place} == {name}


def test_and_that_is_no_town_in_arabic_and_the_canton_of_the_peninsula_is_not_algiers() -> None:
    assert "وأن" not in placed("وسبق وأن أعلن الجيش مسؤوليته عن عدة ضربات في سوريا.", "ar")
    places = placed("قتل شخصان بقصف على ريف مدينة الدرباسية بإقليم الجزيرة.", "ar")
    assert {place.id for place in places.values()} == {"zone.jazira", "gn:170887"}
    assert placed("قتل جندي في هجوم بولاية وان شرقي تركيا.", "ar")["وان"].country == "TR"


def test_abu_kamal_is_the_town_that_bears_this_name() -> None:
    assert placed("Clashes erupted near Abu Kamal in eastern Syria.")["Abu Kamal"].name == "Al-Bukamal"


def test_the_mother_of_two_children_is_no_village() -> None:
    assert list(placed("اعتقل مسلحون أم طفلين في مدينة عفرين.", "ar")) == ["عفرين"]


def test_the_village_of_a_name_in_brackets_that_is_a_province_lies_in_it() -> None:
    place = placed("Opposition factions clashed with the army on the Vexmoor frontline (Aleppo).")["Vexmoor"]
    assert (place.lat, place.area) == (None, None)
    assert "SY-HL" in place.within


def test_an_area_of_a_town_is_in_its_district_and_keeps_its_own_place() -> None:
    assert placed("Shelling hit the Binnish area of Ariha in Idlib province.")["Binnish"].name == "Binnish"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("سقطت قذائف على الريف الجنوبي لإدلب.", "zone.idlib-south"),
        ("سقطت قذائف على الريف الشمالي من محافظة حلب.", "zone.aleppo-north"),
        ("قتل عنصران في الريف الشرقي لمحافظة درعا.", "zone.daraa-east"),
    ],
)
def test_a_side_told_before_its_province_in_arabic_is_that_side(text: str, side: str) -> None:
    assert side in {place.id for place in placed(text, "ar").values()}


def test_a_directorate_is_a_district_of_yemen_and_an_office_elsewhere() -> None:
    assert placed("قتل ثلاثة مدنيين في غارة على منزل بمديرية عبس في محافظة حجة.", "ar")["عبس"].level == "district"
    claims = told("قتل موظفان في غارة على مبنى مديرية التربية بمدينة إدلب.", "ar")
    assert {claim.place.id for claim in claims if claim.place} == {"sy.idlib"}


def test_places_a_continent_apart_are_the_ends_of_no_stretch() -> None:
    (place, _) = placed("A mine hit a truck on the road between Ariha and Paris.").values()
    assert (place.lat, place.area) == (None, None)


@pytest.mark.parametrize(
    ("text", "language", "name", "town"),
    [
        ("A man was killed at a home on Lowell Avenue in Columbus, Ohio.", "en", "Lowell", "Columbus"),
        ("A boy was shot in the 3400 block of Oxford in Columbus, Ohio.", "en", "Oxford", "Columbus"),
        ("A man was shot on Oxford Road in Atlanta, Georgia.", "en", "Oxford", "Atlanta"),
        ("Two were wounded on Chandler Street, Cincinnati.", "en", "Chandler", "Cincinnati"),
        ("Un homme a été tué rue de Homs à Beyrouth.", "fr", "Homs", "Beirut"),
        ("قتل مدني برصاص مجهولين في شارع حلب بمدينة حماة.", "ar", "حلب", "Hama"),
    ],
)
def test_a_street_called_after_a_town_is_in_the_town_that_holds_it(
    text: str, language: str, name: str, town: str
) -> None:
    assert placed(text, language)[name].name == town


def test_the_main_street_of_a_town_and_the_road_to_it_are_there() -> None:
    assert placed("Gunmen shot two men on the main street of Saraqib.")["Saraqib"].name == "Saraqib"
    assert placed("A mine exploded on the Saraqib road, killing two.")["Saraqib"].name == "Saraqib"


def test_two_names_in_a_row_of_which_none_holds_the_other_are_somebody() -> None:
    (claim,) = told("Kyle Lincoln was shot and killed inside a home in Hartford, Connecticut.")
    assert claim.place is not None
    assert claim.place.name == "Hartford"
    assert placed("Shelling hit Sarmin Idlib on Monday.")["Sarmin"].name == "Sarmin"


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("İdlib'in güneyindeki Kefer Nebil köyüne hava saldırısı düzenlendi.", "Kefer Nebil", "sy.kafr-nabl"),
        ("Suriye'nin kuzeyindeki Tel Abyad kentinde bombalı saldırı düzenlendi.", "Tel Abyad", "gn:163750"),
        ("Türkiye'nin güneyindeki Suriye sınırında iki asker yaralandı.", "Suriye", "SY"),
    ],
)
def test_what_lies_on_a_side_of_an_area_in_turkish_is_where_the_act_was(text: str, name: str, id_: str) -> None:
    assert placed(text, "tr")[name].id == id_


def test_an_unknown_village_on_a_side_of_a_province_in_turkish_is_in_that_zone() -> None:
    place = placed("İdlib'in kuzeyindeki Deyr Vexmur köyü bombalandı.", "tr")["Deyr Vexmur"]
    assert (place.id, place.within[0]) == (None, "zone.idlib-north")


def test_the_middle_of_the_city_is_the_city_and_not_its_province_in_arabic() -> None:
    (claim, *_) = told("فجر انتحاري نفسه في مقهى وسط مدينة الرقة.", "ar")
    assert claim.place is not None
    assert claim.place.id == "sy.raqqa"


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("قتل مدني في بلدة كفر تعال غربي حلب.", "كفر تعال", "Kafr Taal"),
        ("قتل شاب في مدينة رأس العين شمال الحسكة.", "رأس العين", "Ras al-Ain"),
        ('غارات على أوتوستراد "دمشق-درعا" في سوريا.', "دمشق", "Damascus – Daraa province"),
    ],
)
def test_names_before_a_side_and_roads_between_quotation_marks_are_read_in_arabic(
    text: str, name: str, known: str
) -> None:
    assert placed(text, "ar")[name].name == known


def test_a_word_that_opens_names_is_none_by_itself() -> None:
    assert list(placed("استنفار أمني بريف دير في سوريا.", "ar")) == ["سوريا"]
    assert placed("قصف على قرية زور مغار قرب جرابلس.", "ar")["زور مغار"].id is None
