"""Where: as the clause says."""

from __future__ import annotations

from tests.extract.reading import told, told_one


def test_a_village_is_taken_rather_than_its_province() -> None:
    place = told_one("The army shelled Balyun in Idlib province.").place
    assert place is not None
    assert (place.name, place.level) == ("Balyun", "settlement")


def test_near_is_kept() -> None:
    place = told_one("The army shelled a camp near Sarmada.").place
    assert place is not None
    assert (place.name, place.relation) == ("Sarmada", "near")


def test_a_village_that_no_list_has_keeps_its_name_and_gets_no_point() -> None:
    place = told_one("The army shelled a mill in Kafr Xyzzyq.").place
    assert place is not None
    assert "Xyzzyq" in place.text
    assert (place.lat, place.lon, place.id) == (None, None, None)


def test_a_capital_that_acts_is_no_place_of_the_act() -> None:
    claim = told_one("Ankara shelled the base.")
    assert claim.place is None
    assert [a.id for a in claim.actors if a.role == "perpetrator"] == ["TUR"]


def test_a_place_told_before_the_act_is_the_town_and_not_the_province_that_holds_it() -> None:
    place = told_one("In the town of Ariha in Idlib province, residents said, the army shelled a mill.").place
    assert place is not None
    assert place.name == "Ariha"


def test_whose_strike_it_was_is_no_place_where_another_name_tells_where() -> None:
    place = told_one("Two people were killed in a US drone strike in Syria's Idlib.").place
    assert place is not None
    assert place.id == "SY-ID"


def test_a_mill_that_no_list_has_is_in_the_town_told_behind_it() -> None:
    place = told_one("إصابة ثلاث نساء بقصف مدفعي استهدف معمل فكسمور للجبن والحليب في مدينة عفرين", language="ar").place
    assert place is not None
    assert place.name == "Afrin"


def test_where_somebody_spoke_or_met_is_not_where_the_act_was() -> None:
    for text in (
        "The spokesman said in Beirut on Friday that an Israeli strike had killed five people.",
        "Speaking at a news conference in Moscow, the minister said two pilots had been killed.",
        "Diplomats meeting in Geneva said that 20 people had been killed by shelling.",
    ):
        acts = [c for c in told(text) if c.type.startswith(("kin.", "harm."))]
        assert acts
        assert [c.place for c in acts if c.place is not None] == []


def test_the_place_of_speaking_in_other_languages() -> None:
    for language, text in (
        ("ru", "Министр заявил на пресс-конференции в Москве, что погибли двое военных."),
        ("ar", "صرح الوزير للصحفيين في أنقرة بأن ثلاثة جنود قتلوا."),
        ("tr", "Erdoğan, Ankara'da gazetecilere yaptığı açıklamada saldırıda 3 askerin şehit olduğunu söyledi."),
    ):
        acts = [c for c in told(text, language) if c.type.startswith(("kin.", "civ.", "harm."))]
        assert acts, language
        assert [c.place for c in acts if c.place is not None] == [], language


def test_a_capital_that_was_struck_is_the_place_though_somebody_says_so() -> None:
    acts = [c for c in told("The mayor said that shells had killed two people in Kyiv.") if c.type.startswith("kin.")]
    assert acts[0].place is not None
    assert acts[0].place.name == "Kyiv"


def test_a_governor_who_speaks_in_his_town_speaks_of_it() -> None:
    acts = [c for c in told("Ten people were killed, the governor told journalists in Sumy.") if c.type[:4] == "harm"]
    assert acts[0].place is not None
    assert acts[0].place.name == "Sumy"


def test_what_lies_around_a_capital_is_where_an_act_was_though_another_claims_more() -> None:
    text = "Warplanes bombed army posts in the vicinity of Damascus city, amid gunmen claimed to have shot at them."
    acts = [c for c in told(text) if c.type == "kin.air_strike"]
    assert acts[0].place is not None
    assert acts[0].place.name == "Damascus"
