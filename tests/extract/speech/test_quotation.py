"""Quotations inside a sentence, over sentences and over paragraphs."""

from __future__ import annotations

import pytest

from trucewatch.extract.speech.quotation import quotes
from trucewatch.languages.fold import fold


def _quoted(text: str) -> list[str]:
    folded = fold(text)
    return [text[slice(*folded.span(q.start, q.end))] for q in quotes(folded)]


def test_a_speech_of_several_paragraphs_is_quoted_throughout() -> None:
    text = "“We left at dawn.\n\n“The road was open.\n\n“Nobody stopped us,” she said."
    assert _quoted(text) == ["We left at dawn.", "The road was open.", "Nobody stopped us,"]
    assert [q.goes_on for q in quotes(fold(text))] == [False, True, True]


def test_a_mark_without_a_partner_opens_nothing() -> None:
    assert _quoted('He said "we left.\n\nNobody spoke.') == []


def test_a_second_opening_mark_makes_the_first_one_a_slip() -> None:
    assert _quoted('He said "we left and "the road was open".') == ["the road was open"]


def test_a_closing_mark_alone_opens_nothing() -> None:
    assert _quoted('We left." Then "the road" was open.') == ["the road"]


@pytest.mark.parametrize("text", ["''We left,'' he said.", "``We left,'' he said.", "‘‘We left,’’ he said."])
def test_two_apostrophes_are_a_quotation_mark(text: str) -> None:
    assert _quoted(text) == ["We left,"]


def test_lines_that_are_only_wrapped_stay_one_quotation() -> None:
    assert _quoted('"We left\nat dawn", he said.') == ["We left\nat dawn"]
