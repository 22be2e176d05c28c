"""Numbers that count nobody, and totals that are no event: percent, calibres, hours, ordinals, "since the truce"."""

from __future__ import annotations

import pytest

from tests.extract.reading import told

SHARES = [
    ("en", "About 35 percent of the residents fled."),
    ("en", "Some 30% of the residents fled."),
    ("fr", "Près de 35 % des habitants ont fui."),
    ("fr", "Trente pour cent des habitants ont fui."),
    ("es", "El 35 por ciento de los habitantes huyó."),
    ("ru", "Около 35 процентов жителей бежали."),
    ("uk", "Близько 35 відсотків мешканців втекли."),
    ("tr", "Nüfusun yüzde 35'i kaçtı."),
    ("ar", "نزح ٣٥ بالمئة من السكان."),
    ("ar", "نزح 35٪ من السكان."),
]
CALIBRES = [
    ("en", "Rebels shelled the village with 120 mm mortars.", 120),
    ("en", "Army gunners fired 155mm shells at the village.", 155),
    ("fr", "L'armée a tiré des obus de 155 mm sur le village.", 155),
    ("ru", "Боевики обстреляли посёлок из 120-мм миномётов.", 120),
    ("tr", "Rejim güçleri köyü 122 mm'lik toplarla vurdu.", 122),
    ("ar", "قصفت المدفعية القرية بقذائف من عيار 155 ملم.", 155),
]
TOTALS = [
    ("en", "Since the truce began, 46 people have been killed."),
    ("en", "Since the start of the truce, the shelling killed 46 people."),
    ("fr", "Depuis le début de la trêve, 46 personnes ont été tuées."),
    ("ru", "С начала перемирия погибли 46 человек."),
    ("ru", "С момента вступления перемирия в силу погибли 46 человек."),
    ("tr", "Ateşkesin başlamasından bu yana 46 kişi öldü."),
    ("ar", "منذ سريان الهدنة قتل 46 شخصا."),
]


def _figures(text: str, language: str) -> list[float | None]:
    return [figure.low for claim in told(text, language) for figure in claim.figures]


@pytest.mark.parametrize(("language", "text"), SHARES)
def test_a_share_of_people_is_no_number_of_people(language: str, text: str) -> None:
    assert _figures(text, language) == []


@pytest.mark.parametrize(("language", "text", "size"), CALIBRES)
def test_a_calibre_counts_no_shells_and_tells_the_weapon(language: str, text: str, size: int) -> None:
    (claim,) = [claim for claim in told(text, language) if claim.type == "kin.shelling"]
    assert claim.weapon is not None
    assert claim.weapon.calibre_mm == size
    assert claim.figures == ()


def test_two_calibres_tell_none() -> None:
    (claim,) = told("Rebels shelled the village with 120 mm and 82 mm mortars.")
    assert claim.weapon is not None
    assert claim.weapon.calibre_mm is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army violated the truce nine times in 24 hours."),
        ("tr", "Rejim güçleri 24 saatte ateşkesi 9 kez ihlal etti."),
    ],
)
def test_the_hours_of_a_count_are_no_violations(language: str, text: str) -> None:
    assert _figures(text, language) == [9]


def test_an_ordinal_behind_an_apostrophe_counts_nothing() -> None:
    assert _figures("Taraflar M4 üzerinde 17'nci ortak devriyeyi icra etti.", "tr") == []


@pytest.mark.parametrize(("language", "text"), TOTALS)
def test_a_total_since_a_truce_is_background_and_no_event_of_a_day(language: str, text: str) -> None:
    claims = [claim for claim in told(text, language) if any(f.measure == "killed" for f in claim.figures)]
    assert claims
    assert all(claim.background for claim in claims if claim.type.startswith("harm."))


def test_those_killed_on_a_day_are_no_background() -> None:
    (claim,) = told("On Monday 46 people were killed.")
    assert not claim.background


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two families were killed in the strike."),
        ("fr", "Deux familles ont été tuées dans la frappe."),
        ("es", "Dos familias fueron asesinadas."),
    ],
)
def test_a_number_of_families_is_at_least_that_number_of_people(language: str, text: str) -> None:
    figures = [figure for claim in told(text, language) for figure in claim.figures if figure.measure == "killed"]
    assert [(figure.low, figure.high, figure.approximator) for figure in figures] == [(2, None, "at_least")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The death toll has surpassed 80."),
        ("fr", "Le nombre de morts a dépassé 80."),
        ("ru", "Число погибших превысило 80 человек."),
        ("tr", "Ölü sayısı 80'i aştı."),
    ],
)
def test_a_toll_that_is_exceeded_is_open_above(language: str, text: str) -> None:
    (figure,) = [figure for claim in told(text, language) for figure in claim.figures]
    assert (figure.low, figure.high, figure.approximator) == (80, None, "more_than")
