"""Languages told apart, and None rather than wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.read.tongue import LANGUAGES, language_of, language_told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Shelling stopped near the town on Friday morning, residents said.", "en"),
        ("Les tirs ont cessé vendredi matin près de la ville, selon des habitants.", "fr"),
        ("توقف القصف قرب المدينة صباح الجمعة بحسب السكان", "ar"),
        ("Обстрелы прекратились в пятницу утром, сообщили жители города.", "ru"),
        ("Sakinler, bombardımanın cuma sabahı kentin yakınlarında durduğunu söyledi.", "tr"),
        ("Обстріли припинилися в п'ятницю вранці, повідомили мешканці міста.", "uk"),
        ("בתושבים אמרו שהירי פסק ביום שישי בבוקר", "he"),
        ("گلوله‌باران صبح جمعه در نزدیکی شهر متوقف شد، ساکنان چنین گفتند", "fa"),
        ("Der Beschuss nahe der Stadt endete am Freitagmorgen, sagten Bewohner.", "de"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "Idlib", "12 : 30", "OK https://example.org/fr/le/la", "ok ok ok ok ok ok ok ok ok ok ok"]
)
def test_too_little_is_no_language(text: str) -> None:
    assert language_of(text) is None


@given(st.text(max_size=200))
def test_an_answer_is_a_known_code_or_none(text: str) -> None:
    assert language_of(text) in {None, *LANGUAGES}


_POST = "أصيب سبعة مدنيين في قصف على أطراف البلدة مساء اليوم"
_FRAME = "VideosAboutPressCopyrightContact usCreatorsAdvertiseDevelopersTermsPrivacyPolicy & SafetyHow it worksFeatures"


@pytest.mark.parametrize(
    ("given_language", "story", "language"),
    [
        ("ar", f"{_POST} - {_FRAME}", "ar"),
        ("en", f"Copy link\n\nEmbed this\n\n{_POST}\n\n12 Likes\n\nMore\n\nReply to all", "ar"),
        ("en", "Shells hit the edge of the town this evening, residents said.\n\nالبلدة", "en"),
        ("ar", "Shells hit the edge of the town this evening, residents of it said.\n\nالبلدة", "en"),
    ],
)
def test_the_frame_of_a_page_does_not_tell_the_language_of_its_post(
    given_language: str, story: str, language: str
) -> None:
    assert language_told(given_language, story) == language
