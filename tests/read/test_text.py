"""One text as a report: header, title, credit, outlet, ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.read import read_text
from trucewatch.read.header import header_of
from trucewatch.read.layout import lines_of
from trucewatch.read.text import Given, outlet_of

DATA = Path(__file__).parent / "data"
STORY = "Guns fell silent near the town on Friday, officials of both countries said."


def test_a_header_between_fences_is_metadata_and_furniture() -> None:
    text = (DATA / "digest.md").read_text(encoding="utf-8")
    report = read_text(text)
    assert (report.title, report.source, report.url) == (
        "Patrol turned back",
        "Example Monitor",
        "https://monitor.example.org/patrol",
    )
    assert (report.published, report.published_basis) == ("2020-03-15", "metadata")
    assert text[slice(*report.furniture[0])].endswith("---")
    span = report.meta["title_span"]
    assert isinstance(span, list)
    assert text[slice(*span)] == "# Patrol turned back"


def test_one_line_with_a_colon_is_no_header() -> None:
    assert header_of("Source: Reuters\n\nGuns fell silent.").span is None
    assert header_of("Syria: guns fall silent\nTurkey: patrols begin\n").span is None
    assert header_of("Title: Quiet\nDate: 2020-03-06\n\nGuns fell silent.").fields == {
        "title": "Quiet",
        "published": "2020-03-06",
    }


def test_a_fence_that_never_closes_is_no_header() -> None:
    assert header_of("---\ntitle: Quiet\n" + "\nstory\n" * 20).span is None


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"Quiet\n\nBy Ann Example for AFP\n\n{STORY}", ("AFP",)),
        (f"(Bloomberg) -- {STORY}", ("BLOOMBERG",)),
        (f"{STORY}\n\nWith Reuters and AFP", ("REUTERS", "AFP")),
        (f"{STORY} (Reuters)", ("REUTERS",)),
        (f"{STORY}\n\n© AFP", ("AFP",)),
        (f"{STORY}\n\n(avec AFP)", ("AFP",)),
        (f"{STORY} He spoke to Agence France-Presse, and to Reuters.", ()),
        (f"The road. - Ann Example / AFP\n\n{STORY}", ()),
    ],
)
def test_agencies_are_credited_only_where_the_text_says_it_is_theirs(text: str, credit: tuple[str, ...]) -> None:
    assert read_text(text).credit == credit


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.themoscowtimes.com/2020/a", "The Moscow Times"),
        ("https://www.example.org/a", "example.org"),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_the_outlet_is_read_from_the_address(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet


def test_an_id_is_made_from_the_words_alone() -> None:
    assert read_text(STORY, name="one").id == read_text(STORY, name="two").id
    assert read_text(STORY).id != read_text(STORY + " ").id
    assert len(read_text(STORY).id) == 14


def test_an_unknown_language_is_noted_and_the_report_kept() -> None:
    report = read_text("Xqz wvk 12.")
    assert report.language is None
    assert report.meta["notes"] == ["the language was not recognised"]


def test_lines_know_their_place_and_are_read_without_markup() -> None:
    text = "\r\n  ## A **bold** [word](https://example.org)  \r\n\r\nnext"
    first, second = lines_of(text)
    assert (text[slice(*first.span)], first.folded) == ("## A **bold** [word](https://example.org)", "a bold word")
    assert first.paragraph != second.paragraph


def test_a_post_in_other_letters_than_its_page_is_read_in_its_own_language() -> None:
    post = "سقط جريحان جراء قصف مدفعي استهدف قرية الرمانة صباح اليوم"
    page = f"Copy link to Tweet\n\nEmbed Tweet\n\n{post}\n\n1 Like\n\nBack to top"
    assert read_text(page, given=Given(language="en")).language == "ar"


def test_a_name_in_other_letters_leaves_the_language_that_was_given() -> None:
    text = (
        "Shells fell on the village of الرمانة (al-Rummana) on Thursday, residents said, and two people were wounded."
    )
    assert read_text(text, given=Given(language="en")).language == "en"


def test_of_two_languages_of_one_script_the_one_given_is_kept() -> None:
    text = "Des obus sont tombés sur le village jeudi, ont indiqué des habitants de la région."
    assert read_text(text, given=Given(language="en")).language == "en"
