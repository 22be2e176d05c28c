"""One incident told in Arabic and in English: the same type, place, actors, day and numbers."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact
from trucewatch.model import Claim

PAIRS = [
    (
        "قصفت قوات النظام السوري مدينة أريحا بالمدفعية يوم الأربعاء، ما أسفر عن مقتل ثلاثة مدنيين.",
        "Syrian government forces shelled the city of Ariha with artillery on Wednesday, killing three civilians.",
    ),
    (
        "شنت الطائرات الحربية الروسية غارات على مدينة معرة النعمان يوم الثلاثاء.",
        "Russian warplanes carried out air strikes on Maarat al-Numan on Tuesday.",
    ),
    (
        "قتل جنديان تركيان بقصف مدفعي في سراقب يوم الاثنين.",
        "Two Turkish soldiers were killed by artillery shelling in Saraqib on Monday.",
    ),
    (
        "استهدفت طائرة مسيرة تركية سيارة في مدينة القامشلي صباح الأربعاء ما أدى إلى مقتل شخصين.",
        "A Turkish drone hit a car in the city of Qamishli on Wednesday morning, killing two people.",
    ),
    (
        "انفجرت عبوة ناسفة في مدينة عفرين يوم الأحد وأصيب خمسة مدنيين.",
        "An improvised explosive device exploded in Afrin on Sunday and five civilians were wounded.",
    ),
    (
        "سيرت القوات الروسية دورية على طريق M4 يوم الثلاثاء.",
        "Russian forces conducted a patrol on the M4 highway on Tuesday.",
    ),
    (
        "قتل أربعة مدنيين بغارة جوية إسرائيلية على مدينة النبطية يوم الثلاثاء.",
        "Four civilians were killed in an Israeli air strike on the city of Nabatieh on Tuesday.",
    ),
    (
        "اعتقلت القوات الإسرائيلية ستة فلسطينيين في مدينة الخليل يوم الاثنين.",
        "Israeli forces arrested six Palestinians in Hebron on Monday.",
    ),
    (
        "سيطرت قوات الدعم السريع على مدينة الفاشر يوم الأحد.",
        "The Rapid Support Forces captured the city of El Fasher on Sunday.",
    ),
    (
        "قصفت القوات الروسية مدينة خاركيف بالصواريخ يوم الأربعاء، ما أدى إلى إصابة سبعة مدنيين.",
        "Russian forces shelled Kharkiv with rockets on Wednesday, injuring seven civilians.",
    ),
]


def _main(text: str, language: str) -> Claim:
    kinds = ("kin.", "civ.", "mon.", "pos.", "harm.")
    return next(c for c in told(text, language) if is_fact(c) and c.type.startswith(kinds))


@pytest.mark.parametrize(("arabic", "english"), PAIRS)
def test_one_incident_told_in_two_languages_is_told_alike(arabic: str, english: str) -> None:
    one, other = _main(arabic, "ar"), _main(english, "en")
    assert one.type == other.type
    assert one.place is not None
    assert other.place is not None
    assert (one.place.id, one.place.lat) == (other.place.id, other.place.lat)
    assert one.time is not None
    assert other.time is not None
    assert (one.time.start, one.time.end) == (other.time.start, other.time.end)
    assert {a.id for a in one.actors if a.id} == {a.id for a in other.actors if a.id}
    assert {(f.measure, f.low, f.high) for f in one.figures} == {(f.measure, f.low, f.high) for f in other.figures}
