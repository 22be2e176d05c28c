"""The other side of a clash behind words about the first."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _doers(text: str) -> list[str]:
    clash = next(c for c in told(text) if c.type == "kin.armed_clash")
    return [actor.text for actor in clash.actors if actor.role == "perpetrator"]


@pytest.mark.parametrize(
    "words",
    [
        "between Hezbollah, backed by Iran, and unidentified gunmen in Homs",
        "between Hezbollah fighters supported by local militias and unidentified gunmen in Homs",
        "between Hezbollah supported by Iran against unidentified gunmen in Homs",
        "between Hezbollah, which has posts there, and unidentified gunmen",
        "between Hezbollah from one side and unidentified gunmen from the other",
    ],
)
def test_the_second_side_is_found_over_words_about_the_first(words: str) -> None:
    found = _doers(f"Clashes took place {words}.")
    assert found[0].startswith("Hezbollah")
    assert "unidentified gunmen" in found


def test_who_acts_in_a_clause_of_its_own_is_no_side() -> None:
    assert _doers("Clashes broke out between Hezbollah fighters near Homs, and the Turkish army closed the road.") == [
        "Hezbollah fighters"
    ]


def test_a_unit_s_number_belongs_to_its_name() -> None:
    assert _doers("The 9th Division clashed with unidentified gunmen.")[0] == "9th Division"
