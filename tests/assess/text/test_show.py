"""How much a term asks for stands in the same words on the command line and on pages."""

from __future__ import annotations

import pytest

from trucewatch.assess import load_agreement, show_text
from trucewatch.model.agreement import Amount, length_in_words


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(min=1), "1 time"),
        (Amount(min=2), "2 times"),
        (Amount(min=600, per="P1D", measure="trucks"), "600 trucks per day"),
        (Amount(min=50, per="P2W", of="fuel", measure="trucks", at="a gate"), "50 fuel trucks per 2 weeks (a gate)"),
        (Amount(ratio={"a civilian": 30}, measure="prisoners", for_act="hostages_freed"),
         "30 prisoners for one of: a civilian (hostages freed)"),
    ],
)  # fmt: skip
def test_an_amount_is_said_in_words(amount: Amount, said: str) -> None:
    assert amount.in_words() == said


def test_a_length_of_several_parts_stays_as_it_is_written() -> None:
    assert [length_in_words(one) for one in ("P1D", "PT48H", "P1M2D")] == ["1 day", "48 hours", "P1M2D"]


def test_the_text_of_an_agreement_says_it_so() -> None:
    assert "600 trucks per day" in " ".join(show_text(load_agreement("gaza-2025")).split())
