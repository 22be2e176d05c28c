"""Victims that no number counts."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _killed(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for claim in told(text) for f in claim.figures if f.measure == "killed"]


@pytest.mark.parametrize("text", ["A soldier was killed.", "The boy died.", "Shelling killed a woman."])
def test_one_person_told_of_is_one(text: str) -> None:
    assert _killed(text) == [(1, 1)]


def test_two_joined_persons_are_two_figures() -> None:
    assert _killed("A woman and a boy were killed.") == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    "text", ["The family was killed.", "The soldiers were killed.", "The army was said to be dead tired."]
)
def test_a_body_of_people_and_those_told_of_before_have_no_number(text: str) -> None:
    assert _killed(text) == []


@pytest.mark.parametrize(
    "text", ["Soldiers were killed.", "Civilians died.", "The blast killed an unknown number of traders."]
)
def test_a_plural_without_a_number_is_two_or_more(text: str) -> None:
    assert _killed(text) == [(2, None)]


@pytest.mark.parametrize(
    ("language", "text", "hurt"),
    [
        ("en", "A shell killed a trader and wounded others.", (2, None)),
        ("ar", "أصيب آخرون جراء القصف على السوق.", (3, None)),
        ("ar", "إصابة آخرين جراء القصف على السوق.", (2, None)),
        ("fr", "Des civils ont été blessés dans un bombardement.", (2, None)),
        ("ru", "При обстреле ранены мирные жители.", (2, None)),
        ("tr", "Bombardımanda siviller yaralandı.", (2, None)),
    ],
)
def test_a_plural_is_three_or_more_where_a_language_has_a_dual(
    language: str, text: str, hurt: tuple[float, float | None]
) -> None:
    found = [(f.low, f.high) for claim in told(text, language) for f in claim.figures if f.measure == "injured"]
    assert found == [hurt]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dead and wounded were reported in the town."),
        ("en", "Others were hurt. In all, seven people were hurt."),
        ("ar", "قتلى وجرحى في قصف على البلدة."),
    ],
)
def test_a_formula_and_a_plural_beside_a_number_tell_no_two(language: str, text: str) -> None:
    found = [f.low for claim in told(text, language) for f in claim.figures]
    assert found in ([], [7])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Omar Haddad, his wife and three children were killed.", 5),
        ("Reyna Haddad, 42, and Julian Haddad, 45, were killed.", 2),
        ("The bodies of a woman and her two daughters were found.", 3),
        ("A mother and her five children were killed alongside two neighbours.", 8),
        ("Two men aged 30 and 35 were killed.", 2),
        ("Two women (27 and 31) and a boy were killed.", 3),
        ("A woman of 30 was killed.", 1),
        ("Omar Haddad, a doctor and activist, was killed.", 1),
        ("Omar Haddad, his deputy and spokesman, was killed.", 1),
    ],
)
def test_each_of_a_list_of_victims_is_counted_and_no_age_or_office(text: str, found: int) -> None:
    assert sum(low or 0 for low, _ in _killed(text)) == found


def test_a_common_first_name_in_arabic_is_one_person_at_least() -> None:
    for text, least in (("مقتل عادل حجازي في القصف.", 1), ("إصابة سامر حلاق وابنته في القصف.", 2)):
        assert sum(f.low or 0 for claim in told(text, "ar") for f in claim.figures) == least
    assert [f for claim in told("إصابة محول كهرباء في القصف.", "ar") for f in claim.figures] == []


def test_a_number_beside_the_victims_is_not_replaced() -> None:
    assert _killed("Two soldiers were killed.") == [(2, 2)]


@pytest.mark.parametrize("text", ["No soldier was killed.", "There were no deaths.", "Nobody was hurt."])
def test_nobody_is_never_one(text: str) -> None:
    assert all(low in (0, None) for low, _ in _killed(text))


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old was killed.",
        "The 34-year-old driver died.",
        "The blast killed her.",
        "An army commander was killed.",
        "The shell killed another.",
        "A trader was found dead.",
        "The body of a woman was found.",
        "The raid left a farmer dead.",
        "Gunmen murdered a shepherd.",
        "Guards were sent in after the murder of a shopkeeper.",
    ],
)
def test_one_person_is_one_however_he_is_told_of(text: str) -> None:
    assert _killed(text) == [(1, 1)]


def test_a_named_victim_is_a_lower_bound() -> None:
    assert _killed("Police said Karim Haddad was killed.") == [(1, None)]


@pytest.mark.parametrize("text", ["Karim Haddad, 33, of Homs, was killed on Friday.", "A boy (6) was killed."])
def test_the_age_of_a_victim_counts_nobody(text: str) -> None:
    assert {low for low, _ in _killed(text)} == {1}


@pytest.mark.parametrize("text", ["No one was killed.", "Nobody was killed or injured."])
def test_nobody_hurt_is_a_zero(text: str) -> None:
    assert _killed(text) == [(0, 0)]


@pytest.mark.parametrize(
    "text", ["It was not clear whether anyone was killed.", "It is not known how many people were killed."]
)
def test_the_unknown_is_no_zero(text: str) -> None:
    assert _killed(text) == []


@pytest.mark.parametrize("text", ["Gunmen killed a rebel fighter near the road.", "They managed to kill a guard."])
def test_one_of_a_listed_group_is_one_and_what_was_managed_is_done(text: str) -> None:
    assert _killed(text) == [(1, 1)]


def test_a_single_name_is_a_lower_bound_as_well() -> None:
    assert _killed("Ekdahl died at the scene.") == [(1, None)]


@pytest.mark.parametrize("text", ["Skiers died at the scene.", "SNHQR died at the scene."])
def test_a_plural_or_letters_alone_are_no_name(text: str) -> None:
    assert _killed(text) == []


def test_lives_claimed_are_people_killed() -> None:
    assert _killed("The attack claimed three lives.") == [(3, 3)]


def test_the_part_that_was_shot_fatally_is_killed() -> None:
    assert _killed("Five men were shot, three of them fatally, on Monday.") == [(3, 3)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shells hit a house, reportedly killing 12 identified civilians.", 12),
        ("At least 18 people, mostly women, all from one family, were killed.", 18),
        ("Nine people were found to have been killed.", 9),
        ("A trader was reported killed.", 1),
        ("The shelling killed 11 civilians spanning three generations.", 11),
    ],
)
def test_what_stands_around_a_count_does_not_hide_it(text: str, count: float) -> None:
    assert [low for low, _ in _killed(text)] == [count]


def test_both_joins_two_and_counts_neither() -> None:
    assert _killed("The shelling killed both the driver and his passenger.") == [(1, 1), (1, 1)]


def test_a_pronoun_behind_its_noun_is_nobody_more() -> None:
    assert _killed("The shelling killed the doctor himself.") == [(1, 1)]


def test_a_negated_harm_counts_nobody() -> None:
    assert _killed("The driver was not killed.") == []


def test_personne_with_a_negation_is_a_zero_in_french() -> None:
    assert [(f.low, f.high) for c in told("Personne n'a été tué.", "fr") for f in c.figures] == [(0, 0)]
