"""What the lines of a text are taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.read.layout import lines_of
from trucewatch.read.marks import marks_of
from trucewatch.read.walk import Marks

AGENCY = (Path(__file__).parent / "data" / "agency.txt").read_text(encoding="utf-8")
PROSE = "Shelling was heard near the town on Friday, and residents said that it lasted well into the night."

ENDINGS = ("ing", "ed", "er", "ers", "able", "less", "ment", "ful", "ness", "ward", "wise", "like", "ship")


def marked(text: str, title: str | None = None) -> tuple[Marks, list[str]]:
    """The marks of a text and the words of its furniture."""
    marks = marks_of(text, lines_of(text), "en", title)
    return marks, [text[start:end] for start, end in marks.furniture]


def test_an_agency_report_is_taken_apart() -> None:
    marks, furniture = marked(AGENCY)
    assert marks.title is not None
    assert AGENCY[slice(*marks.title)] == "Quiet night along the highway after weeks of shelling"
    assert marks.byline == "Jane Example"
    assert marks.credit[0] == "AFP"
    assert (marks.copyright_year, marks.copyright_holder) == (2020, "Example Wire")
    assert [AGENCY[a:b] for a, b in marks.headings] == ["Trucks on the road"]
    assert furniture == [
        "By Jane Example for AFP",
        "Related article: Fuel prices rise in the coastal cities",
        '"For the first night since January we slept"',
        "Read more about the weather",
        "Contact the desk: desk@example.org",
        "© 2020 Example Wire Ltd. All rights reserved.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "I subscribe",
        "Download the app",
        "Subscribe to our newsletter and get it straight to your inbox",
        "Je m'abonne",
        "Lire aussi : Le prix du pain augmente",
        "اقرأ أيضاً: أسعار الخبز ترتفع",
        "Читайте также: цены на хлеб растут",
        "İlgili haber: Ekmek fiyatları arttı",
        "https://example.org/story",
        "newsdesk@example.org",
        "This website uses cookies to improve your visit",
        "With Reuters and AFP",
        "(avec AFP)",
    ],
)
def test_notices_of_sites_are_furniture_in_each_language(line: str) -> None:
    _, furniture = marked(f"{PROSE}\n\n{line}\n\n{PROSE[::-1]}")
    assert furniture == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Related fighting killed three soldiers near the town.",
        "By nightfall the shelling had stopped, residents said.",
        '"We slept for the first time," a baker said.',
        "Video showed smoke over the village, according to the group.",
        "With Russian support, the army advanced.",
    ],
)
def test_sentences_of_the_story_are_not_furniture(line: str) -> None:
    _, furniture = marked(f"{PROSE}\n\n{line}\n\n{PROSE[::-1]}")
    assert furniture == []


def test_a_repeated_headline_is_furniture_after_the_first() -> None:
    title = "Guns fall silent along the highway"
    marks, furniture = marked(f"{title}\n\n{PROSE}\n\n{title}\n\n{PROSE[::-1]}")
    assert marks.title == (0, len(title))
    assert furniture == [title]
    assert marks.furniture[0][0] > marks.title[1]


def test_a_quotation_that_the_story_does_not_hold_stays() -> None:
    _, furniture = marked(f'{PROSE}\n\n"We will answer every attack with all our strength."\n\n{PROSE[::-1]}')
    assert furniture == []


def test_captions_keep_their_words_when_they_tell_of_the_story() -> None:
    many = " ".join(f"{verb}{ending}" for verb in ("shell", "patroll", "driv", "walk", "bak") for ending in ENDINGS)
    own = "Residents of the shelled village speak to reporters. - Ann Example / AFP"
    other = "A pipeline ceremony gathers guests in a palace overseas. - Bo Example / AFP"
    text = f"{own}\n\n{other}\n\nResidents of the shelled village told reporters who speak {many}."
    marks, furniture = marked(text)
    assert [text[a:b] for a, b in marks.captions] == ["Residents of the shelled village speak to reporters."]
    assert furniture == [" - Ann Example / AFP", other]
    assert marks.photo_credit == ["AFP", "AFP"]
    assert marks.credit == []


def test_teasers_and_tags_after_the_story_are_furniture() -> None:
    tail = "World\n\nVIDEO. A singer comes home\n\nWorld\n\nFloods in another country\n\n • Syria\n • Turkey\n • Truce"
    _, furniture = marked("\n\n".join([PROSE * 2, PROSE[::-1] * 2, tail]))
    assert "".join(furniture).replace("•", "").split() == "".join(tail.replace("•", "").split("\n\n")).split()


def test_a_credit_above_a_short_story_does_not_take_the_story() -> None:
    _, furniture = marked(f"Guns fall silent\n\nSource: Reuters\n\n{PROSE}\n\n{PROSE[::-1]}")
    assert furniture == ["Source: Reuters"]


def test_nothing_is_cut_off_when_prose_follows_a_label() -> None:
    _, furniture = marked("\n\n".join([PROSE, "World", PROSE[::-1] * 4, PROSE * 4]))
    assert PROSE[::-1] * 4 not in furniture


def test_wrapped_lines_are_one_paragraph_and_no_headings() -> None:
    text = (
        "Shelling was heard near the\ntown on Friday, and residents\nsaid it lasted till morning.\n\nIt then\nstopped."
    )
    marks, furniture = marked(text)
    assert marks.headings == []
    assert furniture == []
    assert marks.title is None


def test_a_known_title_is_found_where_it_stands() -> None:
    marks, _ = marked(f"Guns fall silent.\n\n{PROSE}", title="Guns fall silent.")
    assert marks.title == (0, 17)
