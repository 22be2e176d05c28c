"""Where a sentence names places, and what the words beside a name say of it."""

from __future__ import annotations

from tests.extract.reading import a_text, english, knowledge, placed
from trucewatch.extract.claims import _Reader
from trucewatch.extract.places.spot import Spot


def _spots(text: str) -> dict[str, Spot]:
    reader = _Reader(a_text(text), knowledge(), english())
    return {text[s.start : s.end]: s for parsed in reader.parsed() for s in parsed.spots}


def test_an_unknown_name_is_a_place_behind_in_or_near_or_beside_a_kind_of_place() -> None:
    assert "Vexmoor" in _spots("Two men were shot near Vexmoor on Monday.")
    assert "Vexmoor" in _spots("The shells fell on Vexmoor village.")
    assert "Vexmoor" in _spots("The army captured Vexmoor on Monday.")
    assert "Vexmoor" not in _spots("The army thanked Vexmoor on Monday.")


def test_each_name_is_held_by_the_next() -> None:
    found = _spots("A man was shot near the Qanater roundabout in the town of Saraqib in Idlib countryside.")
    assert found["Qanater"].kind == "part"
    assert found["Qanater"].holder is found["Saraqib"]
    assert found["Saraqib"].holder is found["Idlib"]
    assert found["Idlib"].kind == "around"


def test_names_in_a_row_share_what_holds_them() -> None:
    found = _spots("Clashes broke out in Vexmoor and Aldmoor villages in Homs province.")
    assert found["Vexmoor"].kind == "settlement"
    assert found["Vexmoor"].holder is found["Aldmoor"].holder is not None


def test_a_distance_with_its_bearing_stands_before_the_name() -> None:
    spot = _spots("A base 12 km south-west of Hama was shelled.")["Hama"]
    assert (spot.km, spot.bearing, spot.of) == (12.0, 225.0, True)


def test_miles_are_told_in_kilometres() -> None:
    assert round(_spots("A base ten or 10 miles north of Hama was shelled.")["Hama"].km or 0, 1) == 16.1


def test_between_ties_two_names() -> None:
    found = _spots("A convoy was hit between Ariha and Saraqib.")
    assert found["Ariha"].other is found["Saraqib"]


def test_the_small_word_of_a_name_belongs_to_it_and_a_preposition_does_not() -> None:
    assert "al-Vexmoor" in _spots("Two men were shot near al-Vexmoor.")
    assert "Vexmoor" in _spots("Two men were shot at Vexmoor.")


def test_a_known_name_in_a_longer_unknown_one_is_not_taken_alone() -> None:
    found = _spots("Two men were shot in Hama al Vexmoor in Idlib province.")
    assert "Hama al Vexmoor" in found
    assert "Hama" not in found


def test_a_line_in_capitals_shows_no_strangers() -> None:
    assert _spots("SHELLS FALL NEAR VEXMOOR VILLAGE") == {}


def test_small_words_that_are_places_elsewhere_begin_longer_names() -> None:
    assert "Abu Vexmoor" in _spots("Gunmen attacked a post in Abu Vexmoor town in Homs countryside.")


def test_a_name_may_end_with_a_number_and_a_military_base_is_a_base() -> None:
    found = _spots("Snipers shot a soldier near the Regiment 46 - Military Base in Aleppo province.")
    assert found["Regiment 46"].kind == "site"
    assert found["Regiment 46"].holder is found["Aleppo"]


def test_a_road_runs_between_two_towns_also_where_one_is_spelled_by_ear() -> None:
    place = placed("A mine went off on the Saraqib-Areeha road in Idlib.")
    assert place["Saraqib"].name == "Saraqib – Ariha"


def test_an_article_with_its_hyphen_is_no_end_of_a_road() -> None:
    assert "Al" not in placed("Two died in the Al-Vexmoor area near Ariha.")


def test_religions_and_networks_are_no_places() -> None:
    found = placed("A post on Facebook said shells hit a Coptic church and the Catholic school in Homs.")
    assert not {"Facebook", "Coptic", "Catholic"} & set(found)
    assert "Homs" in found


def test_a_name_that_is_one_only_with_the_word_behind_it() -> None:
    assert placed("Five people were killed in the Zamzam camp near El Fasher.")["Zamzam"].name == "Zamzam camp"
    assert all(p.name != "Zamzam camp" for p in placed("Pilgrims drank from the well of Zamzam in Mecca.").values())
    assert placed("Shells fell near the Erez crossing.")["Erez"].name == "Erez crossing"
