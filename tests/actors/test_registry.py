"""tests: actors are found by name, part, office and alliance; unknown stays unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from trucewatch.actors import Actors, load_actors
from trucewatch.actors.actor import within
from trucewatch.languages.fold import match_key


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


def ids(actors: Actors, name: str, language: str) -> set[str]:
    return {found.id for found in actors.lookup(match_key(name), language)}


@pytest.mark.parametrize(
    ("name", "language", "id_"),
    [
        ("Assad's forces", "en", "SYR.army"),
        ("regime forces", "en", "SYR.army"),
        ("les forces du régime", "fr", "SYR.army"),
        ("forces du régime", "fr", "SYR.army"),
        ("Bashar al-Assad's regime", "en", "SYR.gov"),
        ("le régime de Damas", "fr", "SYR.gov"),
        ("rebelles", "fr", "SYR.opp"),
        ("opposition fighters", "en", "SYR.opp"),
        ("terrorists", "en", "SYR.jihadists"),
        ("Nusra Front", "en", "HTS"),
        ("Hurras al-Din", "fr", "HAD"),
        ("Poutine", "fr", "RUS.putin"),
        ("Erdoğan", "tr", "TUR.erdogan"),
        ("أردوغان", "ar", "TUR.erdogan"),
        ("قوات النظام", "ar", "SYR.army"),
        ("Турции", "ru", "TUR"),
        ("the Kremlin", "en", "RUS.kremlin"),
        ("l'OSDH", "fr", "SOHR"),
        ("Agence France-Presse", "en", "AFP"),
    ],
)
def test_a_name_leads_to_its_actor(actors: Actors, name: str, language: str, id_: str) -> None:
    listed = actors.lookup(match_key(name), language)
    assert {found.id for found in listed if found.theatre in (None, "syria")} == {id_}


def test_words_of_one_conflict_say_so(actors: Actors) -> None:
    rebels = {n.theatre: n.id for n in actors.lookup("rebels", "en")}
    assert rebels["syria"] == "SYR.opp"
    assert rebels["donbas"] == "UKR.separatists"
    assert None not in rebels
    assert {n.theatre for n in actors.lookup("syrian rebels", "en")} == {None}


def test_a_capital_is_marked_as_standing_for_a_government(actors: Actors) -> None:
    assert [(n.id, n.use) for n in actors.lookup("damas", "fr")] == [("SYR", "metonym")]
    assert [(n.id, n.use) for n in actors.lookup("ankara", "en")] == [("TUR", "metonym")]


def test_the_case_of_a_french_demonym_is_kept_in_its_text(actors: Actors) -> None:
    assert {(n.use, n.text) for n in actors.lookup("turcs", "fr")} == {
        ("adjective", "turcs"),
        ("demonym_noun", "Turcs"),
    }


def test_longest_says_how_many_words_to_try(actors: Actors) -> None:
    for language in ("en", "ar", "xx"):
        longest = actors.longest(language)
        assert all(longest[key.split(" ")[0]] >= len(key.split(" ")) for key in actors.names(language))


def test_a_language_without_lists_knows_names_of_all_languages(actors: Actors) -> None:
    assert ids(actors, "HTS", "xx") == {"HTS"}
    assert ids(actors, "Syria", "xx") == set()


@pytest.mark.parametrize(
    ("whole", "head", "language", "id_"),
    [
        ("SYR", "soldiers", "en", "SYR.army"),
        ("TUR", "soldats", "fr", "TUR.army"),
        ("FRA", "warplanes", "en", "FRA.airforce"),
        ("TUR", "ministère de la Défense", "fr", "TUR.mod"),
        ("SYR", "régime", "fr", "SYR.gov"),
        ("TUR", "presidency", "en", "TUR.presidency"),
        ("HEZ", "fighters", "en", "HEZ"),
        ("SNA", "combattants", "fr", "SNA"),
    ],
)
def test_an_adjective_and_a_noun_make_a_part(actors: Actors, whole: str, head: str, language: str, id_: str) -> None:
    key = match_key(head)
    assert actors.is_head(key, language)
    assert actors.head_longest(language)[key.split(" ")[0]] >= len(key.split(" "))
    part = actors.part(whole, key, language)
    assert part is not None
    assert part.id == id_


def test_a_part_made_by_rule_has_a_parent_and_a_name(actors: Actors) -> None:
    part = actors.get("FRA.mod")
    assert part is not None
    assert (part.name, part.kind) == ("French defence ministry", "ministry")
    assert actors.ancestors("FRA.mod") == ("FRA.mod", "FRA")


def test_nobody_is_made_up(actors: Actors) -> None:
    assert actors.get("XYZ") is None
    assert actors.get("XYZ.army") is None
    assert actors.get("AFP.army") is None
    assert actors.part("SYR", "bananas", "en") is None
    assert actors.part("TUR.erdogan", "soldiers", "en") is None
    assert actors.ancestors("XYZ") == ()


def test_a_title_leads_to_an_office_and_a_day_to_its_holder(actors: Actors) -> None:
    office = actors.office("TUR", "president", "en")
    assert office is not None
    assert office.id == "TUR.president"
    holder = actors.office_holder("TUR.president", dt.date(2020, 3, 5))
    assert holder is not None
    assert holder.id == "TUR.erdogan"
    chancellor = actors.office("DEU", match_key("chancelière"), "fr")
    assert chancellor is not None
    assert chancellor.id == "DEU.chancellor"


def test_holders_change_with_the_day(actors: Actors) -> None:
    def on(office: str, *day: int) -> str | None:
        holder = actors.office_holder(office, dt.date(*day))
        return holder.id if holder else None

    assert on("DEU.chancellor", 2021, 12, 7) == "DEU.merkel"
    assert on("DEU.chancellor", 2021, 12, 9) == "DEU.scholz"
    assert on("USA.president", 2020, 3, 5) == "USA.trump"
    assert on("USA.president", 2022, 3, 5) == "USA.biden"
    assert on("USA.president", 2026, 1, 1) == "USA.trump"
    assert on("EU.council.president", 2020, 3, 6) == "EU.council.michel"


def test_two_holders_on_one_day_answer_with_nobody(actors: Actors) -> None:
    assert actors.office_holder("DEU.chancellor", dt.date(2021, 12, 8)) is None


def test_without_a_day_only_a_single_known_holder_answers(actors: Actors) -> None:
    assert actors.office_holder("DEU.chancellor", None) is None
    holder = actors.office_holder("BLR.president", None)
    assert holder is not None
    assert holder.id == "BLR.lukashenko"
    assert actors.office_holder("FJI.president", None) is None


def test_no_office_has_two_holders_on_a_whole_month(actors: Actors) -> None:
    tenures = [
        (held.office, held, id_) for id_ in actors.ids() if (a := actors.get(id_)) is not None for held in a.offices
    ]
    day = dt.date(2008, 1, 10)
    while day < dt.date(2026, 6, 1):
        holders: dict[str, set[str]] = {}
        for office, held, id_ in tenures:
            if within(held.since, held.until, day) and within(held.since, held.until, day + dt.timedelta(days=25)):
                holders.setdefault(office, set()).add(id_)
        assert all(len(found) == 1 for found in holders.values()), (day, holders)
        day += dt.timedelta(days=30)


def test_alliances_are_seen_from_both_sides_and_have_a_period(actors: Actors) -> None:
    assert "SNA" in actors.allies("TUR")
    assert "TUR" in actors.allies("SNA")
    assert "RUS" in actors.allies("SYR.gov", dt.date(2020, 3, 5))
    assert "RUS" not in actors.allies("SYR.gov", dt.date(2015, 1, 1))
    assert actors.allies("XYZ") == ()


def test_those_who_fight_a_state_are_no_part_of_it(actors: Actors) -> None:
    states = {"SYR.opp": "SYR", "HTS": "SYR", "PKK": "TUR", "HEZ": "LBN", "HOUTHI": "YEM", "SDN.rsf": "SDN"}
    for id_, country in states.items():
        actor = actors.get(id_)
        assert actor is not None
        assert country not in actors.ancestors(id_)
        assert actor.country == country


def test_listed_groups_say_by_whom(actors: Actors) -> None:
    for id_ in ("HTS", "TIP", "ISIL"):
        actor = actors.get(id_)
        assert actor is not None
        assert {listing.by for listing in actor.listed} == {"UNSC"}
        assert all(listing.basis and listing.since for listing in actor.listed)


def test_periods_may_be_years_months_or_days() -> None:
    day = dt.date(2020, 3, 5)
    assert within("2020", "2020-03", day)
    assert within(None, None, day)
    assert not within("2020-04", None, day)
    assert not within(None, "2019", day)


def test_an_actor_is_at_home_in_its_country_or_in_the_state_it_is_part_of(actors: Actors) -> None:
    assert actors.home("HTS") == ("SYR",)
    assert actors.home("SYR.army") == ("SYR",)
    assert actors.home("FRA.army") == ("FRA",)
    assert actors.home("UN") == ()


def test_a_conflict_knows_its_states(actors: Actors) -> None:
    assert actors.theatres()["syria"] == {"SYR"}
