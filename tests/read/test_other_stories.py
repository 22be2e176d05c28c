"""Titles of a site's other stories are no news of this report."""

from __future__ import annotations

import pytest

from trucewatch.read.layout import lines_of
from trucewatch.read.marks import marks_of

STORY = "Shelling was heard near the town on Friday, and residents said that it lasted well into the night."


def furniture(text: str, language: str) -> str:
    """The furniture of a text, a line for each stretch."""
    return "\n".join(text[start:end] for start, end in marks_of(text, lines_of(text), language).furniture)


@pytest.mark.parametrize(
    ("language", "head", "titles"),
    [
        ("en", "Related articles", ["Two killed by a mine near the bridge", "Bakery opens again in the old town"]),
        ("fr", "À lire aussi", ["Deux morts dans l'explosion d'une mine", "La boulangerie rouvre"]),
        ("ar", "مقالات مشابهة", ["مقتل شخصين بانفجار لغم قرب الجسر", "افتتاح مخبز في المدينة القديمة"]),
        ("ru", "Читайте также", ["Двое погибли при взрыве мины у моста", "Пекарня снова открыта"]),
        ("tr", "İlgili Haberler", ["Köprü yakınında mayın patladı, iki ölü", "Fırın yeniden açıldı"]),
        ("es", "Noticias relacionadas", ["Dos muertos por una mina junto al puente", "Reabre la panadería"]),
        ("uk", "Читайте також", ["Двоє загинули від міни біля мосту", "Пекарня знову працює"]),
    ],
)
def test_titles_under_a_heading_of_other_stories_are_furniture(language: str, head: str, titles: list[str]) -> None:
    text = "\n".join([STORY, "", head, *titles, "", STORY.replace("Friday", "Sunday")])
    found = furniture(text, language)
    assert all(title in found for title in titles)
    assert "Sunday" not in found
    assert "Friday" not in found


def test_a_list_ends_where_sentences_begin_again() -> None:
    text = "\n".join(
        [STORY, "Read also", "Quiet night by the river", "The army shelled the village, a medic said.", STORY]
    )
    found = furniture(text, "en")
    assert "Quiet night" in found
    assert "a medic said" not in found


@pytest.mark.parametrize(
    "ago", ["2 hours ago", "منذ 3 ساعات", "يومين مضت", "il y a 2 jours", "5 минут назад", "3 saat önce"]
)
def test_titles_that_each_say_how_long_ago_they_came_are_a_list(ago: str) -> None:
    rows = [line for n in range(4) for line in (f"Mortars fall on district number {n}", ago)]
    found = furniture("\n".join([STORY, *rows, STORY.replace("Friday", "Sunday")]), "en")
    assert all(row in found for row in rows)
    assert "Sunday" not in found


def test_one_stamp_under_a_title_is_the_storys_own() -> None:
    found = furniture("\n".join(["Mortars fall on the market", "2 hours ago", "", STORY]), "en")
    assert "Mortars" not in found


def test_the_words_inside_a_sentence_open_no_list() -> None:
    text = "\n".join(["He spoke of related stories from the front.", "Shelling went on", STORY])
    assert "Shelling went on" not in furniture(text, "en")


def test_titles_behind_a_story_whose_lines_end_like_sentences_are_no_part_of_it() -> None:
    told = "\n\n".join(STORY.replace("Friday", day) for day in ("Friday", "Saturday", "Sunday"))
    titles = ["Bakery opens again in the old town", "Two killed by a mine near the bridge", "Mayor to speak on water"]
    found = furniture("\n\n".join([told, *titles]), "en")
    assert all(title in found for title in titles)
    assert "Sunday" not in found


def test_a_story_that_stops_nowhere_keeps_its_last_lines() -> None:
    told = "\n\n".join(STORY.rstrip(".").replace("Friday", day) for day in ("Friday", "Saturday", "Sunday"))
    last = ["Shells fell on the market again", "Two people died in the bakery", "Nobody came to help them"]
    assert furniture("\n\n".join([told, *last]), "en") == ""


def test_titles_cut_off_by_dots_in_a_row_are_a_list() -> None:
    titles = ["Two killed by a mine near the...", "Bakery opens again in...", "Bridge closed for...", "Talks on water…"]
    found = furniture("\n".join([*titles, "", STORY]), "en")
    assert all(title in found for title in titles)
    assert "Friday" not in found
    assert "Two killed" not in furniture("\n".join([*titles[:3], "", STORY]), "en")


@pytest.mark.parametrize("trail", ["Home » News » Syria", "Home\n»\nNews\n»\nSyria"])
def test_titles_above_the_trail_that_leads_to_a_page_are_the_sites(trail: str) -> None:
    titles = [f"Two killed by a mine near bridge {n} of the town" for n in range(5)]
    title = "Shelling near the town lasts all night long"
    found = furniture("\n".join([*titles, title, trail, title, "", STORY]), "en")
    assert all(t in found for t in titles)
    assert "Friday" not in found
    assert "Two killed" not in furniture("\n".join([*titles[:3], trail, title, "", STORY]), "en")
