"""Web pages: the story, what the head says, and bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.read.page import MOST_CHARACTERS, Page, Unreadable, looks_like_html, read_page

PAGE = (Path(__file__).parent / "data" / "page.html").read_text(encoding="utf-8")

BODY = "Guns fell silent on the road. " * 9


def test_the_story_and_its_metadata_are_found() -> None:
    page = read_page(PAGE)
    assert isinstance(page, Page)
    assert (page.title, page.byline, page.source) == ("Guns fall silent", "Jane Example", "The Example")
    assert (page.url, page.published, page.language) == (
        "https://news.example.org/guns",
        "2020-03-06T10:00:00+02:00",
        "en",
    )
    assert "Shelling stopped near Saraqib on Friday" in page.text
    assert "never run" not in page.text
    assert "\n\n" in page.text


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-03-06"}]}</script>',
        '<meta name="DC.date" content="2020-03-06">',
        '<meta itemprop="datePublished" content="2020-03-06">',
    ],
)
def test_dates_are_found_wherever_heads_put_them(head: str) -> None:
    page = read_page(f"<html><head><title>Quiet</title>{head}</head><body><p>{BODY}</p></body></html>")
    assert isinstance(page, Page)
    assert page.published == "2020-03-06"


def test_a_date_that_exists_is_taken_before_one_that_does_not() -> None:
    metas = '<meta name="date" content="2020-02-30"><meta name="pubdate" content="2020-03-06">'
    page = read_page(f"<html><head>{metas}</head><body><p>{BODY}</p></body></html>")
    assert isinstance(page, Page)
    assert page.published == "2020-03-06"


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<html><body>" + "<div>" * 100_000, "nests"),
        ("<html>" + "x" * MOST_CHARACTERS, "longer"),
        ("<html><body></body></html>", "no text"),
    ],
)
def test_pages_made_to_break_readers_are_refused(html: str, word: str) -> None:
    refused = read_page(html)
    assert isinstance(refused, Unreadable)
    assert word in refused.reason


def test_html_is_known_by_how_it_opens() -> None:
    assert looks_like_html(PAGE)
    assert looks_like_html("\n<div><p>Guns fell silent</p></div>")
    assert not looks_like_html("<https://example.org> is where it stood")
    assert not looks_like_html("Guns fell silent <p>")
