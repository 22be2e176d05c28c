"""What a name of a place means, with what stands beside it and what else the report names."""

from __future__ import annotations

import pytest

from tests.extract.reading import knowledge, placed
from trucewatch.gazetteer.distance import km_between


def test_a_spelling_that_no_list_has_is_found_in_the_province_that_is_said_to_hold_it() -> None:
    place = placed("Gunmen shot two men in Kefar Takhareem town in Idleb countryside.")["Kefar Takhareem"]
    assert (place.name, place.level) == ("Kafr Takharim", "settlement")


def test_a_namesake_outside_the_province_named_is_not_taken() -> None:
    place = placed("Gunmen shot two men in Saraqib village in Homs countryside.")["Saraqib"]
    assert place.lat is None
    assert "SY-HI" in place.within


def test_a_village_that_no_list_has_is_not_its_province() -> None:
    place = placed("Gunmen shot two men in Vexmoor in Deir ez-Zor.")["Vexmoor"]
    assert (place.lat, place.id) == (None, None)
    assert place.within[-1] == "SY"


def test_an_unknown_neighbourhood_is_where_its_town_is() -> None:
    place = placed("Two died in the Vexmoor neighbourhood in Gaza City.")["Vexmoor"]
    assert (place.text, place.name, place.level) == ("Vexmoor", "Gaza City", "settlement")
    assert (place.radius_km or 0) >= 5


def test_an_unknown_camp_in_a_province_is_not_its_chief_town() -> None:
    assert placed("Two died in Vexmoor camp in Hasakah.")["Vexmoor"].lat is None


def test_a_distance_moves_the_point_and_widens_the_circle() -> None:
    found = placed("A base 12 km south of the city of Hama was hit. A man was shot in the city of Hama.")
    place = found["Hama"]
    assert place.relation in ("distance", "in")
    moved = placed("A base 12 km south of Hama was hit.")["Hama"]
    assert moved.relation == "distance"
    assert round(km_between(moved.lat or 0, moved.lon or 0, 35.134, 36.755)) == 12
    assert (moved.radius_km or 0) > 6


def test_a_distance_without_a_bearing_is_a_circle_around_the_town() -> None:
    place = placed("A base 12 km from Hama was hit.")["Hama"]
    assert (place.relation, place.level) == ("distance", "zone")
    assert (place.radius_km or 0) >= 18


def test_between_two_towns_is_the_stretch_that_reaches_both() -> None:
    place = placed("A convoy was hit between Ariha and Saraqib.")["Ariha"]
    assert (place.relation, place.name) == ("between", "Ariha – Saraqib")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A convoy was hit on the road linking Ariha and Saraqib.", "en"),
        ("A convoy was hit on the highway connecting Ariha with Saraqib.", "en"),
        ("Un convoi a été touché sur la route reliant Ariha à Saraqib.", "fr"),
    ],
)
def test_a_road_that_links_two_towns_lies_between_them(text: str, language: str) -> None:
    place = placed(text, language)["Ariha"]
    assert (place.relation, place.name) == ("between", "Ariha – Saraqib")


def test_a_name_known_by_its_sound_alone_is_not_looked_for_far_from_what_the_report_names() -> None:
    near = placed("Shelling hit the village of Kaneesat Nakhla near Darkush in Idlib province.")
    far = placed("Shelling hit the village of Sarajeb in Hasakah province, near Tal Tamr.")
    assert near["Darkush"].lat is not None
    assert far["Sarajeb"].lat is None


def test_between_a_town_and_a_stranger_is_not_known() -> None:
    place = placed("A convoy was hit between Ariha and Vexmoor.")["Ariha"]
    assert (place.lat, place.relation) == (None, "between")


@pytest.mark.parametrize("words", ["on the M4 near Ariha", "on the M4 east of Ariha"])
def test_a_road_near_a_town_is_the_point_of_the_road_that_is_nearest(words: str) -> None:
    place = placed(f"A car burned {words}.")["M4"]
    assert (place.level, place.relation) == ("route", "near")
    assert km_between(place.lat or 0, place.lon or 0, 35.814, 36.610) < 5


def test_south_of_a_town_is_near_it() -> None:
    place = placed("Shells fell south of Saraqib.")["Saraqib"]
    assert place.relation == "near"
    assert (place.radius_km or 0) > 10


def test_a_town_behind_which_its_state_stands_is_the_one_in_it() -> None:
    assert placed("Two people were shot in Paris, Texas.")["Paris"].country == "US"


def test_in_french_the_kind_of_place_stands_before_the_name() -> None:
    place = placed("Deux hommes ont été tués dans le quartier Vexmoor à Alep.", "fr")["Vexmoor"]
    assert place.name == "Aleppo"


