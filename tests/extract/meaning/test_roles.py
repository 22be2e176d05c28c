"""Who does what to whom."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _roles(text: str) -> set[tuple[str, str]]:
    return {(actor.role, actor.id or actor.text) for claim in told(text) for actor in claim.actors}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Turkey attacked the Syrian army.", {("perpetrator", "TUR"), ("target", "SYR.army")}),
        ("The Syrian army was attacked by Turkey.", {("perpetrator", "TUR"), ("target", "SYR.army")}),
        ("Russia and Turkey agreed on a truce.", {("party", "RUS"), ("party", "TUR")}),
    ],
)
def test_voice_and_prepositions_decide(text: str, roles: set[tuple[str, str]]) -> None:
    assert _roles(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The downing of two Syrian planes by Turkey on Sunday made headlines.",
            {("target", "SYR.airforce"), ("perpetrator", "TUR")},
        ),
        ("The capture of two Russian pilots was reported on Monday.", {("target", "RUS.airforce")}),
        ("The offensive of the Syrian army began on Sunday.", {("perpetrator", "SYR.army")}),
    ],
)
def test_the_noun_of_an_act_says_who_undergoes_it(text: str, roles: set[tuple[str, str]]) -> None:
    assert _roles(text) == roles


def test_swapping_the_two_sides_swaps_their_roles() -> None:
    there, back = _roles("Turkey attacked Russia."), _roles("Russia attacked Turkey.")
    assert there == {("perpetrator", "TUR"), ("target", "RUS")}
    assert back == {("perpetrator", "RUS"), ("target", "TUR")}


def test_who_is_blamed_is_marked_as_blamed() -> None:
    (claim,) = [c for c in told("Nine soldiers died in an air strike blamed on Damascus.") if c.type.startswith("kin")]
    assert ("SYR", "blamed") in {(a.id, a.basis) for a in claim.actors if a.role == "perpetrator"}


def test_the_words_of_a_role_stand_in_the_text() -> None:
    text = "Turkish soldiers shelled the base."
    (claim,) = told(text)
    assert [text[slice(*a.span)] for a in claim.actors if a.span and a.id] == ["Turkish soldiers"]


def test_the_unlisted_are_kept_in_their_own_words() -> None:
    assert _roles("Gunmen abducted a doctor.") == {("perpetrator", "Gunmen"), ("target", "doctor")}
    assert _roles("Villagers abducted a doctor.") == {("perpetrator", "Villagers"), ("target", "doctor")}


def test_a_body_is_shown_with_the_words_that_say_which_of_its_people() -> None:
    (claim,) = told("Opposition rebels shelled a market in Idlib.")
    assert [(a.id, a.text) for a in claim.actors if a.id] == [("SYR.opp", "Opposition rebels")]


def test_the_soldiers_of_a_government_are_its_army() -> None:
    (claim,) = told("A regime soldier shelled a market in Idlib.")
    assert [a.id for a in claim.actors if a.id] == ["SYR.army"]


def _stands(text: str, kind: str) -> set[tuple[str | None, str]]:
    """The parties of the claims of a kind, with how each is known."""
    return {(a.id, a.basis) for c in told(text) if c.type == kind for a in c.actors if a.role == "party"}


def test_he_who_demands_is_the_one_named_before() -> None:
    text = "President Erdogan spoke in Ankara. He urged Russia to stop the attacks."
    assert ("TUR.erdogan", "inferred") in _stands(text, "dip.demand")


def test_the_two_sides_are_those_named_together() -> None:
    text = "Russia and Turkey met in Ankara. The two sides agreed to open the road."
    assert _stands(text, "dip.commitment") == {("RUS", "inferred"), ("TUR", "inferred")}


def test_two_who_were_not_named_together_stay_unknown() -> None:
    assert _stands("The two sides agreed to open the road.", "dip.commitment") == set()


def test_it_may_be_a_thing_and_goes_back_to_nobody() -> None:
    assert ("perpetrator", "TUR") not in _roles("Turkey has a new drone. It struck a car in Idlib.")


def test_a_neighbour_at_a_border_is_no_party() -> None:
    assert "GRC" not in {who for _, who in _roles("Turkey opened its border with Greece on Monday.")}


def test_what_something_is_promised_to_is_somebody() -> None:
    assert ("party", "SYR") not in _roles("Turkey reaffirmed its commitment to Syria's unity.")


def test_who_ought_to_do_something_is_whom_the_demand_is_made_to() -> None:
    roles = _roles('"Russia should be patient," President Erdogan said.')
    assert {("party", "TUR.erdogan"), ("target", "RUS")} <= roles


def test_people_of_a_nation_are_not_the_state() -> None:
    assert ("target", "Syrian civilians") in _roles("Two Syrian civilians were killed by Turkey.")
    assert ("perpetrator", "SYR.army") in _roles("Syrian soldiers shelled a market.")


def test_who_loses_men_is_hit_and_did_nothing() -> None:
    (claim,) = told("The Turkish army lost 40 soldiers.")
    assert {actor.role for actor in claim.actors} == {"target"}


def test_who_enters_a_town_goes_there_himself() -> None:
    (claim,) = told("Азербайджанские войска вошли в город.", "ru")
    assert [(actor.role, actor.id) for actor in claim.actors] == [("perpetrator", "AZE.army")]


def _doers(text: str, language: str) -> set[str]:
    claims = told(text, language)
    assert any(claim.type.startswith(("kin.", "civ.")) for claim in claims)
    return {actor.id or actor.text for claim in claims for actor in claim.actors if actor.role == "perpetrator"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Residents heard explosions near the town."),
        ("fr", "Des habitants ont entendu des explosions."),
        ("ru", "Жители сообщили, что слышали взрывы."),
        ("ar", "سمع السكان دوي انفجارات."),
        ("en", "Journalists survived an air strike on the town."),
        ("en", "Civilians endured months of bombardment."),
        ("fr", "Les civils ont enduré des mois de bombardements."),
        ("ru", "Жители пережили обстрел."),
        ("ar", "واجه السكان قصفا عنيفا."),
    ],
)
def test_who_hears_or_lives_through_an_act_did_not_do_it(language: str, text: str) -> None:
    assert _doers(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        ("en", "The army repelled an attack by the Syrian rebels on the village.", "SYR.opp"),
        ("en", "Syria faces Israeli air strikes every week.", "ISR"),
        ("fr", "L'armée a repoussé une attaque des rebelles syriens sur le village.", "SYR.opp"),
    ],
)
def test_who_wards_an_attack_off_is_whom_it_was_made_on(language: str, text: str, doer: str) -> None:
    assert _doers(text, language) == {doer}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels withdrew from the town on Friday.",
        "The withdrawal of the rebels from the town began on Friday.",
        "The rebels' withdrawal from the town was completed on Friday.",
        "Residents celebrated after the withdrawal of the rebels on Friday.",
    ],
)
def test_who_withdraws_is_a_party_by_verb_and_by_noun(text: str) -> None:
    found = {(a.role, a.text) for claim in told(text) if claim.type == "wd.withdrawal" for a in claim.actors}
    assert found == {("party", "rebels")}
