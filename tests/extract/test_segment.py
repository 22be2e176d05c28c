"""Blocks, sentences and quotations."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import a_text, english
from trucewatch.extract.segment import Sentence, covered, sentences
from trucewatch.extract.speech.quotation import quotes
from trucewatch.languages.fold import fold
from trucewatch.model import Report


def _cut(report: Report) -> list[tuple[Sentence, str]]:
    folded = fold(report.text)
    return [(s, report.text[slice(*folded.span(s.start, s.end))]) for s in sentences(report, folded, english())]


def _texts(text: str) -> list[str]:
    return [words for _, words in _cut(a_text(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("Gen. Halil spoke. Nobody heard.", ["Gen. Halil spoke.", "Nobody heard."]),
        ("The U.N. envoy left. He was tired.", ["The U.N. envoy left.", "He was tired."]),
        ("J. Smith fled.", ["J. Smith fled."]),
        ("It began at 4 p.m. on Friday.", ["It began at 4 p.m. on Friday."]),
        ("About 3.7 million live there. All fear war.", ["About 3.7 million live there.", "All fear war."]),
        ("What now? Nobody knew! Really…", ["What now?", "Nobody knew!", "Really…"]),
        ('"We fled." They wept.', ['"We fled."', "They wept."]),
        ("First line.\n\nSecond block", ["First line.", "Second block"]),
        ("a line that goes\non in small letters.", ["a line that goes\non in small letters."]),
        ("هل توقف القصف؟ نعم.", ["هل توقف القصف؟", "نعم."]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: list[str]) -> None:
    assert _texts(text) == parts


def test_offsets_lead_back_to_the_words_whatever_folding_drops() -> None:
    text = "\u200fThe “cease\u00adfire” held.\u200f Then İdlib was shelled."
    found = _texts(text)
    assert found[1].startswith("Then İdlib")
    assert all(part in text for part in found)


def test_furniture_is_left_out() -> None:
    text = "Read also: ten ways to bake bread.\n\nThe army left the town."
    report = a_text(text, furniture=((0, text.index("\n")),))
    assert [words for _, words in _cut(report)] == ["The army left the town."]


def test_title_and_captions_are_told_apart_from_the_body() -> None:
    title, caption = "Army leaves the town", "A tank on the road to Hama."
    text = f"{title}\n\nThe army left the town on Monday after three weeks of siege, residents said.\n\n{caption}"
    at = text.index(caption)
    report = a_text(text, meta={"title_span": [0, len(title)], "captions": [[at, at + len(caption)]]})
    assert [sentence.section for sentence, _ in _cut(report)] == ["headline", "lead", "caption"]


def test_the_first_long_block_is_the_lead_and_what_follows_the_body() -> None:
    long = "The army left the town on Monday after three weeks of siege, residents said."
    assert [s.section for s, _ in _cut(a_text(f"Short.\n\n{long}\n\n{long}"))] == ["body", "lead", "body"]


def test_a_line_longer_than_anybody_writes_is_cut_between_words() -> None:
    found = _texts("word " * 2000)
    assert len(found) > 1
    assert all(len(part) <= 1500 and part.strip("word ") == "" for part in found)


def test_quotations_of_every_kind_of_mark_are_found() -> None:
    for opened, closed in ('""', "“”", "«»", "„“"):
        text = f"He said: {opened}we left{closed} and went."
        folded = fold(text)
        (quote,) = quotes(folded)
        assert text[slice(*folded.span(quote.start, quote.end))] == "we left"


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = 'He said "we left.\n\nNobody spoke. "Later", he said.'
    folded = fold(text)
    assert [folded.text[q.start : q.end] for q in quotes(folded)] == ["later"]


def test_a_span_is_covered_by_half() -> None:
    assert covered((0, 10), [(5, 20)])
    assert not covered((0, 10), [(6, 20)])
    assert covered((0, 10), [(0, 3), (8, 10)])


@given(st.text(max_size=300))
def test_sentences_follow_each_other_and_lie_inside_the_text(text: str) -> None:
    folded = fold(text)
    found = sentences(a_text(text), folded, english())
    assert all(0 <= s.start < s.end <= len(folded.text) for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert [s.index for s in found] == list(range(len(found)))


def test_a_post_begins_behind_the_name_of_its_account() -> None:
    assert _texts("قناة@channel_1قصف على بلدة سرمين") == ["قناة@channel_1", "قصف على بلدة سرمين"]
    assert _texts("A note @somebody wrote it.") == ["A note @somebody wrote it."]


def test_a_caption_ends_before_the_day_and_maker_of_its_picture() -> None:
    words = "Soldiers on parade beside the market of the town"
    text = f"{words} - 3 May 2021 (Example)\n\nGuns fell silent near the town on Friday, officials said."
    furniture = ((len(words), text.index("\n")),)
    report = a_text(text, meta={"captions": [[0, len(words)]]}, furniture=furniture)
    assert next((told, s.section) for s, told in _cut(report)) == (words, "caption")