def test_a_short_name_of_a_state_behind_a_comma_holds_the_town_everywhere_in_the_report() -> None:
    text = "NAPLES, Fla. - A man was shot on Monday. He had lived in Naples for years."
    assert placed(text)["Naples"].within[0] == "US-FL"


def test_what_is_wider_than_half_a_continent_is_known_and_has_no_point() -> None:
    place = placed("Two men were shot in Russia.")["Russia"]
    assert (place.id, place.level, place.lat) == ("RU", "country", None)


def test_it_still_holds_what_lies_in_it() -> None:
    assert placed("He was arrested in Perm, Russia.")["Perm"].country == "RU"


def test_a_county_is_not_the_town_of_its_name() -> None:
    assert placed("Two people were shot in Dallas County.")["Dallas"].lat is None


def test_two_names_that_each_hold_the_other_do_not_go_round_in_circles() -> None:
    found = placed("A man was shot in Ariha in Saraqib. A man was shot in Saraqib in Ariha.")
    assert set(found) == {"Ariha", "Saraqib"}


def test_short_names_are_words_elsewhere() -> None:
    assert set(placed("Shells fell in Homs, and in Hama it was calm.")) == {"Homs", "Hama"}
    assert set(placed("In Hama or Homs nobody was hurt.")) == {"Hama", "Homs"}


def test_a_school_called_after_a_city_abroad_is_not_there() -> None:
    found = placed("Two people died near the Tunis School in the Zaytoun neighbourhood of Gaza City.")
    assert found["Tunis"].country in (None, "PS")
    assert placed("Two people died in Gaza City. Nobody was hurt at Tunis School.")["Tunis"].lat is None


def test_a_town_abroad_is_not_taken_in_a_report_that_speaks_of_another_country() -> None:
    text = "Shells fell in Homs province and in Aleppo. Two men were shot in Larissa."
    assert placed(text)["Larissa"].lat is None


def test_an_area_east_of_a_town_is_by_that_town_and_not_where_a_namesake_is() -> None:
    assert placed("A house in the Vexmoor area, east of Khan Younis, was hit.")["Vexmoor"].country == "PS"
    found = placed("A house was hit in the Ma'an area, east of Khan Younis.")["Ma'an"]
    assert found.country == "PS"


def test_the_name_of_a_family_is_no_place_of_the_act() -> None:
    assert placed("A strike hit the home of the Safi family in Gaza City.")["Safi"].lat is None


def test_two_sides_between_whom_there_is_fighting_are_no_towns() -> None:
    assert set(placed("Clashes broke out between Vexmoor and Aldmoor in Ariha.")) == {"Ariha"}


def test_an_unknown_village_in_a_towns_countryside_or_district_lies_about_the_town() -> None:
    for words in (
        "Vexmoor village in the countryside of Ariha",
        "Vexmoor in Ariha district",
        "Vexmoor in the Ariha area",
    ):
        place = placed(f"Shells fell in {words}.")["Vexmoor"]
        assert (place.name, place.level, place.relation, place.id) == ("Vexmoor", "district", "near", None)
        assert (place.lat, place.lon, place.radius_km) == (35.814, 36.61, 20.0)
        assert "SY-ID" in place.within


def test_an_unknown_village_in_a_provinces_countryside_stays_open() -> None:
    place = placed("Shells fell in Vexmoor village in Homs countryside.")["Vexmoor"]
    assert (place.lat, place.within[0]) == (None, "SY-HI")


def test_the_road_between_two_towns_is_the_stretch_between_them() -> None:
    place = placed("A convoy was hit on the Ariha-Saraqib road.")["Ariha"]
    assert (place.relation, place.name) == ("between", "Ariha – Saraqib")
    assert "Ariha-Saraqib" in placed("Ariha-Saraqib talks were held in Homs near Ariha-Saraqib.")


def test_the_eastern_of_two_places_of_one_name_is_beside_the_one_that_is_known() -> None:
    place = placed("Gunmen shot a man in Eastern Saraqib town in Idlib countryside.")["Eastern Saraqib"]
    assert (place.name, place.relation, place.id) == ("Eastern Saraqib", "near", None)
    assert (place.radius_km or 0) > 8
    assert placed("Gunmen shot a man in Eastern Saraqib town in Homs countryside.")["Eastern Saraqib"].lat is None


def test_the_chief_town_is_found_by_its_sound_where_only_the_province_is_spelled_so() -> None:
    place = placed("Gunmen shot a man in As-Sweida city.")["As-Sweida"]
    assert (place.name, place.level) == ("Suwayda", "settlement")


