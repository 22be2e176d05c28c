"""Where an act was whose own sentence names no place."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.model import Place


def _place(text: str, language: str = "en") -> Place | None:
    return next(c for c in told(text, language=language) if c.type.startswith(("kin.", "civ.", "harm."))).place


def test_an_act_takes_the_place_of_the_sentence_before_that_tells_none() -> None:
    place = _place("The market in the town of Ariha was full on Friday. Shells killed two people.")
    assert place is not None
    assert (place.name, place.basis) == ("Ariha", "inherited")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three killed and nine hurt by shells. #Ariha", "en"),
        ("ثلاثة شهداء وتسعة جرحى بقصف مدفعي\n#مجزرة_أريحا", "ar"),
    ],
)
def test_a_short_text_is_about_the_only_town_in_its_tags(text: str, language: str) -> None:
    place = _place(text, language)
    assert place is not None
    assert (place.name, place.basis) == ("Ariha", "inherited")


@pytest.mark.parametrize(
    "text",
    [
        "Three killed by shells. #Ariha #Saraqib",
        "Three killed by shells. Residents fled from the village of Vexmoor. #Ariha",
        "Three killed by shells. #Syria",
    ],
)
def test_a_text_of_several_towns_or_of_an_unknown_village_leaves_it_open(text: str) -> None:
    assert _place(text) is None
