"""The page of a text."""

from __future__ import annotations

import re

import pytest

from tests.assess.dated_truce import dated_truce
from trucewatch.assess import available, load_stack
from trucewatch.publish import agreement_html
from trucewatch.publish.wording import load_words


@pytest.mark.parametrize("name", available())
@pytest.mark.parametrize("language", ["en", "ar", "fr", "ru", "tr"])
def test_every_shipped_text_has_a_page_that_loads_nothing(name: str, language: str) -> None:
    stack = load_stack([name])
    html = agreement_html(stack, "0", language=language)
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in html
    assert not re.search(r"<(script|img|link|iframe)|url\((?!#|&quot;data:|\"data:|data:)|@import", html)
    assert all(f'id="p-{agreement.id}.{item.id}"' in html for agreement in stack for item in agreement.provisions)


def test_the_page_says_who_where_and_what_it_cannot_check() -> None:
    html = agreement_html(load_stack(["gaza-2025"]), "0")
    text = re.sub(r"<[^>]+>", "", html)
    assert "Six hundred trucks a day" in text
    assert "answers for " in text
    assert "Islamic Jihad" in text
    assert "Checked" in text
    assert "Hamas" in text
    assert "Brigades" not in text
    assert html.count("<svg") > 1
    assert "Drawn without land and borders" not in text


def test_the_page_is_the_same_every_time() -> None:
    assert agreement_html(load_stack(["minsk-2015"]), "0") == agreement_html(load_stack(["minsk-2015"]), "0")


def test_an_outcome_of_reports_is_not_claimed_on_it() -> None:
    text = re.sub(r"<[^>]+>", "", agreement_html(load_stack(["lebanon-2024"]), "0").split("</style>")[1])
    assert "None reported" not in text
    assert "otential violation" not in text


def test_it_says_what_reports_cannot_show_of_each_kind() -> None:
    def said(name: str) -> str:
        return re.sub(r"(?:<[^>]+>|\s)+", " ", agreement_html(load_stack([name]), "0"))

    assert "counts are never added up" in said("gaza-2025")
    assert "what is due is an interval" in said("gaza-2025")
    assert "parts that are told do not show the whole" in said("lebanon-2024")
    assert "its zone has no lines" in said("idlib-2018")
    assert "no rate is set" in said("idlib-2020")
    assert "no day is set" in said("karabakh-2020")
    assert "2 times" in said("gaza-2025")
    assert "Day 7" in said("gaza-2025")
    assert "trucks per day" in said("gaza-2025")


def test_letters_joined_to_others_are_no_state() -> None:
    text = re.sub(r"<[^>]+>", "", agreement_html(load_stack(["idlib-2020"]), "0"))
    assert "COD-AB Syria" in text
    assert "Congo" not in text


@pytest.mark.parametrize("name", available())
@pytest.mark.parametrize("language", ["ar", "fr", "ru", "tr"])
def test_nothing_of_a_shipped_text_is_left_in_english_on_its_page(name: str, language: str) -> None:
    html = agreement_html(load_stack([name])[:1], "0", language=language)
    assert re.findall(r'<bdi lang="en"[^>]*>(.*?)</bdi>', html) == []
    assert load_words(language).text("agreement.paraphrase") in html


def test_dated_versions_are_told_with_their_days_and_the_map_names_the_one_it_draws() -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", agreement_html([dated_truce()], "0")).split())
    assert "until 5 April 2031 · the first map · https://example.org/first" in text
    assert "from 5 April 2031 until 10 April 2031 · the second map" in text
    assert "The road published · from 12 April 2031 " in text
