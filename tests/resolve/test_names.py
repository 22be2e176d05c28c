"""resolve: names by script: capitals where there are any, else the words that the language's pack does not know."""

from __future__ import annotations

from tests.factories import a_report
from trucewatch.resolve.names import bare, names


def test_a_word_written_without_capitals_is_told_without_what_is_written_on_to_it() -> None:
    assert {bare("الزيتونة"), bare("والزيتونة"), bare("بالزيتونة"), bare("للزيتونة")} == {bare("زيتونة")}


def test_words_that_the_pack_knows_and_listed_actors_are_no_names() -> None:
    assert [bare(word) for word in ("القصف", "والمدينة", "وروسيا")] == ["", "", ""]


def test_each_script_of_a_mixed_text_goes_by_its_own_rule() -> None:
    text = "Watch the page of Halloran today. قصف على بلدة الزيتونة"
    assert names(a_report(text=text, language="ar")) == {"halloran", bare("الزيتونة")}
