"""What is written on to words, and what is left without it."""

from __future__ import annotations

from trucewatch.languages.joined import bare_forms, joined_of


def test_what_is_joined_on_to_a_word_is_taken_off_and_words_that_only_look_so_are_left() -> None:
    assert {"الاطلاق", "اطلاق"} <= set(bare_forms("والاطلاق"))
    assert "قوات" in bare_forms("للقوات")
    assert bare_forms("لبنان") == ()
    assert bare_forms("shelling") == ()


def test_an_article_that_ran_together_is_written_out() -> None:
    assert joined_of()["ar"].opened("للقوات") == "القوات"
    assert joined_of()["ar"].opened("قوات") == "قوات"
