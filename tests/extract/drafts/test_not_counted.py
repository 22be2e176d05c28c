"""Numbers that count nobody: ages, the whole of which a part is told, a family beside its members."""

from __future__ import annotations

import pytest

from tests.extract.reading import told

Found = list[tuple[str, float | None, float | None]]


def _figures(language: str, text: str) -> Found:
    return sorted((f.measure, f.low, f.high) for claim in told(text, language) for f in claim.figures)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "A woman and two men aged 30 and 35 were shot dead by snipers.", []),
        ("en", "The blast killed a 45-year-old man.", [("killed", 1, 1)]),
        ("ru", "В посёлке при обстреле ранен 45-летний мужчина.", [("injured", 1, 1)]),
        ("uk", "Унаслідок обстрілу поранено 45-річного чоловіка.", [("injured", 1, 1)]),
        ("tr", "Bombardımanda 18 yaşında bir kadın öldü.", [("killed", 1, 1)]),
        ("tr", "Saldırıda 30 yaşlarındaki iki erkek yaralandı.", [("injured", 2, 2)]),
        ("ar", "أصيب رجل يبلغ 45 عاما بجروح جراء القصف.", [("injured", 1, 1)]),
    ],
)
def test_an_age_counts_nobody(language: str, text: str, found: Found) -> None:
    assert all(number < 18 for _, low, high in _figures(language, text) for number in (low or 0, high or 0))
    assert [one for one in _figures(language, text) if one in found] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Half of the 40 prisoners were released."), ("fr", "La moitié des 40 prisonniers ont été libérés.")],
)
def test_a_part_that_no_number_tells_is_no_figure(language: str, text: str) -> None:
    assert _figures(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Four of the five crew members were killed."),
        ("fr", "Quatre des cinq membres de l'équipage ont été tués."),
        ("ru", "Четверо из пяти членов экипажа погибли."),
    ],
)
def test_of_four_of_five_four_are_counted(language: str, text: str) -> None:
    assert _figures(language, text) == [("killed", 4, 4)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven members of one family were killed in the shelling of the town."),
        ("ar", "قتل سبعة أفراد من عائلة واحدة بقصف على البلدة."),
    ],
)
def test_one_family_is_nobody_beside_its_members(language: str, text: str) -> None:
    assert _figures(language, text) == [("killed", 7, 7)]


def test_whom_a_count_includes_are_not_counted_again_nor_did_they_do_it() -> None:
    (claim,) = told("Три человека погибли, в том числе двое детей, при обстреле посёлка.", "ru")
    assert [(f.measure, f.low) for f in claim.figures] == [("killed", 3)]
    assert [actor.role for actor in claim.actors] == ["target"]


def test_a_number_before_a_plural_thousand_multiplies_it() -> None:
    found = _figures("ar", "نزح 3 آلاف مدني جراء القصف.")
    assert found == [("displaced", 3000, 3000)]
    assert _figures("ar", "نزح آلاف المدنيين جراء القصف.") == [("displaced", 2000, 9999)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "20 children died of measles in the camp."),
        ("en", "Cholera killed 12 people in the province."),
        ("ar", "أصيب 20 طفلا بالحصبة في المخيم."),
        ("ru", "От холеры умерли 12 человек."),
        ("tr", "Koleradan 12 kişi öldü."),
    ],
)
def test_who_died_of_an_illness_was_not_killed(language: str, text: str) -> None:
    assert told(text, language) == []


def test_an_illness_beside_an_act_leaves_the_act() -> None:
    assert _figures("en", "A doctor treating cholera was killed by shelling.") == [("killed", 1, 1)]


def test_fire_is_no_illness() -> None:
    assert _figures("en", "Two civilians were wounded by Syrian fire.") == [("injured", 2, 2)]
