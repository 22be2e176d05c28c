"""Text that a machine translated, in a word order that nobody writes: it may cost a claim and makes no false one."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("To Aleppo bombed planes the not of army, the ministry denied.", "en"),
        ("Turkey warns of if attack on its points of observation responding.", "en"),
        ("قال وزارة إن هي لم تقصف طائرات المدينة.", "ar"),
        ("نفى أن الجيش قصف هو القرية المتحدث.", "ar"),
        ("Планирует армия атака на город следующая неделя, говорил министр.", "ru"),
    ],
)
def test_what_was_denied_or_planned_in_the_original_is_not_told_as_fact(text: str, language: str) -> None:
    assert [c.type for c in told(text, language, translated_from="xx") if is_fact(c)] == []
