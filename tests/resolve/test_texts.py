"""resolve: the words of a report with their offsets."""

from __future__ import annotations

from tests.factories import a_report
from trucewatch.resolve.texts import longest, stretched, words


def test_words_are_folded_and_lead_back_to_the_text() -> None:
    report = a_report(text="Ankara's Army — Üçüncü Tümen.")
    found = words(report)
    assert found.keys == ("ankara", "s", "army", "ucuncu", "tumen")
    assert [report.text[slice(*span)] for span in found.spans][-1] == "Tümen"


def test_furniture_has_no_words() -> None:
    report = a_report(text="By A. Writer\nThe road.\nShare this", furniture=((0, 12), (23, 33)))
    assert words(report).keys == ("the", "road")


def test_the_longest_stretch_is_that_of_most_words() -> None:
    text = words(a_report(text="a b c d e f g h"))
    runs = text.runs(3)
    assert list(stretched(runs, {runs[0], runs[3], runs[4]}, 3)) == [(0, 3), (3, 7)]
    assert longest(text, {runs[0], runs[3], runs[4]}, 3) == (3, 7)
    assert longest(text, set(), 3) is None