def test_a_town_far_from_all_that_a_report_names_is_left_open_for_a_smaller_namesake() -> None:
    found = placed("Police searched a house in Leicester. Shops closed in Saraqib, Ariha and Binnish.")["Leicester"]
    assert found.lat is None
    assert found.candidates[0].name == "Leicester"
    assert placed("Police searched a house in Leicester.")["Leicester"].lat is not None
    told = placed("Police in Germany searched a house in Leipzig. Shops closed in Saraqib, Ariha and Binnish.")
    assert told["Leipzig"].lat is not None


def test_the_bare_name_of_a_province_whose_town_is_called_a_city_is_the_province() -> None:
    found = placed("Voters in Quebec went to the polls; crowds met in Quebec City in Canada.")
    assert (found["Quebec"].id, found["Quebec"].lat) == ("CA-QC", None)
    assert found["Quebec City"].level == "settlement"


def test_a_name_known_only_abroad_that_is_said_to_be_in_a_town_is_in_that_town() -> None:
    place = placed("A strike hit a flat in Madrid in Ariha.")["Madrid"]
    assert (place.lat, place.name) == (35.814, "Ariha")
    assert placed("He flew from Madrid to Ariha.")["Madrid"].name == "Madrid"


def test_a_town_beyond_the_rough_circle_of_a_side_of_its_province_is_still_meant() -> None:
    place = placed("Shells hit Bzaa town in the northern Aleppo countryside.")["Bzaa"]
    assert (place.name, place.level) == ("Bzaa", "settlement")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the southern countryside of Idlib", "zone.idlib-south"),
        ("the western countryside of Aleppo", "zone.aleppo-west"),
        ("the north-western countryside of Aleppo", "SY-HL"),
    ],
)
def test_a_compass_word_before_a_province_tells_its_side_where_there_is_one(words: str, side: str) -> None:
    name = words.rpartition(" ")[2]
    assert placed(f"Shells hit a farm in {words}.")[name].id == side


def test_a_village_that_no_list_has_lies_in_the_side_of_the_province_that_is_told_with_it() -> None:
    place = placed("Shells hit the village of Vexmoor in the southern countryside of Idlib.")["Vexmoor"]
    assert (place.name, place.id, place.level, place.radius_km) == ("Vexmoor", None, "zone", 30.0)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells hit the village of Vexmoor south of Jindires.", "en", "Vexmoor"),
        ("انفجار في قرية فكسمور جنوب مدينة جنديرس", "ar", "فكسمور"),
        ("انفجار في قرية فكسمور بريف مدينة جنديرس", "ar", "فكسمور"),
    ],
)
def test_a_village_on_a_side_of_a_town_lies_about_it(text: str, language: str, name: str) -> None:
    place = placed(text, language)[name]
    assert (place.level, place.relation, place.radius_km, place.id) == ("district", "near", 20.0, None)
    assert km_between(place.lat or 0, place.lon or 0, 36.394, 36.689) < 1


def test_the_countryside_of_a_town_reaches_further_than_the_town() -> None:
    found = placed("Shells hit a farm in the countryside of the town of Tal Tamr.")["Tal Tamr"]
    assert (found.relation, found.radius_km) == ("near", 13.0)


def test_north_western_is_not_north() -> None:
    place = placed("A base 12 km north-west of Hama was hit.")["Hama"]
    assert (place.lon or 99) < 36.70


def test_a_half_of_a_village_lies_beside_the_other_half() -> None:
    place = placed("Gunmen shot two men in Western Barri in Hama province.")["Western Barri"]
    assert (place.name, place.id, place.relation) == ("Western Barri", None, "near")


def test_words_for_a_building_behind_a_dash_are_no_second_place() -> None:
    found = placed("Gunmen shot two men near Saraqib - Military Base in Idlib.")
    assert found["Saraqib"].relation == "near"
    assert "Military Base" not in found


def test_a_village_said_to_be_in_a_town_lies_about_it() -> None:
    place = placed("Shells hit Vexmoor village in Jindires in Aleppo province.")["Vexmoor"]
    assert (place.name, place.level, place.radius_km) == ("Vexmoor", "district", 20.0)


def test_a_dam_that_lies_south_of_a_town_is_not_in_it() -> None:
    place = placed("Drones hit Tishrin Dam south of Kobani.")["Tishrin Dam"]
    assert place.name == "Tishrin Dam"


def test_a_side_of_a_province_told_right_behind_a_village_holds_it() -> None:
    place = placed("القصف استهدف بلدة فكسمور غربي حلب", "ar")["فكسمور"]
    assert place.within[:1] == ("zone.aleppo-west",)


def test_south_of_a_town_is_about_it_in_arabic_too() -> None:
    place = placed("قصف بطائرة مسيرة جنوب مدينة جنديرس", "ar")["جنديرس"]
    assert (place.relation, place.radius_km) == ("near", 11.0)


