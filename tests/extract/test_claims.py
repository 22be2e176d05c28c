"""A report becomes claims: verbatim quotations, stable ids, nothing without a pack."""

from __future__ import annotations

import dataclasses
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.reading import a_text, knowledge, told
from trucewatch.extract import claims
from trucewatch.model import Claim

TEXT = (
    "Turkey said on Wednesday that two soldiers had been killed near Ariha. “We will answer,” a spokesman told AFP.\n\n"
    "Warplanes bombed Sarmin at dawn, killing nine people. The army denied it had shelled the camp."
)


def test_every_quote_stands_verbatim_in_the_text() -> None:
    found = told(TEXT)
    assert len(found) >= 3
    for claim in found:
        start, end = claim.spans[0]
        assert claim.quote == TEXT[start:end]


def test_every_claim_says_which_rule_made_it() -> None:
    assert all(claim.why[0].startswith("rule en.") for claim in told(TEXT))


def test_the_same_text_gives_the_same_claims() -> None:
    assert told(TEXT) == told(TEXT)


def test_claims_stand_in_the_order_of_the_text() -> None:
    starts = [claim.spans[0][0] for claim in told(TEXT)]
    assert starts == sorted(starts)


def test_ids_are_unique_and_belong_to_their_report() -> None:
    first = told(TEXT)
    second = claims(dataclasses.replace(a_text(TEXT), id="r_2"), knowledge())
    assert len({claim.id for claim in [*first, *second]}) == len(first) + len(second)
    assert all(claim.id.startswith("c_") for claim in first)


def test_what_follows_a_sentence_does_not_change_its_claim() -> None:
    alone = told("The army shelled Ariha on Wednesday.")
    followed = told("The army shelled Ariha on Wednesday.\n\nThe minister visited a school.")
    assert [c.id for c in alone] == [c.id for c in followed]


@pytest.mark.parametrize("language", ["xx", None, "", "EN-unknown"])
def test_a_language_without_a_pack_gives_no_claims(language: str | None) -> None:
    assert told(TEXT, language) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", '"', "…", "\u200f\u200e"])
def test_an_empty_text_gives_no_claims(text: str) -> None:
    assert told(text) == []


def test_furniture_gives_no_claims() -> None:
    text = "Warplanes bombed Sarmin.\n\nThe minister visited a school."
    assert told(text, furniture=((0, 24),)) == []


VOCABULARY = (
    "the army government rebels Turkey Russia Putin he it who that said denied accused demanded if when after by of in "
    "near on shelled bombed killed wounded will would not no never two 20 3.7 million dozens at least nearly soldiers "
    "civilians people air strike truce ceasefire took effect Ariha Idlib M4 Monday last week March 5 2020 midnight and "
    ", . : \" “ ” - ( ) ' ; ? # @"
)
MARKS = ("\u200f", "\u202e", "\u2066", "\u00ad", "\ufeff", "\x00", "\x1b", "\t", "\n", "\n\n", "ﬁ", "İ", "ß", "أ", "٣")
PROSE = st.lists(st.sampled_from([*VOCABULARY.split(), *MARKS]), max_size=40).map(" ".join)


def _sound(claim: Claim, text: str) -> None:
    start, end = claim.spans[0]
    assert 0 <= start < end <= len(text)
    assert claim.quote == text[start:end]
    for figure in claim.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.span is None or text[slice(*figure.span)] == figure.text
    for actor in claim.actors:
        assert actor.span is None or text[slice(*actor.span)] == actor.text
    for held in (claim.time, claim.place):
        assert held is None or held.span is None or 0 <= held.span[0] <= held.span[1] <= len(text)
    if claim.time and claim.time.start and claim.time.end:
        assert claim.time.start < claim.time.end
    assert 0 < claim.confidence < 1


@settings(max_examples=200, deadline=None)
@given(PROSE, st.sampled_from(["en", "fr"]))
def test_whatever_the_words_claims_are_sound(text: str, language: str) -> None:
    for claim in told(text, language):
        _sound(claim, text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["en", "fr"]))
def test_whatever_the_characters_claims_are_sound(text: str, language: str) -> None:
    for claim in told(text, language):
        _sound(claim, text)


@settings(max_examples=50, deadline=None)
@given(PROSE, st.integers(0, 40))
def test_invisible_marks_change_nothing_that_is_told(text: str, at: int) -> None:
    at = min(at, len(text))
    inside = 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()
    marked = text[:at] + ("\u00ad" if inside else "\u200f") + text[at:]
    assert [(c.type, c.modality, c.polarity) for c in told(text)] == [
        (c.type, c.modality, c.polarity) for c in told(marked)
    ]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2020-02-29", "nonsense", "2020-13-45"])
def test_days_at_the_edge_of_the_calendar_break_nothing(published: str) -> None:
    text = "The army shelled Ariha yesterday, last week and a decade ago, and will leave within 90 years or on Feb. 29."
    for claim in told(text, published=published):
        _sound(claim, text)


@pytest.mark.parametrize(
    "text", ["9" * 400 + " soldiers died.", "1." * 400, "٣" * 400, "5-" * 400, "²³½ soldiers died."]
)
def test_numbers_that_nobody_means_break_nothing(text: str) -> None:
    for claim in told(text):
        _sound(claim, text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "The army shelled the town and killed three people on Monday " * 3_300,
        '"' * 20_000,
        "a, " * 20_000,
    ],
    ids=["one word of a megabyte", "one line of 200 kB", "quotation marks", "commas"],
)
def test_odd_texts_take_a_bounded_time(text: str) -> None:
    begun = time.process_time()
    told(text)
    assert time.process_time() - begun < 30
