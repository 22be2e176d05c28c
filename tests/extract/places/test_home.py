"""The one town that a report is about: what lies in it that no list has, and what may not be put there."""

from __future__ import annotations

from tests.extract.reading import placed, told
from trucewatch.model import Place


def _place(text: str, language: str = "en", **fields: str) -> Place | None:
    """The place of the first act of a text."""
    return next(c for c in told(text, language, **fields) if c.type.startswith(("kin.", "civ.", "harm."))).place


def _name(text: str, language: str = "en", **fields: str) -> str | None:
    place = _place(text, language, **fields)
    return None if place is None else place.name


def test_the_police_of_a_town_tell_of_what_was_in_it() -> None:
    place = _place("Tulsa Police say two people were shot at a bar.")
    assert place is not None
    assert (place.name, place.basis) == ("Tulsa", "inherited")


def test_the_mayor_of_one_town_may_tell_of_another() -> None:
    assert _name("Drones struck a depot in Kursk, the mayor of Moscow said.") == "Kursk"


def test_state_police_are_those_of_no_town() -> None:
    place = _place("State police said three people were killed on Vexmoor Street.")
    assert place is not None
    assert place.lat is None


def test_a_street_lies_in_the_only_town_that_a_report_tells_of() -> None:
    text = "Two people were shot on Vexmoor Street on Friday. It was the third shooting in Denver this week."
    assert placed(text)["Vexmoor"].name == "Denver"


def test_a_street_lies_in_no_town_where_a_report_tells_of_two() -> None:
    text = "Two people were shot on Vexmoor Street. Shots were fired in Denver on Monday, and in Tulsa on Tuesday."
    assert placed(text)["Vexmoor"].lat is None


def test_a_street_lies_in_no_town_where_a_village_is_told_of_that_no_list_has() -> None:
    text = "Two people were shot on Vexmoor Street in the village of Kafr Xyzzyq. Shots were fired in Denver on Monday."
    assert placed(text)["Vexmoor"].lat is None


def test_a_village_is_not_taken_for_a_street_of_the_town() -> None:
    assert placed("Two people were shot in Vexmoor. Shots were fired in Denver on Monday.")["Vexmoor"].lat is None


def test_a_street_lies_in_the_town_whose_police_tell_of_it_though_others_are_named() -> None:
    text = "Denver police said two people were shot on Vexmoor Street. The suspect was arrested in Tulsa on Monday."
    assert placed(text)["Vexmoor"].name == "Denver"


def test_a_dateline_tells_of_no_school_in_another_country() -> None:
    text = "JERUSALEM (AP) - An air strike hit the Vexmoor School in the Gaza Strip, killing four."
    assert placed(text)["Vexmoor"].id != "gn:281184"
    assert _name(text) != "Jerusalem"


def test_a_dateline_alone_is_no_place_of_an_act() -> None:
    assert _place("BEIRUT (Reuters) - An Israeli air strike killed five people on Friday, a source said.") is None


def test_a_title_beside_the_text_tells_where_when_the_text_does_not() -> None:
    place = _place("Four people were shot at a bar on Saturday night.", title="Four shot at a bar in Tulsa")
    assert place is not None
    assert (place.name, place.basis, place.span) == ("Tulsa", "inherited", None)


def test_the_site_named_behind_a_title_is_no_place() -> None:
    title = "Four shot at a bar - Channel 5 News - Memphis, Tennessee"
    assert _place("Four people were shot at a bar on Saturday night.", title=title) is None


def test_a_title_that_names_two_towns_lends_neither() -> None:
    assert _place("Four people were shot on Saturday night.", title="Four shot in Tulsa and in Denver") is None


def test_a_small_town_far_away_is_not_taken_for_a_quarter_of_the_town_whose_police_speak() -> None:
    text = "Four people were shot in Evanston on Monday. Denver police said no one was arrested in the United States."
    assert placed(text)["Evanston"].lat is None


def test_a_great_town_is_itself_whoever_tells_of_it() -> None:
    assert _name("London police arrested a man over a killing in Manchester.") == "Manchester"


def test_a_hospital_told_once_with_its_town_lies_there_wherever_it_is_named() -> None:
    text = (
        "Shells hit the Vexmoor Hospital in Deir al-Balah in the Gaza Strip. Staff at the Vexmoor Hospital were killed."
    )
    claims = [c for c in told(text) if c.place is not None]
    assert {c.place.name for c in claims if c.place} == {"Deir al-Balah"}


def test_two_schools_of_one_name_are_not_one() -> None:
    text = (
        "Shells hit the Vexmoor School in Ariha in Idlib. Shells hit the Vexmoor School in Afrin. "
        "Three were killed at the Vexmoor School."
    )
    assert [c.place.name for c in told(text) if c.place is not None and c.place.lat is not None][:2] == [
        "Ariha",
        "Afrin",
    ]
    assert told(text)[-1].place is not None
    last = told(text)[-1].place
    assert last is not None
    assert last.lat is None


def test_the_police_of_a_town_in_other_languages() -> None:
    assert _name("Мэр Харькова сообщил, что в результате обстрела погибли два человека.", "ru") == "Kharkiv"
    assert _name("La police de Marseille a annoncé que deux hommes avaient été tués par balles.", "fr") == "Marseille"
    assert _name("La policía de Cali informó que dos personas murieron en un ataque.", "es") == "Cali"


def test_a_dateline_whose_people_the_text_tells_of_is_the_place_of_an_act_told_without_one() -> None:
    dated = {"dateline": {"span": [0, 16], "place": "MILWAUKEE"}}
    text = "MILWAUKEE (AP) - Police say a 4-year-old Milwaukee boy was shot dead."
    claim = next(c for c in told(text, meta=dated) if c.type.startswith(("kin.", "civ.", "harm.")))
    assert claim.place is not None
    assert claim.place.name == "Milwaukee"


def test_a_dateline_that_speaks_for_its_government_lends_no_place() -> None:
    dated = {"dateline": {"span": [0, 14], "place": "BEIRUT"}}
    text = "BEIRUT (AP) - Beirut said an Israeli air strike had killed five people."
    claim = next(c for c in told(text, meta=dated) if c.type.startswith(("kin.", "civ.", "harm.")))
    assert claim.place is None


def test_the_sentence_behind_may_tell_where_the_house_stood() -> None:
    filler = " Nobody was named." * 14
    text = f"Seven people were killed when a bomb hit a house. It stood in Ariha.{filler} Relatives live in Afrin."
    assert _name(text) == "Ariha"


def test_a_sentence_behind_that_tells_another_act_lends_no_place() -> None:
    filler = " Nobody was named." * 14
    text = f"Seven were killed when a bomb hit a house. In Ariha, shells killed two.{filler} Relatives live in Afrin."
    assert _place(text) is None


def test_whose_workers_they_are_is_no_place_and_no_town_of_a_like_name() -> None:
    assert _place("Two Gazan hospital workers were killed in a strike on Friday.") is None
    place = _place("Two Vexmoor hospital workers were killed in a strike near Ariha.")
    assert place is not None
    assert place.name == "Ariha"


def test_a_house_that_no_list_has_stands_in_the_town_that_its_sentence_goes_on_to_name() -> None:
    text = "A strike hit the Vexmoor School, once named by the United Nations, and killed four in Deir al-Balah."
    assert _name(text) == "Deir al-Balah"