def test_a_quarter_told_with_a_town_does_not_make_the_town_one() -> None:
    assert placed("Shells hit Azaz and the Vexmoor School in Aleppo.")["Azaz"].name == "Azaz"


def test_a_unit_is_no_place() -> None:
    found = placed("Gunmen attacked a 25th Armored Division checkpoint on the outskirts of Ariha.")
    assert list(found) == ["Ariha"]


def test_a_distance_in_brackets_tells_where_an_unknown_village_is() -> None:
    place = placed("Shells hit the town of Vexmoor (16 km east of Hama).")["Vexmoor"]
    assert (place.name, place.relation, place.id) == ("Vexmoor", "distance", None)
    assert round(km_between(place.lat or 0, place.lon or 0, 35.134, 36.755)) == 16


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قصف على قرية الدلبوثة التابعة لناحية جنديرس.", "ar"),
        ("قصف على قرية الدلبوثة بريف جنديرس.", "ar"),
    ],
)
def test_a_village_lies_about_the_town_that_it_belongs_to(text: str, language: str) -> None:
    place = placed(text, language)["الدلبوثة"]
    assert (place.name, place.relation, place.radius_km) == ("الدلبوثة", "near", 20.0)


def test_what_belongs_to_the_chief_town_of_a_province_may_lie_anywhere_in_it() -> None:
    assert placed("قصف على قرية الدلبوثة التابعة لمدينة الحسكة.", "ar")["الدلبوثة"].lat is None


def test_a_town_in_what_holds_it_is_not_its_namesake_across_the_border() -> None:
    place = placed("Suriye'nin Haseke kentine bağlı Resulayn ilçesinde bomba patladı.", "tr")["Resulayn"]
    assert place.country == "SY"


@pytest.mark.parametrize(
    ("text", "language", "side"),
    [
        ("قصف على بلدة الدلبوثة بريف درعا الشرقي.", "ar", "zone.daraa-east"),
        ("قصف على بلدة الدلبوثة غربي محافظة حلب.", "ar", "zone.aleppo-west"),
        ("Shells hit the village of Vexmoor in the northern countryside of Quneitra.", "en", "zone.quneitra-north"),
    ],
)
def test_a_village_on_a_side_of_a_province_lies_in_that_zone(text: str, language: str, side: str) -> None:
    place = next(iter(placed(text, language).values()))
    zone = knowledge().gazetteer.by_id(side)
    assert zone is not None
    assert (place.lat, place.lon, place.radius_km, place.id) == (zone.lat, zone.lon, zone.radius_km, None)


def test_a_village_on_a_side_too_wide_keeps_its_name_and_no_point() -> None:
    place = placed("قصف على بلدة الدلبوثة بريف دير الزور الشرقي.", "ar")["الدلبوثة"]
    assert place.lat is None
    assert place.within[0] == "zone.deir-ez-zor-east"


def test_a_side_of_a_country_holds_its_province() -> None:
    assert placed("A man was shot in Syria's northwestern province of Idlib.")["Idlib"].name == "Idlib province"


def test_a_city_abroad_lends_its_name_to_no_province_here() -> None:
    assert placed("قصف على بلدة سرمين بمقاطعة برلين في سوريا.", "ar")["برلين"].country != "DE"
    assert placed("قصف على بلدة سرمين بمقاطعة الجزيرة في سوريا.", "ar")["مقاطعة الجزيرة"].country == "SY"


def test_a_road_between_two_towns_with_a_dash_is_the_stretch_between_them() -> None:
    place = placed("استهدفت مسيرة سيارة على طريق سراقب - أريحا.", "ar")["سراقب"]
    assert (place.relation, place.name) == ("between", "Saraqib – Ariha")


def test_a_city_is_not_where_another_sentence_has_put_its_name() -> None:
    moved = placed("The Toronto man lives in Toronto, Vancouver. Mayors of the Toronto area met in Canada.")
    assert moved["Toronto"].lat is None or round(moved["Toronto"].lon or 0) == -79


def test_a_hospital_called_after_a_province_does_not_make_the_province_a_part_of_a_town() -> None:
    assert placed("She lay in the Children's Hospital of Manitoba in Winnipeg.")["Manitoba"].level == "province"


def test_a_district_that_no_list_has_lies_about_the_town_that_it_is_said_to_be_of() -> None:
    place = placed("Shells hit the Vexmoorskyi district of Donetsk, killing one.")["Vexmoorskyi"]
    assert (place.id, place.relation, place.radius_km) == (None, "near", 20.0)


def test_the_end_of_a_highway_is_not_where_a_convoy_near_an_unknown_town_was_hit() -> None:
    found = placed("A convoy was hit on the Damascus-Beirut highway near Vexmoor, killing two.")
    assert found["Damascus"].relation == "between"
    assert found["Vexmoor"].lat is None
