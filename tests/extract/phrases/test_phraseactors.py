"""Who is named in one noun phrase."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("قوات الاحتلال التركي", "TUR.army"),
        ("جيش الاحتلال الروسي", "RUS.army"),
        ("قوات الاحتلال الأمريكي", "USA.army"),
        ("قوات الاحتلال", "ISR.army"),
        ("قوات الاحتلال الإسرائيلي", "ISR.army"),
    ],
)
def test_forces_called_occupiers_are_those_of_the_state_that_is_named(words: str, actor: str) -> None:
    found = [
        [a.id for a in claim.actors if a.role == "perpetrator"] for claim in told(f"قصفت {words} قرية سرمين.", "ar")
    ]
    assert found == [[actor]]
