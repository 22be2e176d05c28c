"""Whom a pronoun, a title and a surname stand for."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed


def _last_speaker(text: str) -> str:
    region = parsed(text)[-1].regions[-1]
    return region.speaker.id or region.speaker.who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Russian defence ministry met the press. The ministry said the road was open.", "RUS.mod"),
        ("Spokeswoman Vera Lindqvist met the press. The spokeswoman said the road was open.", "Vera Lindqvist"),
        ("The Syrian Observatory for Human Rights has many sources. The Observatory said the road was open.", "SOHR"),
        ("A shepherd told reporters the camp was empty. He added that the road was open.", "shepherd"),
        ("Residents said the camp was empty. They added that the road was open.", "Residents"),
        ("Vera Lindqvist said the camp was empty. Lindqvist added that the road was open.", "Vera Lindqvist"),
    ],
)
def test_a_report_comes_back_to_its_speakers(text: str, who: str) -> None:
    assert _last_speaker(text).endswith(who)


def test_she_is_not_the_man_named_last() -> None:
    text = (
        "The spokeswoman Vera Lindqvist met a spokesman for the drivers, Otto Brandvik. "
        "Mr Brandvik said it was late. She said it was early."
    )
    assert "Lindqvist" in _last_speaker(text)


def test_a_name_met_again_is_shown_where_it_stands() -> None:
    first, second = parsed("Vera Lindqvist said the camp was empty. Lindqvist said the road was open.")
    speaker = second.regions[0].speaker
    assert speaker.span is not None
    assert second.original[slice(*second.span(*speaker.span))] == "Lindqvist"
    assert speaker.span > (first.sentence.end, first.sentence.end)


def test_an_unknown_ministry_stays_what_it_is_called() -> None:
    assert _last_speaker("The ministry said the road was open.") == "ministry"


def test_each_side_keeps_its_first_word() -> None:
    assert _last_speaker("Each side said the road was open.") == "Each side"
