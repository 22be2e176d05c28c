"""One number over the dead and the wounded is an upper bound of each, and no count of the dead."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.model import Claim

Found = list[tuple[str, float | None, float | None]]


def _hurt(claims: list[Claim]) -> Found:
    return [(f.measure, f.low, f.high) for claim in claims for f in claim.figures]


@pytest.mark.parametrize(
    ("language", "text", "most"),
    [
        ("en", "The shelling left 30 dead and wounded.", 30),
        ("en", "There were 12 killed and injured when shells hit the bakery.", 12),
        ("en", "Dozens were killed or injured in the shelling of Saraqib.", 99),
        ("ar", "56 قتيلاً وجريحاً في قصف على السوق.", 56),
        ("ar", "أسفر القصف عن سقوط 12 مدنياً بين قتيل وجريح.", 12),
        ("ru", "При обстреле погибли и ранены 15 человек.", 15),
        ("ru", "В результате обстрела 20 убитых и раненых.", 20),
        ("fr", "Le bombardement a fait 20 morts et blessés.", 20),
        ("fr", "Une trentaine de morts et de blessés dans le bombardement.", 35),
        ("tr", "Bombardımanda 20 kişi öldü ve yaralandı.", 20),
    ],
)
def test_a_number_over_both_bounds_each_from_above(language: str, text: str, most: float) -> None:
    assert _hurt(told(text, language)) == [("killed", None, most), ("injured", None, most)]


def test_the_words_of_the_bound_hold_number_and_both_words() -> None:
    (claim,) = told("The shelling left 30 dead and wounded.")
    assert {f.text for f in claim.figures} == {"30 dead and wounded"}
    assert {f.approximator for f in claim.figures} == {"at_most"}


def test_at_least_so_many_of_both_tells_only_that_there_were_some_of_each() -> None:
    text = "At least 56 people were killed and wounded in the shelling of the market."
    assert _hurt(told(text)) == [("killed", 1, None), ("injured", 1, None)]
    assert _hurt(told(text.replace(" and wounded", " or wounded"))) == []


def test_a_number_told_elsewhere_leaves_such_a_bound_out() -> None:
    text = "At least 56 people were killed and wounded in the shelling of the market. Twenty people were wounded."
    assert [one for one in _hurt(told(text)) if one[0] == "injured"] == [("injured", 20, 20)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The shelling killed 5 and wounded 12.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("en", "Shelling left 5 dead and 12 wounded.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("ar", "قتل 5 مدنيين وجرح 12 في قصف على سرمين.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("ru", "При обстреле погибли 5 человек, ранены 12.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("tr", "Bombardımanda 5 kişi öldü, 12 kişi yaralandı.", [("killed", 5, 5), ("injured", 12, 12)]),
    ],
)
def test_numbers_of_their_own_stay_counts(language: str, text: str, found: Found) -> None:
    assert sorted(_hurt(told(text, language))) == sorted(found)


def test_wounded_people_of_another_clause_are_not_counted_with_the_dead() -> None:
    claims = told("Two soldiers were killed and wounded fighters were taken to a hospital.")
    assert ("killed", 2, 2) in _hurt(claims)


@pytest.mark.parametrize(
    ("language", "text", "killed", "injured"),
    [
        ("en", "Two people were killed and two wounded in the shelling.", 2, 2),
        ("en", "One martyr and one wounded in a strike on the town.", 1, 1),
        ("ar", "ارتقاء شهيد وإصابة ثلاثة في خان يونس.", 1, 3),
    ],
)
def test_two_numbers_are_one_each_though_they_are_alike(language: str, text: str, killed: int, injured: int) -> None:
    assert sorted(_hurt(told(text, language))) == [("injured", injured, injured), ("killed", killed, killed)]
