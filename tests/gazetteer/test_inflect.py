"""Case forms of Russian and Ukrainian names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer.inflect import cyrillic_forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Идлиб", ["Идлиба", "Идлибу", "Идлибом", "Идлибе"]),
        ("Турция", ["Турции", "Турцию", "Турцией"]),
        ("Анкара", ["Анкары", "Анкаре", "Анкару", "Анкарой"]),
        ("Москва", ["Москвы", "Москве"]),
        ("Ракка", ["Ракки", "Ракке"]),
        ("Сирия", ["Сирии"]),
        ("Алжир", ["Алжире"]),
        ("Кремль", ["Кремля", "Кремлем"]),
        ("Донецкая область", ["Донецкой области", "Донецкую область"]),
    ],
)
def test_a_name_is_known_in_the_cases_of_a_sentence(name: str, forms: list[str]) -> None:
    assert [form for form in forms if form not in cyrillic_forms(name)] == []


@pytest.mark.parametrize("name", ["Сочи", "США", "Idlib", "إدلب", "Баку"])
def test_a_name_that_does_not_change_stays_alone(name: str) -> None:
    assert cyrillic_forms(name) == (name,)


@given(st.text(max_size=12))
def test_the_name_itself_is_always_among_its_forms(name: str) -> None:
    assert name in cyrillic_forms(name)
