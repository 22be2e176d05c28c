"""Who can do harm, and what a preposition of several meanings means by what it governs."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("قصف لقوات روسية على بلدة سرمين.", ["RUS.army"]),
        ("قصف على بلدة سرمين.", []),
        ("قتل جندي روسي في سرمين.", []),
    ],
)
def test_only_a_doer_stands_as_perpetrator(text: str, perpetrator: list[str]) -> None:
    found = [a.id for c in told(text, "ar") for a in c.actors if a.role == "perpetrator"]
    assert found == perpetrator


def test_one_preposition_tells_the_means_and_the_place() -> None:
    (claim,) = told("مقتل مدني بقصف مدفعي بمدينة أريحا.", "ar")
    assert claim.type == "kin.shelling"
    assert claim.place is not None
    assert claim.place.name == "Ariha"
